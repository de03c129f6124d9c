import AnswerRecords
import TestSupport
import Testing

struct DictCommandTests {
  @Test func `words are added, listed and removed beside the index`() throws {
    let issues = try Issues.indexed()
    let command = issues.command
    #expect(try command.run("dict", "list").status == 1)
    #expect(try command.run("dict", "add", "水压", "管网", "水压").status == 0)
    #expect(try command.run("词典", "列").output == "水压\n管网\n")
    #expect(try readFile(issues.directory.path + "/.bsearch.dict") == Array("水压\n管网\n".utf8))
    #expect(try command.run("dict", "remove", "管网").status == 0)
    #expect(try command.run("dict", "remove", "管网").status == 1)
    #expect(try command.run("dict").output == "水压\n")
    #expect(try JSONValue(command.run("dict", "list", "--json").output).isObject)
  }

  @Test func `a search uses the words without being told and finds the same`() throws {
    let issues = try Issues.indexed()
    let command = issues.command
    let (found, cut) = ("城南泵站", "segment")
    let before = try command.run("-l", found).output
    _ = try command.run("dict", "add", "南泵")
    #expect(try command.run("-l", found).output == before)
    #expect(try command.run(cut, found).output.contains("南泵\than user\t"))
    #expect(try command.run("count", found).status == 0)
  }

  @Test func `names that articles define are suggested, kept, used and told`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(
      "# 简讯\n\n## 通报\n\n岚江省通信管理局（以下简称省通管局）作了通报。\n\n## 回复\n\n省通信管理局回复了来信。\n",
      to: "issues/1.md")
    let command = Command(folder: folder.path)
    #expect(try command.run("index", "issues").status == 0)
    let table = try command.run("dict", "suggest", "--synonyms").output
    #expect(
      table.hasPrefix("省通管局\t省通信管理局\t1\t1\t2\t"), "\(table)")
    #expect(table.hasSuffix("issues/1.md:5: 省通信管理局（以下简称省通管局）\n"), "\(table)")
    let record = try JSONValue(command.run("dict", "suggest", "--synonyms", "--json").output)
    #expect(record["synonyms"]?[0]?["evidence"]?[0]?["line"] == 5)

    #expect(try command.run("-c", "省通管局").output == "1\n")
    #expect(try command.run("dict", "add", "省通管局=省通信管理局").status == 0)
    #expect(try command.run("dict").output == "省通管局 = 省通信管理局\n")
    let outcome = try command.run("-l", "省通管局", "--lang", "zh")
    #expect(outcome.output.split(separator: "\n").count == 2)
    #expect(outcome.messages.contains("也检索：省通信管理局"))
    #expect(try command.run("count", "省通管局", "--lang", "en").messages.contains("also searched for"))
    // What is known is not suggested again.
    let again = try command.run("dict", "suggest", "--synonyms", "--lang", "zh")
    #expect(again.status == 1)
    #expect(again.messages == "bsearch: 文章里没有写明的简称和全称\n")

    // A list of suggestions is a dictionary.
    #expect(try command.run("dict", "remove", "省通管局 = 省通信管理局").status == 0)
    let list = try command.run("dict", "suggest", "--synonyms", "--format", "dict").output
    try folder.write(list, to: "own.txt")
    #expect(
      try command.run("-l", "省通管局", "--dictionary", "own.txt").output.split(separator: "\n").count
        == 2)
  }

  @Test func `a dictionary can be named, here or in the environment`() throws {
    let issues = try Issues.indexed()
    var command = issues.command
    try issues.directory.write("南泵 12 n\n", to: "own.txt")
    for arguments in [["segment", "城南泵站"], ["search", "泵站"], ["count", "泵站"]] {
      let outcome = try command.run(arguments[0], arguments[1], "--dictionary", "own.txt")
      #expect(outcome.status == 0)
      #expect(outcome.messages == "")
    }
    command.environment["BSEARCH_DICTIONARY"] = "own.txt"
    #expect(try command.run("dict").output == "南泵\n")
  }

  @Test func `an index is made with a dictionary`() throws {
    let issues = try Issues.written()
    let command = issues.command
    try issues.directory.write("南泵站\n", to: "own.txt")
    #expect(try command.run("index", "issues", "--dictionary", "own.txt").status == 0)
    #expect(try command.run("status").output.contains(" dictionary-"))
    #expect(try command.run("-c", "城南泵站").output == "1\n")
  }

  @Test func `bad lines are named and bad files are errors in both languages`() throws {
    let issues = try Issues.indexed()
    let command = issues.command
    try issues.directory.write("水压\n——\n管网 cost=x\n", to: "own.txt")
    let outcome = try command.run("count", "泵站", "--dictionary", "own.txt", "--lang", "en")
    #expect(outcome.status == 0)
    #expect(
      outcome.messages == """
        bsearch: own.txt:2: line ignored: it has no letter, digit or Chinese character
        bsearch: own.txt:3: line ignored: its cost is not a number from 0 to 10,000

        """)
    let missing = try command.run("泵站", "--dictionary", "none", "--lang", "zh")
    #expect(missing.status == 2)
    #expect(missing.messages.contains("none：词典读不了"))
    #expect(try command.run("dict", "add", "a b").status == 2)
    #expect(try command.run("dict", "add").status == 2)
  }

  @Test func `suggestions are a table, JSON or a dictionary`() throws {
    let issues = try Issues.written()
    let command = issues.command
    let lines = (0..<12).map { number in
      let (before, behind) = ("到在从看向离"[number % 6], "会见知道看听"[number % 6])
      let rest = (0..<100).compactMap { Unicode.Scalar(UInt32(0x4E00 + number * 100 + $0)) }
      let body =
        "\(before)峪岚\(behind)。\(behind)峪岚\(before)。"
        + String(String.UnicodeScalarView(rest))
      return #"{"id":"\#(number)","title":"","body":"\#(body)"}"# + "\n"
    }
    try issues.directory.write(lines.joined(), to: "documents.jsonl")
    _ = try command.run("index", "--format", "jsonl", "documents.jsonl")
    #expect(try command.run("dict", "suggest").output.hasPrefix("峪岚\t24\t12\t"))
    #expect(try JSONValue(command.run("dict", "suggest", "--json").output).isObject)
    let written = try command.shell(
      "$BSEARCH dict suggest --format dict > words && $BSEARCH segment 峪岚 --dictionary words")
    #expect(written.output.contains("峪岚\than user\t"))
    #expect(try command.run("dict", "suggest", "龘").status == 1)
  }
}

extension String {
  fileprivate subscript(offset: Int) -> Character { self[index(startIndex, offsetBy: offset)] }
}
