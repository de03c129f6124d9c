/// How Han characters are read, without tones; many have several readings.
///
/// ü is written v, as on a keyboard.
public struct Pinyin: Sendable {
  /// Made once, when something is first asked for.
  public static let shared = Pinyin(
    usual: PinyinTable.usualReadings, other: PinyinTable.otherReadings)

  /// All readings, in order.
  public let readings: [String]
  private let numbers: [String: Int]
  private var characters: [[UInt32]]
  /// For each scalar of ``firstBlock``, the number of its usual reading, from 1; 0 for none.
  private var usualNumbers = [UInt16](repeating: 0, count: firstBlock.count)
  /// The numbers, from 0, of the other readings, and of all readings of scalars outside of ``firstBlock``.
  private var otherNumbers: [UInt32: [UInt16]] = [:]

  private static let firstBlock = 0x4E00..<0xA000 as Range<UInt32>

  /// - Parameters:
  ///   - usual: Readings in lower-case letters, each before the characters that have it.
  ///   - other: The same of the other readings of characters that have several.
  init(usual: String, other: String) {
    let groups = [Self.groups(of: usual), Self.groups(of: other)]
    readings = Set(groups.joined().map(\.reading)).sorted()
    numbers = Dictionary(uniqueKeysWithValues: zip(readings, readings.indices))
    var characters: [[UInt32]] = Array(repeating: [], count: readings.count)
    for group in groups.joined() {
      guard let number = numbers[group.reading] else { continue }
      characters[number] += group.characters
      for scalar in group.characters {
        let place = Int(scalar) - Int(Self.firstBlock.lowerBound)
        if usualNumbers.indices.contains(place), usualNumbers[place] == 0 {
          usualNumbers[place] = UInt16(number + 1)
        } else {
          otherNumbers[scalar, default: []].append(UInt16(number))
        }
      }
    }
    self.characters = characters
    for group in groups.joined() { addFolded(group) }
  }

  /// Gives readings also to what characters are folded to, where it is read otherwise: 乾隆 is searched as 干隆,
  /// and is still qianlong.
  private mutating func addFolded(_ group: (reading: String, characters: [UInt32])) {
    guard let number = numbers[group.reading] else { return }
    for scalar in group.characters {
      let folded = FoldTable.folded(scalar)
      guard folded.count == 1, folded[0] != scalar,
        !readingNumbers(of: folded[0]).contains(number), !readingNumbers(of: folded[0]).isEmpty
      else { continue }
      characters[number].append(folded[0])
      otherNumbers[folded[0], default: []].append(UInt16(number))
    }
  }

  private static func groups(of table: String) -> [(reading: String, characters: [UInt32])] {
    var groups: [(reading: String, characters: [UInt32])] = []
    for scalar in table.unicodeScalars where scalar != "\n" {
      if !scalar.isASCII {
        if !groups.isEmpty { groups[groups.count - 1].characters.append(scalar.value) }
      } else if let last = groups.last, last.characters.isEmpty {
        groups[groups.count - 1].reading.unicodeScalars.append(scalar)
      } else {
        groups.append((String(scalar), []))
      }
    }
    return groups
  }

  /// The readings of a folded scalar, the usual one first; none if it is no Han character or a very rare
  /// one.
  public func readings(of scalar: UInt32) -> [String] {
    readingNumbers(of: scalar).map { readings[$0] }
  }

  /// Whether two scalars can be read the same.
  public func areHomophones(_ left: UInt32, _ right: UInt32) -> Bool {
    let numbers = readingNumbers(of: left)
    return !numbers.isEmpty && readingNumbers(of: right).contains(where: numbers.contains)
  }

  /// The folded scalars that have `reading`, those first that are usually read so, each part in order.
  public func characters(read reading: String) -> [UInt32] {
    numbers[reading].map { characters[$0] } ?? []
  }

  /// The scalars that can be read as `scalar`, itself among them; none if it has no reading.
  public func homophones(of scalar: UInt32) -> [UInt32] {
    let numbers = readingNumbers(of: scalar)
    guard numbers.count > 1 else { return numbers.first.map { characters[$0] } ?? [] }
    var known: Set<UInt32> = []
    return numbers.flatMap { characters[$0] }.filter { known.insert($0).inserted }
  }

  private func readingNumbers(of scalar: UInt32) -> [Int] {
    var found: [Int] = []
    if Self.firstBlock.contains(scalar) {
      let number = usualNumbers[Int(scalar - Self.firstBlock.lowerBound)]
      guard number > 0 else { return [] }
      found.append(Int(number) - 1)
    }
    return found + (otherNumbers[scalar] ?? []).map { Int($0) }
  }
}
