/// How Han characters are read, without tones; each character has one reading, its most frequent.
///
/// ü is written v, as on a keyboard.
public struct Pinyin: Sendable {
  /// Made once, when something is first asked for.
  public static let shared = Pinyin(table: PinyinTable.readings)

  /// All readings, in order.
  public let readings: [String]
  private let numbers: [String: Int]
  private let characters: [[UInt32]]
  /// For each scalar from ``firstIdeograph`` on, the number of its reading, from 1; 0 for none.
  private let readingNumbers: [UInt16]

  private static let firstIdeograph: UInt32 = 0x4E00
  private static let ideographCount = 0x5200

  /// - Parameter table: Readings in lower-case letters, each before the characters that have it.
  init(table: String) {
    var readings: [String] = []
    var characters: [[UInt32]] = []
    var numbers = [UInt16](repeating: 0, count: Self.ideographCount)
    var letters = ""
    for scalar in table.unicodeScalars where scalar != "\n" {
      guard !scalar.isASCII else {
        letters.unicodeScalars.append(scalar)
        continue
      }
      if !letters.isEmpty {
        readings.append(letters)
        characters.append([])
        letters = ""
      }
      guard !readings.isEmpty else { continue }
      characters[characters.count - 1].append(scalar.value)
      let place = Int(scalar.value) - Int(Self.firstIdeograph)
      if numbers.indices.contains(place) { numbers[place] = UInt16(readings.count) }
    }
    self.readings = readings
    self.characters = characters
    self.numbers = Dictionary(
      zip(readings, readings.indices), uniquingKeysWith: { first, _ in first })
    readingNumbers = numbers
  }

  /// The reading of a folded scalar; nil if it is no Han character or a very rare one.
  public func reading(of scalar: UInt32) -> String? {
    number(of: scalar).map { readings[$0] }
  }

  /// Whether both scalars have readings, and the same.
  public func areHomophones(_ left: UInt32, _ right: UInt32) -> Bool {
    guard let number = number(of: left) else { return false }
    return number == self.number(of: right)
  }

  /// The folded scalars that have `reading`, in order.
  public func characters(read reading: String) -> [UInt32] {
    numbers[reading].map { characters[$0] } ?? []
  }

  /// The scalars that are read as `scalar`, itself among them; none if it has no reading.
  public func homophones(of scalar: UInt32) -> [UInt32] {
    number(of: scalar).map { characters[$0] } ?? []
  }

  private func number(of scalar: UInt32) -> Int? {
    guard scalar >= Self.firstIdeograph else { return nil }
    let place = Int(scalar - Self.firstIdeograph)
    guard place < readingNumbers.count, readingNumbers[place] > 0 else { return nil }
    return Int(readingNumbers[place]) - 1
  }
}
