import FoundationEssentials
import TestSupport
import Testing

@testable import bsearch

/// All JSON that the command writes is as `schemas/bsearch-1.schema.json` says.
struct SchemaTests {
  /// What each command writes with `--json`, by its definitions.
  private static let lines: [String: [String]] = [
    "search": ["searchLine"], "similar": ["searchLine"], "count": ["count", "counts"],
    "trend": ["trend"],
    "figures": ["figures"], "show": ["show"], "issues": ["issues"], "toc": ["toc"],
    "sections": ["sections"], "authors": ["authors"], "units": ["units"],
    "bulletins": ["bulletins"], "parse": ["parse"], "segment": ["segment"], "status": ["status"],
    "index": ["index"],
    "check": ["check"], "terms": ["terms", "companions"], "suggest": ["suggest"],
    "eval": ["eval"], "dict list": ["dictList"],
    "dict suggest": ["dictSuggest", "dictSuggestSynonyms"],
    "explain": ["explanation", "noExplanation"], "doctor": ["doctor"],
  ]

  /// Further command lines, and what they write.
  private static let others: [(arguments: [String], definitions: [String])] = [
    (["search", "浇水", "--format", "json", "--facets", "--explain"], ["search"]),
    (["search", "飞船", "--format", "json"], ["search"]),
    (["search", "茶园交水", "--format", "json"], ["search"]),
    (["search", "浇水 日期：昨 花园", "--format", "json", "--any"], ["search"]),
    (["search", "-f", "queries.tsv", "--format", "json"], ["searches"]),
    (["count", "-f", "queries.tsv", "--json"], ["counts"]),
    (["search", "浇水", "--format", "csl-json"], ["citedItems"]),
    (["search", "飞船", "--format", "csl-json"], ["citedItems"]),
    (["figures", "猫", "--format", "jsonl"], ["figureLine"]),
    (["similar", "--reprints", "--json"], ["reprints"]),
    (["explain", "浇水 OR", "--json"], ["queryReading"]),
    (["dict", "suggest", "--min", "1", "--synonyms", "--format", "json"], ["dictSuggestSynonyms"]),
    (["export"], ["archiveLine"]),
  ]

  /// Options that ask for something else than JSON, or for JSON already.
  private static let otherForms: Set<String> = [
    "--format", "--json", "-l", "-c", "-q", "-0", "--cite", "--help", "--version",
  ]

  @Test(arguments: CommandExample.all.keys.sorted())
  func `what a command writes as JSON is as the schema says`(name: String) throws {
    let command = try #require(try CommandExample.commands().first { $0.name == name }).command
    guard command.argument(typed: "--json") != nil else { return }
    let definitions = try #require(Self.lines[name], "\(name) writes JSON and has no schema")
    let example = try #require(CommandExample.all[name])
    let folder = try CommandExample.folder()
    let schema = try JSONSchema()
    var trials = [example.found, example.nothing].compactMap(\.self)
    for argument in command.shownArguments where argument.kind != .positional {
      trials += example.trials(of: argument)
    }
    for trial in trials where Self.otherForms.isDisjoint(with: trial) {
      let outcome = try Command(folder: folder.path).run(trial + ["--json"])
      // Some options are of other forms.
      guard [0, 1].contains(outcome.status) else { continue }
      try Self.expect(outcome.output, as: definitions, schema, of: trial)
    }
  }

  @Test func `other forms of JSON are as the schema says`() throws {
    let folder = try CommandExample.folder()
    let schema = try JSONSchema()
    for (arguments, definitions) in Self.others {
      let outcome = try Command(folder: folder.path).run(arguments)
      #expect([0, 1].contains(outcome.status), "\(arguments) \(outcome.messages)")
      try Self.expect(outcome.output, as: definitions, schema, of: arguments)
    }
  }

  @Test func `every definition of an output is that of a command`() throws {
    let used = Set(Self.lines.values.flatMap(\.self) + Self.others.flatMap(\.definitions))
    #expect(Set(try JSONSchema().outputs) == used)
  }

  @Test func `what the schema does not say is wrong`() throws {
    let schema = try JSONSchema()
    func problem(_ text: String) throws -> String? {
      schema.problem(of: try JSONValue(text), as: ["dictList"])
    }
    #expect(try problem(#"{"path":"a","words":["b"],"synonyms":[],"version":1}"#) == nil)
    #expect(try problem(#"{"path":"a","words":["b"],"synonyms":[]}"#) != nil)
    #expect(try problem(#"{"path":"a","words":[1],"synonyms":[],"version":1}"#) != nil)
    #expect(try problem(#"{"path":"a","words":[],"synonyms":[],"version":2}"#) != nil)
    #expect(try problem(#"{"path":"a","words":[],"synonyms":[],"version":1,"more":1}"#) != nil)
  }

  private static func expect(
    _ output: String, as definitions: [String], _ schema: JSONSchema, of arguments: [String]
  ) throws {
    // A list of references is the only form that is not one value a line.
    let values =
      definitions == ["citedItems"]
      ? [try JSONValue(output)] : try output.split(separator: "\n").map { try JSONValue($0) }
    for value in values {
      let problem = schema.problem(of: value, as: definitions)
      #expect(problem == nil, "\(arguments)")
    }
  }
}
