/// The identifiers of the documents of a file, by their hashes: 16 bytes a document.
struct DocumentIdentifiers: Sendable {
  private struct Place {
    var hash: Int
    var line: Int
  }

  private var places: [Place] = []
  private var emptyLines: [Int] = []
  private var emptyCount = 0

  mutating func add(_ identifier: String, line: Int) {
    guard !identifier.isEmpty else {
      emptyCount += 1
      if emptyLines.count < IdentifierProblems.mostNamed { emptyLines.append(line) }
      return
    }
    // With a key of the process, so that no file can be made whose identifiers only seem to be equal.
    var hasher = Hasher()
    for byte in identifier.utf8 { hasher.combine(byte) }
    places.append(Place(hash: hasher.finalize(), line: line))
  }

  /// Adds those of later lines.
  mutating func append(_ other: DocumentIdentifiers) {
    places += other.places
    emptyLines = Array((emptyLines + other.emptyLines).prefix(IdentifierProblems.mostNamed))
    emptyCount += other.emptyCount
  }

  /// What is wrong with them; nil if nothing is.
  func problems(path: String) -> IdentifierProblems? {
    var problems = IdentifierProblems(path: path)
    problems.emptyLines = emptyLines
    problems.emptyCount = emptyCount
    let sorted = places.sorted { ($0.hash, $0.line) < ($1.hash, $1.line) }
    var first = sorted.first
    var repetitions: [IdentifierProblems.Repetition] = []
    for place in sorted.dropFirst() {
      if let first, first.hash == place.hash {
        repetitions.append(.init(line: place.line, firstLine: first.line))
      } else {
        first = place
      }
    }
    problems.repetitionCount = repetitions.count
    problems.repetitions = Array(
      repetitions.sorted { $0.line < $1.line }.prefix(IdentifierProblems.mostNamed))
    return repetitions.isEmpty && emptyCount == 0 ? nil : problems
  }
}
