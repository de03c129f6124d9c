import AnswerRecords
import TestSupport
import Testing

struct EvaluateCommandTests {
  /// Three documents, of which two are about pumps.
  private static let corpus = """
    {"id": "p1", "title": "城南泵站", "text": "城南泵站投入运行，水压当晚恢复。"}
    {"id": "p2", "title": "老城管网", "text": "老城更换管道，城南一带泵站暂停。"}
    {"id": "p3", "title": "防汛", "text": "各街道检查堤防，备足沙袋。"}

    """

  private func folder(qrels: String) throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    try folder.write(Self.corpus, to: "corpus.jsonl")
    try folder.write("q1\t城南泵站\nq2\t堤防\nq3\t泵站\nq4\t糠醛\n", to: "queries.tsv")
    try folder.write(qrels, to: "qrels.tsv")
    return folder
  }

  private let arguments = "eval --corpus corpus.jsonl --queries queries.tsv --qrels qrels.tsv"

  @Test func `eval prints a line for each configuration and how they differ`() throws {
    let folder = try folder(qrels: "q1\tp2\t1\nq2\tp3\t1\nq4\tp1\t1\n")
    let outcome = try Command(folder: folder.path).shell(
      #"TMPDIR=. "$BSEARCH" \#(arguments) --set b=0.3 --compare standard --run out.run "#
        + "--per-query out.tsv; ls -a")
    let lines = outcome.output.split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(
      lines[0].prefix(5) == ["configuration", "nDCG@10", "MRR@10", "recall@10", "recall@100"])
    // 1 ÷ log₂ 3 for the first query, 1 for the second, 0 for the last; the third is left out.
    #expect(lines[1].prefix(6) == ["b=0.3", "0.5436", "0.5000", "0.6667", "0.6667", "3"])
    #expect(lines[2].prefix(2) == ["standard", "0.5436"])
    #expect(lines[3] == ["standard − b=0.3", "+0.0000", "+0.0000", "+0.0000", "+0.0000"])
    #expect(lines[4] == ["p", "1.0000", "1.0000", "1.0000", "1.0000"])
    #expect(lines[5] == ["better/same/worse", "0/3/0", "0/3/0", "0/3/0", "0/3/0"])
    // The temporary index has gone.
    #expect(
      Array(lines[6...].joined()) == [
        ".", "..", "corpus.jsonl", "out.run", "out.tsv", "qrels.tsv", "queries.tsv",
      ])
    #expect(
      outcome.messages == """
        bsearch: 1 query left out, without a relevant document
        bsearch: 1 query without results, counted as 0
        bsearch: p: paired randomisation test on two sides (Smucker, Allan and Carterette, 2007), 10,000 draws, seed 1

        """)
    let run = String(decoding: try readFile(folder.path + "/out.run"), as: UTF8.self)
    #expect(run.hasPrefix("q1 Q0 p1 1 2 b=0.3\nq1 Q0 p2 2 1 b=0.3\nq2 Q0 p3 1 1 b=0.3\n"))
    let queries = String(decoding: try readFile(folder.path + "/out.tsv"), as: UTF8.self)
    #expect(
      queries.split(separator: "\n").map { $0.prefix { $0 != "\t" } } == [
        "query", "q1", "q2", "q4",
      ])
  }

  @Test
  func `several ways to search are compared with the first, with the queries that moved most`()
    throws
  {
    let folder = try folder(qrels: "q1\tp2\t1\nq2\tp3\t1\nq5\tp1\t1\n")
    // Only p2 has all words of the last one.
    try folder.write("q1\t城南泵站\nq2\t堤防\nq5\t城南 老城 泵站\n", to: "queries.tsv")
    let command = Command(folder: folder.path)
    let outcome = try command.shell(
      #""$BSEARCH" \#(arguments) --set all-words --compare any --compare standard --moved 1 --lang zh"#
    )
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[1...3].map { $0.prefix { $0 != "\t" } } == ["all-words", "any", "standard"])
    #expect(lines[4].hasPrefix("any − all-words\t+0.2103"))
    #expect(lines[6].hasPrefix("升/平/降\t1/2/0"))
    #expect(lines[7].hasPrefix("standard − all-words"))
    // What moved, from where to where, and what it asks.
    #expect(
      lines[10...12] == [
        "", "变化最大\tnDCG@10\tany\t差\t查询",
        "q5\t0.0000\t0.6309\t+0.6309\t城南 老城 泵站",
      ])
    #expect(outcome.messages.contains("双侧配对随机化检验"))

    let record = try JSONValue(
      command.shell(
        #""$BSEARCH" \#(arguments) --set all-words --compare any --moved 1 --json"#
      ).output)
    let comparison = record["comparisons"]?[0]
    #expect(comparison?["name"] == "any")
    #expect(comparison?["measures"]?["nDCG@10"]?["better"] == 1)
    #expect(comparison?["moved"]?[0]?["query"] == "q5")
    #expect(comparison?["moved"]?[0]?["text"] == "城南 老城 泵站")
    #expect(comparison?["moved"]?[0]?["before"] == 0)
    #expect(record["test"]?["draws"] == 10_000)
  }

  @Test func `searching with a dictionary is a way that can be compared`() throws {
    let folder = try folder(qrels: "q1\tp3\t1\n")
    try folder.write("城南泵站 = 防汛\n", to: "own.txt")
    let outcome = try Command(folder: folder.path).shell(
      #""$BSEARCH" \#(arguments) --compare dictionary --dictionary own.txt --json"#)
    let comparison = try JSONValue(outcome.output)["comparisons"]?[0]
    #expect(comparison?["name"] == "dictionary")
    #expect(comparison?["measures"]?["recall@10"]?["better"] == 1)
  }

  @Test func `a run file can be what is compared`() throws {
    let folder = try folder(qrels: "q1\tp1\t1\nq2\tp3\t1\n")
    try folder.write("q1 Q0 p2 1 2 other\nq1 Q0 p1 2 1 other\n", to: "other.run")
    let outcome = try Command(folder: folder.path).shell(
      #""$BSEARCH" \#(arguments) --compare-run other.run --json"#)
    let record = try JSONValue(outcome.output)
    let comparison = record["comparisons"]?[0]?["measures"]?["MRR@10"]
    #expect(comparison?["difference"] == .number(-0.75))
    #expect(comparison?["worse"] == 2)
  }

  @Test func `judgements of other documents are an error that says so`() throws {
    let folder = try folder(qrels: "q1\tother\t1\n")
    let outcome = try Command(folder: folder.path).shell(
      #"TMPDIR=. "$BSEARCH" \#(arguments); status=$?; ls; exit $status"#)
    #expect(outcome.status == 2)
    #expect(outcome.output == "corpus.jsonl\nqrels.tsv\nqueries.tsv\n")
    #expect(
      outcome.messages.contains("none of the relevant documents of qrels.tsv is in the index"))
  }

  @Test func `an unknown constant is an error that lists those there are`() throws {
    let folder = try folder(qrels: "q1\tp1\t1\n")
    for setting in [
      "--set k9=1", "--set k1=viel", "--set k1=nan", "--set k1=-5", "--set b=9", "--compare b",
      "--compare any,k9=1",
    ] {
      let outcome = try Command(folder: folder.path).shell(
        #""$BSEARCH" \#(arguments) --lang zh \#(setting)"#)
      #expect(outcome.status == 2)
      #expect(
        outcome.messages.contains("不是搜索方式；请写匹配方式，或 参数=数值（不小于 0，b 不大于 1），以逗号相连；可写 any、all-words"))
    }
  }
}
