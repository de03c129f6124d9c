/// Lines of a file of documents whose identifiers name no document, or more than one.
///
/// The documents are in the index all the same; only ``BulletinIndex/article(_:)`` cannot find them by these.
public struct IdentifierProblems: Sendable, Equatable {
  /// Two lines with one identifier.
  public struct Repetition: Sendable, Equatable {
    /// The line that repeats an identifier, from 1.
    public var line: Int
    /// The first line that has it.
    public var firstLine: Int
  }

  /// The file of documents.
  public var path: String
  /// The first of the lines with the identifier of an earlier one, and how many there are.
  public var repetitions: [Repetition] = []
  /// How many lines repeat an identifier.
  public var repetitionCount = 0
  /// The first of the lines with an empty identifier, and how many there are.
  public var emptyLines: [Int] = []
  /// How many lines have an empty identifier.
  public var emptyCount = 0

  /// How many lines of each kind are named.
  static let mostNamed = 10
}
