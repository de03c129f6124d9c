@testable import InvertedIndex

/// What an index answers to everything that can be asked of it.
struct Answers: Equatable {
  /// One answer each, or the error in its place.
  private(set) var lines: [String] = []

  /// - Parameter stride: Of how many documents one is read.
  init(of bytes: [UInt8], stride: Int) throws(IndexError) {
    let index = try IndexReader(bytes: bytes)
    ask { index.properties.sorted { $0.key < $1.key } }
    ask { (index.documentCount, index.termCount, index.averageLength) }
    ask { index.sectionSizes }
    askForDocuments(index, stride: stride)
    askForRows(index)
    askForTerms(index)
    search(index)
  }

  /// Whether the checksums of all sections are right.
  static func areChecksumsRight(of bytes: [UInt8]) -> Bool {
    (try? IndexReader(bytes: bytes).verifyChecksums()) != nil
  }

  private mutating func ask(_ question: () throws -> Any) {
    do {
      lines.append("\(try question())")
    } catch let error as IndexError {
      lines.append(error.description)
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
      ask {
        let row = try index.value(ofColumn: 0, for: document)
        return try index.row(Int(clamping: row), ofTable: 0, near: document)
      }
      ask { try index.row(of: document, inTable: 1) }
    }
  }

  private mutating func askForRows(_ index: IndexReader) {
    for table in 0...1 {
      ask {
        var rows: [[UInt8]] = []
        try index.forEachRow(ofTable: table) { row, _ in
          if rows.count < 20 { rows.append(row) }
        }
        return rows
      }
    }
  }

  private mutating func askForTerms(_ index: IndexReader) {
    for term in ["a", "all", "b", "bulletins-of-7", "once", "zzz"] {
      ask { try index.documentFrequency(of: Term(term)) }
    }
    for segment in index.segments {
      ask {
        var terms: [String] = []
        try segment.terms.forEach(withPrefix: Array("b".utf8)) { term, info in
          terms.append("\(term) \(info)")
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
    for terms in [["a"], ["often"], ["a", "b", "once"], ["all", "often", "bulletin2", "7"]] {
      let scored = terms.map { WeightedTerm(Term($0)) }
      ask { try index.search(Query(scored: scored), limit: 2) }
      ask { try index.search(Query(filter: rare, scored: scored), limit: 2) }
    }
    ask { try index.count(.excluding(all, rare)) }
    ask { try index.count(.all([.term(Term("a")), .term(Term("b"))])) }
    ask { try index.count(.all([run, all])) }
    ask { try index.count(.all([rare, single])) }
  }
}
