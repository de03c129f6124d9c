@testable import InvertedIndex

/// What an index answers to everything that can be asked of it.
struct Answers: Equatable {
  /// The hash of each answer, or of the error in its place.
  private var hashes: [Int] = []

  /// Asks an index that is held in memory; of every `stride` documents, it reads one.
  init(of bytes: [UInt8], stride: Int) throws(IndexError) {
    let index = try IndexReader(bytes: bytes)
    ask { index.properties }
    ask { [Double(index.documentCount), Double(index.termCount), index.averageLength] }
    ask { index.sectionSizes.map(\.byteCount) }
    askForDocuments(index, stride: stride)
    askForRows(index)
    askForTerms(index)
    search(index)
  }

  /// Whether the checksums of all sections are right.
  static func areChecksumsRight(of bytes: [UInt8]) -> Bool {
    (try? IndexReader(bytes: bytes).verifyChecksums()) != nil
  }

  private mutating func ask(_ question: () throws -> some Hashable) {
    do {
      hashes.append(try question().hashValue)
    } catch let error as IndexError {
      hashes.append(error.description.hashValue)
    } catch {
      preconditionFailure("an error of another kind: \(error)")
    }
  }

  private mutating func askForDocuments(_ index: IndexReader, stride step: Int) {
    // One more than there should be, in case of a damaged count.
    for number in stride(from: 0, through: min(index.documentCount, 300), by: step) {
      let document = DocumentID(rawValue: UInt32(number))
      ask { try index.text(of: document) }
      ask { try index.scalars(of: document) }
      ask { try index.value(ofColumn: 1, for: document) }
      ask { try index.row(of: document, inTable: 0) }
      ask { try index.row(of: document, inTable: 1) }
      ask { try index.group(of: document) }
    }
  }

  private mutating func askForRows(_ index: IndexReader) {
    ask {
      var rows: [[UInt8]] = []
      try index.forEachGroup { if rows.count < 20 { rows.append($0.row) } }
      return rows
    }
  }

  private mutating func askForTerms(_ index: IndexReader) {
    for term in ["a", "all", "b", "bulletins-of-7", "once", "zzz"] {
      ask { try index.documentFrequency(of: Term(term)) }
    }
    for segment in index.segments {
      ask {
        var terms: [Term] = []
        try segment.terms.forEach(withPrefix: Array("b".utf8)) { term, _ in
          terms.append(term)
          return terms.count < 20
        }
        return terms
      }
    }
  }

  private mutating func search(_ index: IndexReader) {
    let all = Filter.any([.term(Term("a")), .term(Term("all"))])
    let run = Filter.run(TextRun(scalars: [0x6E, 0x20], terms: [Term("often")]))
    let single = Filter.run(TextRun(scalars: [0x61], terms: []))
    let rare = Filter.any([.term(Term("once")), .term(Term("bulletin1")), run])
    ask { try Self.numbers(of: index.search(Self.query(["a"]), limit: 2)) }
    ask { try Self.numbers(of: index.search(Self.query(["b", "often", "once", "a"]), limit: 2)) }
    let filtered = Self.query(["a", "often", "bulletin1"], filter: rare)
    ask { try Self.numbers(of: index.search(filtered, limit: 2)) }
    ask { try Self.numbers(of: index.count(.excluding(all, rare))) }
    ask { try Self.numbers(of: index.count(.all([.term(Term("a")), .term(Term("b"))]))) }
    ask { try Self.numbers(of: index.count(.all([run, all]))) }
    ask { try Self.numbers(of: index.count(.all([rare, single]))) }
  }

  private static func query(_ terms: [String], filter: Filter? = nil) -> Query {
    Query(filter: filter, scored: terms.map { WeightedTerm(Term($0)) })
  }

  private static func numbers(of results: [RankedDocument]) -> [Double] {
    results.flatMap { [Double($0.document.rawValue), $0.score] }
  }

  private static func numbers(of count: MatchCount) -> [Int] {
    [count.documents, count.occurrences]
  }
}
