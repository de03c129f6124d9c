import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The page of promises names tests that are there.
struct SafetyPageTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path()

  /// The facts that each suite of all tests states, by the suites' names.
  private static func facts() throws -> [String: Set<String>] {
    var facts: [String: Set<String>] = [:]
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root + "/Tests")
    for path in paths where path.hasSuffix("Tests.swift") {
      let text = String(decoding: try readFile(root + "/Tests/" + path), as: UTF8.self)
      var suite = ""
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        if let place = words.firstIndex(of: "struct"), place + 1 < words.count,
          words[place + 1].hasSuffix("Tests")
        {
          suite = String(words[place + 1])
        }
        let parts = line.split(separator: "`")
        if parts.count > 1, parts[0].hasSuffix("func ") {
          facts[suite, default: []].insert(String(parts[1]))
        }
      }
    }
    return facts
  }

  @Test func `every test that the page of safety names is there`() throws {
    let page = String(
      decoding: try readFile(
        Self.root + "/Sources/BulletinSearch/BulletinSearch.docc/Safety.md"), as: UTF8.self)
    let facts = try Self.facts()
    var count = 0
    for line in page.split(separator: "\n") where line.hasPrefix("- `") {
      let name = line.dropFirst(3).prefix { $0 != "`" }
      let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
      let isThere = parts.count == 2 && facts[parts[0]]?.contains(parts[1]) ?? false
      #expect(isThere, "\(name)")
      count += 1
    }
    #expect(count > 40)
  }
}
