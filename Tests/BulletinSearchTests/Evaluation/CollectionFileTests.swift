import BulletinSearch
import TestSupport
import Testing

struct CollectionFileTests {
  @Test(
    arguments: [
      "q1\t城南 泵站\nq2\t水压\t恢复\n",
      "\u{FEFF}q1\t城南 泵站\r\n\r\nq2\t水压\t恢复\r\n",
      #"{"_id": "q1", "text": "城南 泵站"}"# + "\n" + #"{"id": "q2", "query": "水压\t恢复"}"# + "\n",
    ])
  func `queries are read from either form`(text: String) throws {
    let folder = try TemporaryDirectory()
    let queries = try EvaluationQuery.read(path: folder.write(text, to: "queries"))
    #expect(
      queries == [
        EvaluationQuery(id: "q1", text: "城南 泵站"), EvaluationQuery(id: "q2", text: "水压\t恢复"),
      ])
  }

  @Test func `the number of a query may be a number in JSON`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(#"{"_id": 7, "text": "泵站"}"#, to: "queries.jsonl")
    #expect(try EvaluationQuery.read(path: path) == [EvaluationQuery(id: "7", text: "泵站")])
  }

  @Test(
    arguments: [
      "q1\ta\t2\nq1\tb\t0\nq2\ta\t-1\n",
      "query-id\tcorpus-id\tscore\nq1\ta\t2\nq1\tb\t0\nq2\ta\t-1\n",
      "q1 0 a 2\nq1 0 b 0\nq2 0 a -1\n",
      "q1\t0\ta\t2\r\nq1\t0\tb\t0\r\n\r\nq2\t0\ta\t-1\r\n",
      "q1\ta\t2.0\nq1\tb\t0.0\nq2\ta\t-1.0",
    ])
  func `judgements are read from every form`(text: String) throws {
    let folder = try TemporaryDirectory()
    let judgements = try Judgements.read(path: folder.write(text, to: "qrels"))
    #expect(judgements.grades == ["q1": ["a": 2, "b": 0], "q2": ["a": -1]])
    #expect(judgements.relevantDocuments(for: "q1") == ["a"])
    #expect(judgements.relevantDocuments(for: "q2") == [])
  }

  @Test func `an identifier between tabs may have blanks`() throws {
    let folder = try TemporaryDirectory()
    let judgements = try Judgements.read(path: folder.write("q 1\t水务 简讯:92/3\t1\n", to: "qrels"))
    #expect(judgements.grades == ["q 1": ["水务 简讯:92/3": 1]])
  }

  @Test(arguments: ["q1\ta\t1\nq2\tb\tgut\n", "q1\ta\t1\nq2\tb\n", "q1 a b c d\n", "{\n"])
  func `a line that is no judgement is named`(text: String) throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(text, to: "qrels")
    let line = text.hasPrefix("q1\t") ? 2 : 1
    #expect(throws: EvaluationError.malformed(path: path, line: line, kind: .judgements)) {
      try Judgements.read(path: path)
    }
  }

  @Test func `a line that is no query is named, and so is one that comes again`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("q1\t泵站\n泵站\n", to: "queries.tsv")
    #expect(throws: EvaluationError.malformed(path: path, line: 2, kind: .queries)) {
      try EvaluationQuery.read(path: path)
    }
    let again = try folder.write("q1\t泵站\n\nq1\t水压\n", to: "again.tsv")
    #expect(throws: EvaluationError.repeatedQuery(path: again, line: 3, id: "q1")) {
      try EvaluationQuery.read(path: again)
    }
  }

  @Test func `files with nothing in them, and files that are not there, are errors`() throws {
    let folder = try TemporaryDirectory()
    let empty = try folder.write("\n \n", to: "empty")
    let header = try folder.write("query-id\tcorpus-id\tscore\n", to: "header")
    #expect(throws: EvaluationError.empty(path: empty, kind: .queries)) {
      try EvaluationQuery.read(path: empty)
    }
    #expect(throws: EvaluationError.empty(path: header, kind: .judgements)) {
      try Judgements.read(path: header)
    }
    #expect(throws: EvaluationError.empty(path: empty, kind: .run)) {
      try RankedRun.read(path: empty)
    }
    #expect(throws: EvaluationError.self) { try Judgements.read(path: folder.path + "/none") }
  }
}
