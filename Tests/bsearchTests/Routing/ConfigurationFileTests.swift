import AnswerRecords
import FoundationEssentials
import Testing

@testable import bsearch

/// Options that stand in a file, an option a line.
struct ConfigurationFileTests {
  /// `search` with -n/--limit, --format, -l, --any; `count` with --any; `index` with --jobs; all with --lang.
  private static func tree() throws -> CommandTree {
    func option(_ kind: String, _ names: String...) -> String {
      let list = names.map { name in
        #"{"kind":"\#(name.count == 1 ? "short" : "long")","name":"\#(name)"}"#
      }
      return
        #"{"kind":"\#(kind)","shouldDisplay":true,"isOptional":true,"isRepeating":false,"names":["#
        + list.joined(separator: ",") + "]}"
    }
    func command(_ name: String, _ options: String...) -> String {
      let all = options + [option("option", "lang")]
      return #"{"commandName":"\#(name)","arguments":[\#(all.joined(separator: ","))]}"#
    }
    let commands = [
      command(
        "search", option("option", "n", "limit"), option("option", "format"), option("flag", "l"),
        option("flag", "any")),
      command("count", option("flag", "any")), command("index", option("option", "jobs")),
    ]
    let json = #"{"commandName":"bsearch","subcommands":[\#(commands.joined(separator: ","))]}"#
    return try JSONDecoder().decode(CommandTree.self, from: Data(Array(json.utf8)))
  }

  private func arguments(
    _ text: String, _ command: String = "search", typed: String = ""
  ) throws -> [String] {
    try ConfigurationFile(path: "c", text: text, home: "/home/a").arguments(
      for: command, typed: typed.split(separator: " ").map(String.init), in: Self.tree())
  }

  private func problem(_ text: String) throws -> ConfigurationFile.LineError? {
    do {
      _ = try arguments(text)
      return nil
    } catch let error as ConfigurationFile.LineError {
      return error
    }
  }

  @Test func `a line goes to each command that has the option`() throws {
    let text = "\u{FEFF}# mine\r\n\r\n--lang zh\r\n  --limit=20 \r\n--any\r\n--jobs 2\r\n"
    #expect(try arguments(text) == ["--lang", "zh", "--limit", "20", "--any"])
    #expect(try arguments(text, "count") == ["--lang", "zh", "--any"])
    #expect(try arguments(text, "index") == ["--lang", "zh", "--jobs", "2"])
  }

  @Test func `a line with a command is for that command`() throws {
    #expect(try arguments("search --any\nsearch   -n 5\ncount --any\n") == ["--any", "-n", "5"])
    #expect(try arguments("search --any\n", "count") == [])
  }

  @Test func `a value may have blanks, and a home`() throws {
    #expect(try arguments("--format = a b\n") == ["--format", "= a b"])
    #expect(try arguments("--format=a  b") == ["--format", "a  b"])
    #expect(try arguments("--format ~/a b") == ["--format", "/home/a/a b"])
  }

  @Test(arguments: ["-n 3", "--limit=3", "5G -n3", "--all"])
  func `what is typed counts more`(typed: String) throws {
    #expect(try arguments("--limit 20\n--any\n", typed: typed) == ["--any"])
  }

  @Test func `what is typed behind two dashes is no option`() throws {
    #expect(try arguments("--limit 20\n", typed: "-- --limit") == ["--limit", "20"])
  }

  @Test func `another form of results takes the place of one in the file`() throws {
    #expect(try arguments("--format json\n", typed: "-l 5G") == [])
    #expect(try arguments("-l\n", typed: "--format md 5G") == [])
  }

  @Test(arguments: [
    ("\nlimit = 20", 2, ConfigurationFile.Problem.noOption("limit = 20")),
    ("--\n", 1, .noOption("--")), ("-\n", 1, .noOption("-")),
    ("trend --any", 1, .noOption("trend --any")),
    ("--limt 20", 1, .unknownOption("--limt", command: nil)),
    ("count --limit 20", 1, .unknownOption("--limit", command: "count")),
    ("--lang zh\n--limit\n", 2, .missingValue("--limit")),
    ("--limit=", 1, .missingValue("--limit")),
    ("--any yes", 1, .unexpectedValue("--any")),
    // Also of a command that is not run.
    ("index --jobs", 1, .missingValue("--jobs")),
  ])
  func `a line that is wrong is named`(
    text: String, line: Int, problem: ConfigurationFile.Problem
  ) throws {
    #expect(
      try self.problem(text)
        == ConfigurationFile.LineError(path: "c", line: line, problem: problem))
  }
}
