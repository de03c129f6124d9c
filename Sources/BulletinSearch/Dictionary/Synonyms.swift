internal import TextAnalysis

/// Names that a user says stand for each other: who searches for one finds the others too.
public struct Synonyms: Sendable, Equatable {
  /// The longest name, in characters as they are searched.
  static let maximumNameLength = 100
  /// The most groups; no list of a user comes near.
  static let maximumGroupCount = 100_000

  /// Names that stand for each other, as they are written.
  public let groups: [[String]]
  /// The names as they are searched, with the groups they are in.
  private let places: [[UInt32]: [Int]]
  /// The length of the longest name.
  let longestName: Int

  /// Names of which those of a group stand for each other.
  public init(_ groups: [[String]]) {
    self.groups = Array(groups.prefix(Self.maximumGroupCount))
    var places: [[UInt32]: [Int]] = [:]
    for (number, group) in self.groups.enumerated() {
      for name in group {
        let scalars = Self.folded(name)
        guard (1...Self.maximumNameLength).contains(scalars.count) else { continue }
        if places[scalars]?.last != number { places[scalars, default: []].append(number) }
      }
    }
    self.places = places
    longestName = places.keys.map(\.count).max() ?? 0
  }

  /// Whether no name stands for another.
  public var isEmpty: Bool { places.isEmpty }

  /// The other names of a name, as they are written, in the order of the lines; nil if it is in no group.
  func others(of name: some Sequence<UInt32>) -> [String]? {
    let name = Array(name)
    guard let numbers = places[name] else { return nil }
    var others: [String] = []
    for other in numbers.flatMap({ groups[$0] })
    where !others.contains(other) && Self.folded(other) != name { others.append(other) }
    return others
  }

  /// A name as it is searched.
  static func folded(_ name: String) -> [UInt32] { TextAnalyzer().fold(Array(name.utf8)).scalars }
}
