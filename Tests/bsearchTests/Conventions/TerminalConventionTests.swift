import BulletinSearch
import FoundationEssentials
import TestSupport
import Testing

@testable import bsearch

/// What all commands show on a terminal: in lines that fit, with colours unless they are not wanted.
@Suite(.enabled(if: hasTerminals, "script(1) is missing"))
struct TerminalConventionTests {
  private static let names = CommandExample.all.filter { !$0.value.isEndless && !$0.value.changes }
    .keys.sorted()
  /// Commands whose lines are data, which are not cut: what is read in an article, and what other programs read.
  private static let unbroken: Set<String> = [
    "show", "man", "completions", "segment", "parse", "status", "doctor", "eval", "explain",
    "export",
    "dict list",
    "dict suggest", "check",
  ]

  /// What a command writes to a terminal of `width` columns.
  private static func shown(
    _ arguments: [String], in folder: String, width: Int, _ variables: String = ""
  ) throws -> String {
    let words = arguments.map { "'\($0)'" }.joined(separator: " ")
    let line = "stty cols \(width); \(variables) \"$BSEARCH\" \(words) 2> /dev/null"
    return try Command(folder: folder).shell(
      "export TERM=xterm line='\(line.replacing("'", with: "'\\''"))'; script -qec 'eval \"$line\"' /dev/null"
    ).output.replacing("\r\n", with: "\n")
  }

  private static func withoutColors(_ text: String) -> String {
    text.replacing(/\u{1B}(\[[0-9;]*m|\]8;;[^\u{1B}]*\u{1B}\\)/, with: "")
  }

  @Test(arguments: names, [40, 80, 200])
  func `lines fit the terminal, and colours and links are all there is besides text`(
    name: String, width: Int
  ) throws {
    let folder = try CommandExample.folder()
    let example = try #require(CommandExample.all[name])
    for language in ["en", "zh"] {
      let shown = try Self.shown(
        example.found + ["--lang", language], in: folder.path, width: width)
      let plain = Self.withoutColors(shown)
      #expect(!plain.isEmpty)
      #expect(!plain.contains("\u{1B}"), "\(plain)")
      if Self.unbroken.contains(name) { continue }
      for line in plain.split(separator: "\n") {
        #expect(displayWidth(of: String(line)) <= width, "\(line)")
      }
    }
  }

  @Test(arguments: names)
  func `NO_COLOR is heeded`(name: String) throws {
    let folder = try CommandExample.folder()
    let example = try #require(CommandExample.all[name])
    let shown = try Self.shown(example.found, in: folder.path, width: 80, "NO_COLOR=1")
    #expect(!shown.contains("\u{1B}"))
  }
}

/// Whether a program can be run on a terminal here.
private let hasTerminals = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")
