import AnswerRecords
import TestSupport
import Testing

@testable import bsearch

/// What all commands of the built program have in common.
///
/// Exit status, where results and messages go, languages, colours, pipes. The commands and options are those that the
/// program tells of, so that none is forgotten.
struct ConventionTests {
  private static let names = CommandExample.all.keys.sorted()
  private static let ended = names.filter { CommandExample.all[$0]?.isEndless == false }

  private static func example(_ name: String) throws -> CommandExample {
    try #require(CommandExample.all[name])
  }

  /// Lines of messages, which begin with the name of the program.
  private static func areMessages(_ text: String) -> Bool {
    text.split(separator: "\n").allSatisfy { $0.hasPrefix("bsearch: ") }
  }

  @Test func `every command has an example, and every option a trial`() throws {
    let commands = try CommandExample.commands()
    #expect(commands.map(\.name).sorted() == Self.names)
    for (name, command) in commands {
      guard let example = CommandExample.all[name] else { continue }
      for argument in command.shownArguments where argument.kind != .positional {
        let option = argument.typedNames.last ?? ""
        #expect(
          !example.trials(of: argument).isEmpty || example.untried[option] != nil,
          "\(name) \(option)")
      }
    }
  }

  @Test(arguments: ended)
  func `what is found has status 0, results on standard output, no colours in a pipe`(
    name: String
  ) throws {
    let folder = try CommandExample.folder()
    let example = try Self.example(name)
    let outcome = try Command(folder: folder.path).run(example.found)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(!outcome.messages.contains("\u{1B}"))
    #expect(Self.areMessages(outcome.messages), "\(outcome.messages)")
    if !example.changes { #expect(!outcome.output.isEmpty) }
  }

  @Test(arguments: ended)
  func `nothing found has status 1 and no result`(name: String) throws {
    guard let nothing = try Self.example(name).nothing else { return }
    let folder = try CommandExample.folder()
    let outcome = try Command(folder: folder.path).run(nothing)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty || ["count", "trend"].contains(name), "\(outcome.output)")
    #expect(Self.areMessages(outcome.messages))
  }

  @Test(arguments: names)
  func `what is wrong has status 2, no result, and words in both languages`(name: String) throws {
    let folder = try CommandExample.folder()
    let example = try Self.example(name)
    let command = Command(folder: folder.path)
    let unknown = name.split(separator: " ").map(String.init) + ["--missing-option"]
    for arguments in example.refused + [unknown] {
      let behind = arguments.firstIndex(of: "--") ?? arguments.endIndex
      var chinese = arguments
      chinese.insert(contentsOf: ["--lang", "zh"], at: behind)
      let english = try command.run(arguments)
      #expect(english.status == 2, "\(arguments) \(english.messages)")
      #expect(english.output == "", "\(arguments)")
      #expect(!english.messages.isEmpty, "\(arguments)")
      #expect(Self.areMessages(english.messages), "\(arguments) \(english.messages)")
      let other = try command.run(chinese)
      #expect(other.status == 2, "\(arguments)")
      #expect(other.messages != english.messages, "\(arguments) \(other.messages)")
      #expect(other.messages.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    }
  }

  @Test(arguments: ended)
  func `every option is taken, with each of its values`(name: String) throws {
    let example = try Self.example(name)
    let arguments = try #require(try CommandExample.commands().first { $0.name == name }).command
      .shownArguments
    let shared = try CommandExample.folder()
    for argument in arguments where argument.kind != .positional {
      for trial in example.trials(of: argument) {
        let outcome: Command.Outcome
        if example.changes {
          let own = try CommandExample.folder()
          outcome = try Command(folder: own.path).run(trial)
        } else {
          outcome = try Command(folder: shared.path).run(trial)
        }
        // Some options leave nothing to be found.
        #expect([0, 1].contains(outcome.status), "\(trial) \(outcome.messages)")
        #expect(Self.areMessages(outcome.messages), "\(trial) \(outcome.messages)")
      }
    }
  }

  @Test(arguments: ended)
  func `JSON is valid and has a version, also of nothing`(name: String) throws {
    let example = try Self.example(name)
    let command = try #require(try CommandExample.commands().first { $0.name == name }).command
    guard command.argument(typed: "--json") != nil else { return }
    let folder = try CommandExample.folder()
    for arguments in [example.found, example.nothing].compactMap(\.self) {
      let output = try Command(folder: folder.path).run(arguments + ["--json"]).output
      let lines = output.split(separator: "\n")
      #expect(!lines.isEmpty)
      let values = try lines.map { try JSONValue(String($0)) }
      #expect(values.contains { $0["version"] == .number(1) }, "\(arguments) \(output)")
    }
  }

  @Test(arguments: ended)
  func `a closed pipe ends quietly`(name: String) async throws {
    let example = try Self.example(name)
    let folder = try CommandExample.folder()
    // The reader is gone before the first byte.
    let words = example.found.map { "'\($0)'" }.joined(separator: " ")
    let outcome = try Command(folder: folder.path).shell(
      "{ sleep 0.2; \"$BSEARCH\" \(words) 2> messages; echo $? > status; } | :")
    #expect(outcome.status == 0)
    for _ in 0..<500 where try !folder.names.contains("status") {
      try await Task.sleep(for: .milliseconds(20))
    }
    let status = String(decoding: try readFile(folder.path + "/status"), as: UTF8.self)
    #expect(status == "0\n", "\(name)")
    let messages = String(decoding: try readFile(folder.path + "/messages"), as: UTF8.self)
    #expect(Self.areMessages(messages) && !messages.contains("pipe"), "\(messages)")
  }
}
