import Testing

/// The folders of the sources use each other in the order that ARCHITECTURE.md gives.
struct FolderOrderTests {
  /// The lines under the heading of the order: a target, a colon, its folders.
  private static func documentedOrders() throws -> [String: FolderOrder] {
    let text = try Repository.text("ARCHITECTURE.md")
    var orders: [String: FolderOrder] = [:]
    var isInSection = false
    for line in text.split(separator: "\n") {
      if line.hasPrefix("## ") { isInSection = line == "## The order of folders" }
      guard isInSection, line.hasPrefix("    "), let colon = line.firstIndex(of: ":") else {
        continue
      }
      let target = line[..<colon].split(separator: " ").joined()
      orders[target] = FolderOrder(
        folders: line[colon...].dropFirst().split(separator: " ").map(String.init))
    }
    return orders
  }

  @Test(arguments: Repository.targets)
  func `no folder uses what comes after it`(target: String) throws {
    let order = try #require(try Self.documentedOrders()[target])
    let found = order.violations(in: try Repository.sources(of: target))
    #expect(found.unnamed.isEmpty)
    #expect(found.violations.isEmpty)
  }

  // What follows holds the check itself against sources that break the order.

  private static let planted = [
    "Low/Box.swift": "struct Box { var depth = 0 }",
    "High/Shelf.swift": "struct Shelf { var box = Box() }\nextension Box { func shelve() {} }",
  ]

  private static func names(_ files: [String: String]) -> [String] {
    FolderOrder(folders: ["Low", "High", "."]).violations(in: files.mapValues { Array($0.utf8) })
      .violations.map { "\($0.file):\($0.line) \($0.name) \($0.folder)" }
  }

  @Test func `a type, a function and a member of a later folder are found`() {
    #expect(Self.names(Self.planted).isEmpty)
    var files = Self.planted
    files["Low/Lid.swift"] = """
      let lid = 1
      // Shelf
      func open(_ box: Box) -> Shelf? { box.shelve(); return build("\\(start())") }
      """
    files["main.swift"] = "func start() -> Int { 1 }\nprivate func build(_ text: String) {}"
    #expect(
      Self.names(files) == [
        "Low/Lid.swift:3 Shelf High", "Low/Lid.swift:3 shelve High", "Low/Lid.swift:3 start .",
      ])
  }

  @Test func `comments, strings and names that several folders declare are nobody's`() {
    var files = Self.planted
    files["Low/Lid.swift"] = #"""
      /* Shelf /* Shelf */ Shelf */
      let text = "Shelf \" Shelf", raw = ##"Shelf "# \(Shelf) Shelf"##
      let long = """
        Shelf "" Shelf
        """
      private struct Hook {}
      """#
    files["High/Hook.swift"] = "struct Hook {}\nenum Kind {}"
    files["Low/Kind.swift"] = "enum Kind { case one }\nlet kind = Kind.one"
    #expect(Self.names(files).isEmpty)
  }

  @Test func `a folder that the order does not name is told`() {
    let order = FolderOrder(folders: ["Low"])
    #expect(order.violations(in: ["Other/A.swift": []]).unnamed == ["Other"])
  }
}
