import TestSupport
import Testing

@testable import Bulletins

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The examples of the page Figures are what the reader finds.
struct FigurePageTests {
  /// A row of the page: a term, the date of an issue, a text and its numbers.
  struct Example: CustomTestStringConvertible {
    var term: String
    var issue: String
    var text: String
    var numbers: String

    var testDescription: String { "\(term): \(text)" }
  }

  private static func examples() throws -> [Example] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = root.appending(path: "Sources/BulletinSearch/BulletinSearch.docc/Figures.md")
    return try String(decoding: Data(contentsOf: page), as: UTF8.self).split(separator: "\n")
      .compactMap { line in
        let cells = line.split(separator: "|").map { String(Substring($0).trimmed) }
        guard line.hasPrefix("| "), cells.count == 4, cells[0] != "term" else { return nil }
        return Example(term: cells[0], issue: cells[1], text: cells[2], numbers: cells[3])
      }
  }

  @Test func `the page has examples`() throws {
    #expect(try Self.examples().count > 40)
  }

  @Test(arguments: try examples())
  func `an example of the page holds`(example: Example) {
    let found = figures(example.text, about: example.term, issue: example.issue)
    let numbers = found.map(\.shown).joined(separator: "; ")
    #expect((numbers.isEmpty ? "–" : numbers) == example.numbers)
  }
}

/// The figures of a text that stand with a term, which is looked for as it is written.
func figures(_ text: String, about term: String, issue: String) -> [Figure] {
  let numbers = issue.split(separator: "-").compactMap { Int($0) }
  let date = FigurePeriod.Date(year: numbers[0], month: numbers[1], day: numbers[2])
  let utf8 = Array(text.utf8)
  let sought = Array(term.utf8)
  var places: [Range<Int>] = []
  var start = 0
  while start + sought.count <= utf8.count {
    let isFound = utf8[start..<start + sought.count].elementsEqual(sought)
    if isFound { places.append(start..<start + sought.count) }
    start += isFound ? sought.count : 1
  }
  return FigureReader(issue: date).figures(in: utf8, about: places)
}

extension Figure {
  /// Value and unit, kind, and what is said of them, as the page has it.
  var shown: String {
    var parts = ["\(value)" + (upper.map { "–\($0)" } ?? "")]
    if !unit.isEmpty || per != nil { parts[0] += " " + unit + (per.map { "/" + $0 } ?? "") }
    parts.append(kind.rawValue)
    parts += [qualifier, comparison, period?.shown, owner].compactMap(\.self)
    return (isCertain ? "" : "? ") + parts.joined(separator: ", ")
  }
}
