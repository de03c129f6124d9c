import TestSupport
import Testing

@testable import BulletinSearch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Which links out of a folder are followed.
struct LinkRuleTests {
  /// A folder with a file of its own, a link to it by the same user, and links to a file and a folder outside.
  private static func linked() throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    try folder.write("水位", to: "in/own/a.md")
    try folder.write("水库", to: "out/b.md")
    try folder.write("闸门", to: "more/c.md")
    try folder.link("in/inner", to: "own")
    try folder.link("in/b.md", to: "../out/b.md")
    try folder.link("in/more", to: "../more")
    return folder
  }

  private static func found(_ folder: borrowing TemporaryDirectory, _ links: LinkRule) throws -> (
    names: [String], refused: [String]
  ) {
    var finder = FileFinder()
    let root = folder.path + "/in"
    try finder.add(root, reading: FileReading(format: .bulletin), links: links)
    func names(_ paths: [String]) -> [String] { paths.map { String($0.dropFirst(root.count + 1)) } }
    #expect(finder.skipped.allSatisfy { $0.reason == .linkOutside })
    return (names(finder.files.map(\.path)), names(finder.skipped.map(\.path)).sorted())
  }

  @Test(arguments: [LinkRule.own, .all])
  func `links of one's own are followed`(links: LinkRule) throws {
    let folder = try Self.linked()
    let (names, refused) = try Self.found(folder, links)
    #expect(names.count == 3)
    #expect(refused.isEmpty)
  }

  @Test func `no link leads out if that is not wanted`() throws {
    let folder = try Self.linked()
    let (names, refused) = try Self.found(folder, .inside)
    #expect(names == ["inner/a.md"])
    #expect(refused == ["b.md", "more"])
  }

  @Test(.enabled(if: getuid() == 0, "only the superuser can give links to others"))
  func `links of others are followed only inside, unless all are wanted`() throws {
    let folder = try Self.linked()
    for name in ["inner", "b.md", "more"] {
      #expect(lchown(folder.path + "/in/" + name, 65_534, 65_534) == 0)
    }
    var (names, refused) = try Self.found(folder, .own)
    #expect(names == ["inner/a.md"])
    #expect(refused == ["b.md", "more"])
    (names, refused) = try Self.found(folder, .all)
    #expect(names.count == 3)
    #expect(refused.isEmpty)
  }

  @Test func `a folder that is named through a link is what it leads to`() throws {
    let folder = try Self.linked()
    try folder.link("named", to: "in")
    var finder = FileFinder()
    try finder.add(
      folder.path + "/named", reading: FileReading(format: .bulletin), links: .inside)
    #expect(finder.files.count == 1)
  }

  @Test func `an index goes on with the rule that it was told`() throws {
    let folder = try Self.linked()
    let path = folder.path + "/test.index"
    var options = IndexingOptions()
    func issues(_ paths: [String]) throws -> Int {
      try BulletinIndexer.index(
        paths: paths.map { folder.path + "/" + $0 }, into: path, options: options
      ).issues
    }
    options.links = .inside
    #expect(try issues(["in"]) == 1)
    options.links = nil
    #expect(try issues([]) == 1)
    #expect(try issues(["in"]) == 1)
    options.links = .all
    #expect(try issues(["in"]) == 3)
    options.links = nil
    #expect(try issues([]) == 3)
    // What is not followed any more leaves.
    options.links = .inside
    #expect(try issues(["in"]) == 1)
  }
}
