/// Which documents answer which queries, and how well (*qrels*).
public struct Judgements: Sendable, Equatable {
  /// The grades of documents by query and document; a document is relevant from 1 on.
  public private(set) var grades: [String: [String: Int]] = [:]

  /// No judgement.
  public init() {}

  /// Sets the grade of a document for a query; the last one counts.
  public mutating func set(_ grade: Int, query: String, document: String) {
    grades[query, default: [:]][document] = grade
  }

  /// The documents that answer a query.
  public func relevantDocuments(for query: String) -> [String] {
    (grades[query] ?? [:]).filter { $0.value > 0 }.keys.sorted()
  }

  /// The judgements of a file.
  ///
  /// A line has query, document and grade between tabs or blanks; where there are four cells, as in
  /// the files of TREC, the second counts for nothing. The first line may be a header, as in BEIR.
  ///
  /// - Throws: ``EvaluationError`` if the file cannot be read, has no judgement, or has a line that
  ///   is none.
  public static func read(path: String) throws -> Judgements {
    var lines = try CollectionLines(path: path)
    var judgements = Judgements()
    var isFirst = true
    while let line = try lines.next() {
      defer { isFirst = false }
      let cells = line.cells
      guard cells.count == 3 || cells.count == 4, let grade = grade(cells[cells.count - 1]) else {
        if isFirst, cells.count == 3 || cells.count == 4 { continue }
        throw EvaluationError.malformed(path: path, line: line.number, kind: .judgements)
      }
      judgements.set(grade, query: cells[0], document: cells[cells.count - 2])
    }
    guard !judgements.grades.isEmpty else {
      throw EvaluationError.empty(path: path, kind: .judgements)
    }
    return judgements
  }

  /// Some files write whole numbers as `1.0`.
  private static func grade(_ cell: String) -> Int? {
    Int(cell) ?? Double(cell).flatMap { Int(exactly: $0) }
  }
}
