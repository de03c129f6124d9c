import TestSupport
import Testing

@testable import BulletinSearch

struct PathNamesTests {
  private static let names = PathNames(indexPath: "/库/水务/.bsearch")

  @Test(arguments: [
    ("/库/水务/issues/1.md", "issues/1.md"), ("/库/水务", "."), ("/库/水务/", "."),
    ("/库/水务/./issues//1.md", "issues/1.md"), ("/库/水务二/1.md", "/库/水务二/1.md"), ("/", "/"),
  ])
  func `paths below the folder of the index are written from there`(path: String, stored: String) {
    #expect(Self.names.stored(path) == stored)
  }

  @Test func `written paths are shown so that they lead to the file`() {
    #expect(Self.names.shown("issues/1.md") == "/库/水务/issues/1.md")
    #expect(Self.names.shown("/库/1.md") == "/库/1.md")
    #expect(Self.names.absolute(".") == "/库/水务/")
    // Below the current folder they are shown from there.
    let here = PathNames(indexPath: ".bsearch")
    #expect(here.stored("issues/1.md") == "issues/1.md")
    #expect(here.shown("issues/1.md") == "issues/1.md")
    #expect(here.shown(".") == ".")
  }

  @Test func `what leads upwards is resolved as the system does`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("水", to: "a/b/1.md")
    let names = PathNames(indexPath: folder.path + "/x.index")
    #expect(names.stored(folder.path + "/a/b/../b/1.md") == "a/b/1.md")
    #expect(names.stored(folder.path + "/a/../gone.md") == "gone.md")
  }

  @Test(arguments: [
    ("a/b", "a", true), ("a", "a", true), ("ab", "a", false), ("a", ".", true), ("/a", ".", false),
    ("/a/b", "/", true), ("b/a", "a", false),
  ])
  func `a path is below a folder if the folder's name ends there`(
    path: String, folder: String, isBelow: Bool
  ) {
    #expect(PathNames.isPath(path, atOrBelow: folder) == isBelow)
  }
}
