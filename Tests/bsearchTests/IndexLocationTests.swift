import Testing

@testable import bsearch

struct IndexLocationTests {
  private func found(from folder: String, there paths: Set<String>) throws(CommandError) -> String {
    try IndexLocation(explicit: nil).existing(from: folder) { paths.contains($0) }
  }

  @Test func `the nearest index is taken`() throws {
    let paths: Set = ["/a/.bsearch", "/a/b/.bsearch"]
    #expect(try found(from: "/a/b/c", there: paths) == "/a/b/.bsearch")
    #expect(try found(from: "/a", there: paths) == "/a/.bsearch")
    #expect(try found(from: "/x/y", there: ["/.bsearch"]) == "/.bsearch")
    #expect(try found(from: "/", there: ["/.bsearch"]) == "/.bsearch")
  }

  @Test func `without an index the folder is named`() {
    #expect(throws: CommandError.noIndex(folder: "/a/b")) {
      try found(from: "/a/b", there: [])
    }
  }

  @Test func `an index that is named is not looked for elsewhere`() {
    #expect(throws: CommandError.missingIndex(path: "x")) {
      try IndexLocation(explicit: "x").existing(from: "/a") { $0 == "/a/.bsearch" }
    }
  }
}
