import InvertedIndex
import TestSupport
import Testing

@testable import BulletinSearch

/// Indexes that take a share of the files each.
struct ShareTests {
  private static let names = (1...12).map { "甲/第\($0)期.md" }

  private static func text(_ word: String) -> String { "# 青川简讯\n\n## 泵站\(word)\n\n泵站投入运行。\n" }

  private static func folder() throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    for name in names {
      try folder.write(text(name), to: "issues/" + name)
      // What is too young to be known by its time is dated anew by a later update.
      try folder.settle("issues/" + name)
    }
    return folder
  }

  private static func options(_ number: Int, of count: Int) throws -> IndexingOptions {
    var options = IndexingOptions()
    let share = try #require(CollectionShare(number, of: count))
    options.share = share
    return options
  }

  private static func paths(_ path: String) throws -> [String] {
    try BulletinIndex(path: path).issues().map(\.path)
  }

  @Test(arguments: [1, 3, 40])
  func `every file is in one share, and a share may have none`(count: Int) throws {
    let folder = try Self.folder()
    var all: [String] = []
    for number in 1...count {
      let path = "\(folder.path)/\(number).index"
      let report = try BulletinIndexer.index(
        paths: [folder.path + "/issues"], into: path, options: Self.options(number, of: count))
      let index = try BulletinIndex(path: path)
      #expect(report.issues == index.articleCount)
      #expect(try index.status().share == CollectionShare(number, of: count))
      #expect(try index.count("泵站").articles == index.articleCount)
      #expect(try index.search("投入 OR 没有").results.count == min(index.articleCount, 10))
      #expect(index.check(deep: true, limit: 5).faults == [])
      all += try Self.paths(path)
    }
    #expect(all.sorted() == Self.names.map { "\(folder.path)/issues/\($0)" }.sorted())
  }

  @Test func `an update goes by the share of before`() throws {
    let folder = try Self.folder()
    let path = folder.path + "/1.index"
    let share = try #require(CollectionShare(1, of: 3))
    func expected() -> [String] {
      (Self.names + ["甲/第30期.md", "甲/第31期.md", "乙/第2期.md"])
        .map { "issues/" + $0 }.filter(share.has).map { "\(folder.path)/\($0)" }
        .filter { FileStatus(path: $0) != nil }.sorted()
    }
    let options = try Self.options(1, of: 3)
    _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: path, options: options)
    #expect(try Self.paths(path).sorted() == expected())
    let bytes = try readFile(path)
    for options in [IndexingOptions(), options] {
      #expect(try BulletinIndexer.index(paths: [], into: path, options: options).changes.isEmpty)
      #expect(try readFile(path) == bytes)
    }

    for name in ["甲/第30期.md", "甲/第31期.md"] {
      try folder.write(Self.text(name), to: "issues/" + name)
    }
    for name in Self.names.prefix(4) { folder.remove("issues/" + name) }
    try folder.write("", to: "issues/乙/空.md")
    for name in Self.names.dropFirst(5) {
      // Some leave the share by their new names, some come into it.
      try folder.move("issues/" + name, to: "issues/移\(name.dropFirst(2))")
    }
    _ = try BulletinIndexer.index(paths: [], into: path)
    let moved = Self.names.dropFirst(5).map { "issues/移\($0.dropFirst(2))" }
      .filter(share.has).map { "\(folder.path)/\($0)" }
    #expect(try Self.paths(path).sorted() == (expected() + moved).sorted())

    var everything = IndexingOptions()
    everything.readsAll = true
    let before = try Self.paths(path)
    _ = try BulletinIndexer.index(paths: [folder.path], into: path, options: everything)
    #expect(try Self.paths(path) == before)
    try BulletinIndexer.compact(path)
    #expect(try BulletinIndex(path: path).status().share == share)
    _ = try BulletinIndexer.remove(paths: [before[0]], from: path)
    #expect(try BulletinIndex(path: path).status().share == share)
    _ = try BulletinIndexer.repair(path)
    #expect(try BulletinIndex(path: path).status().share == share)
    #expect(try Self.paths(path) == before)
  }

  @Test func `an index keeps its share`() throws {
    let folder = try Self.folder()
    let whole = folder.path + "/whole.index"
    let shared = folder.path + "/shared.index"
    _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: whole)
    _ = try BulletinIndexer.index(
      paths: [folder.path + "/issues"], into: shared, options: Self.options(1, of: 2))
    for isForced in [false, true] {
      var options = try Self.options(1, of: 3)
      options.readsAll = isForced
      let wanted = try #require(options.share)
      for (path, found) in [(whole, nil), (shared, CollectionShare(1, of: 2))] {
        let bytes = try readFile(path)
        #expect(
          throws: IndexingError.otherShare(path: path, found: found, wanted: wanted)
        ) {
          try BulletinIndexer.index(paths: [folder.path], into: path, options: options)
        }
        #expect(try readFile(path) == bytes)
      }
    }
  }

  @Test func `a damaged index that is made anew keeps its share`() throws {
    let folder = try Self.folder()
    let path = folder.path + "/shared.index"
    _ = try BulletinIndexer.index(
      paths: [folder.path + "/issues"], into: path, options: Self.options(2, of: 3))
    let before = try Self.paths(path)
    // Somewhere it is so damaged that it cannot be opened, and its commit can be read all the same.
    let sound = try readFile(path)
    for place in sound.indices.reversed() {
      var bytes = sound
      bytes[place] ^= 1
      try writeFile(bytes, to: path)
      if (try? BulletinIndex(path: path)) == nil, (try? IndexRemains(path: path)) != nil { break }
    }
    #expect(throws: IndexError.self) { try BulletinIndex(path: path) }
    var options = IndexingOptions()
    options.readsAll = true
    _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: path, options: options)
    #expect(try Self.paths(path) == before)
  }

  @Test func `a share of files that cannot be read is an index without articles`() throws {
    let folder = try TemporaryDirectory()
    try folder.write([0, 1, 2, 3], to: "issues/a.md")
    for number in 1...2 {
      let report = try BulletinIndexer.index(
        paths: [folder.path + "/issues"], into: "\(folder.path)/\(number).index",
        options: Self.options(number, of: 2))
      #expect(report.issues == 0)
    }
    #expect(throws: IndexingError.self) {
      try BulletinIndexer.index(paths: [folder.path + "/issues"], into: folder.path + "/all.index")
    }
    // But where there is no file at all, something is wrong with the paths.
    folder.remove("issues/a.md")
    #expect(throws: IndexingError.self) {
      try BulletinIndexer.index(
        paths: [folder.path + "/issues"], into: folder.path + "/3.index",
        options: Self.options(1, of: 2))
    }
  }

  @Test func `of a file that cannot be looked at, one share says that it is there`() throws {
    let folder = try Self.folder()
    for name in ["x.md", "y.md", "z.md"] { try folder.link("issues/甲/" + name, to: "nowhere") }
    var noted = 0
    for number in 1...4 {
      let report = try BulletinIndexer.index(
        paths: [folder.path + "/issues"], into: "\(folder.path)/\(number).index",
        options: Self.options(number, of: 4))
      noted += report.skippedCount
    }
    let whole = try BulletinIndexer.index(
      paths: [folder.path + "/issues"], into: folder.path + "/all.index")
    #expect(whole.skippedCount == 3 && noted == 3)
  }

  @Test func `a file with two names is in the share of one`() throws {
    let folder = try Self.folder()
    try folder.write([], to: "issues/乙/a.png")
    for name in Self.names {
      try folder.link("issues/乙/" + name.dropFirst(2), to: "\(folder.path)/issues/\(name)")
    }
    var paths: [String] = []
    for number in 1...4 {
      let path = "\(folder.path)/\(number).index"
      _ = try BulletinIndexer.index(
        paths: [folder.path + "/issues"], into: path, options: Self.options(number, of: 4))
      paths += try Self.paths(path)
    }
    let whole = folder.path + "/all.index"
    _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: whole)
    #expect(paths.sorted() == (try Self.paths(whole)).sorted())
    #expect(paths.count == Self.names.count)
  }

  @Test func `an index without articles that notes a file goes on`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Self.text("甲"), to: "issues/a.md")
    try folder.write([0, 1, 2, 3], to: "issues/b.md")
    for name in ["a.md", "b.md"] { try folder.settle("issues/" + name) }
    let path = folder.path + "/ix"
    _ = try BulletinIndexer.index(paths: [folder.path + "/issues"], into: path)
    folder.remove("issues/a.md")
    let report = try BulletinIndexer.index(paths: [], into: path)
    #expect(report.issues == 0 && report.skippedCount == 1)
    #expect(try BulletinIndexer.index(paths: [], into: path).isWritten == false)
  }

  /// Indexes of two shares that belong together, and one of all files.
  private static func neighbours(in folder: borrowing TemporaryDirectory) throws -> [String] {
    let paths = ["1", "2", "all"].map { "\(folder.path)/\($0).index" }
    for (number, path) in zip(1..., paths) {
      var options = IndexingOptions()
      options.share = CollectionShare(number, of: 2)
      _ = try BulletinIndexer.index(
        paths: [folder.path + "/issues"], into: path, options: options)
    }
    return paths
  }

  @Test func `issues of other shares decide what the own are called`() throws {
    let folder = try TemporaryDirectory()
    let share = try #require(CollectionShare(1, of: 2))
    let candidates = (1...40).map { "issues/\($0).md" }
    let own = try #require(candidates.first(where: share.has))
    let other = try #require(candidates.first { !share.has($0) })
    // One number of two years is not enough to name an issue.
    try folder.write("# 青川简讯\n\n2023年第3期\n\n## 泵站\n\n泵站。\n", to: own)
    try folder.write("# 青川简讯\n\n2024年第3期\n\n## 水位\n\n水位。\n", to: other)
    for name in [own, other] { try folder.settle(name) }
    let paths = try Self.neighbours(in: folder)
    #expect(try BulletinIndex(path: paths[0]).issues().map(\.id) == ["3"])
    var options = IndexingOptions()
    options.beside = [paths[1]]
    let report = try BulletinIndexer.index(paths: [], into: paths[0], options: options)
    #expect(report.isWritten && report.changes.isEmpty && report.changes.redecidedCount == 1)
    #expect(try BulletinIndex(path: paths[0]).issues().map(\.id) == ["2023-3"])
    let bytes = try readFile(paths[0])
    let again = try BulletinIndexer.index(paths: [], into: paths[0], options: options)
    #expect(!again.isWritten && again.changes.redecidedCount == 0)
    // All may be named, the own one too.
    options.beside = Array(paths.prefix(2))
    #expect(
      try BulletinIndexer.index(paths: [], into: paths[0], options: options).isWritten == false)
    #expect(try readFile(paths[0]) == bytes)
    #expect(try BulletinIndex(path: paths[1]).issues().map(\.id) == ["3"])
    // Alone, it decides by its own again, as soon as there is something to be done.
    try folder.write("# 青川简讯\n\n2023年第3期\n\n## 泵站\n\n泵站停了。\n", to: own)
    _ = try BulletinIndexer.index(paths: [], into: paths[0])
    #expect(try BulletinIndex(path: paths[0]).issues().map(\.id) == ["3"])
  }

  @Test func `indexes that do not hold one collection together are refused`() throws {
    let folder = try Self.folder()
    let paths = try Self.neighbours(in: folder)
    let third = folder.path + "/third.index"
    _ = try BulletinIndexer.index(
      paths: [folder.path + "/issues"], into: third, options: Self.options(2, of: 3))
    let elsewhere = try folder.write(try readFile(paths[1]), to: "elsewhere/2.index")
    let copy = try folder.write(try readFile(paths[1]), to: "copy.index")
    let (first, second) = (
      try #require(CollectionShare(1, of: 2)), try #require(CollectionShare(2, of: 2))
    )
    let foreign = try #require(CollectionShare(2, of: 3))
    let cases: [([String], String, NeighbourProblem)] = [
      ([paths[2]], paths[2], .allFiles),
      ([third], third, .otherCount(foreign, own: first)),
      ([elsewhere], elsewhere, .otherFolder),
      ([paths[1], copy], copy, .sameShare(second, as: paths[1])),
    ]
    let bytes = try readFile(paths[0])
    for (beside, path, reason) in cases {
      var options = IndexingOptions()
      options.beside = beside
      #expect(throws: IndexingError.notBeside(path: path, reason: reason)) {
        try BulletinIndexer.index(paths: [], into: paths[0], options: options)
      }
    }
    var options = IndexingOptions()
    options.beside = [paths[0]]
    #expect(throws: IndexingError.notBeside(path: paths[2], reason: .allFiles)) {
      try BulletinIndexer.index(paths: [], into: paths[2], options: options)
    }
    options.beside = [folder.path + "/missing.index"]
    #expect(throws: BulletinIndexError.noSuchIndex(path: folder.path + "/missing.index")) {
      try BulletinIndexer.index(paths: [], into: paths[0], options: options)
    }
    #expect(try readFile(paths[0]) == bytes)
  }
}
