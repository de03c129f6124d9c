import TestSupport
import Testing

@testable import BulletinSearch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct StandardInputTests {
  @Test func `all of it can be read as a file, several times`() throws {
    let folder = try TemporaryDirectory()
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    let descriptor = open(try folder.write(bytes, to: "input"), O_RDONLY)
    defer { close(descriptor) }
    let input = try StandardInput(descriptor: descriptor)
    #expect(input.byteCount == bytes.count)
    for _ in 0..<2 {
      var reader = try FileReader(path: input.path)
      #expect(try reader.readAll(atMost: .max) == bytes)
    }
  }

  @Test func `who wants to end need not wait for input`() throws {
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    var askedCount = 0
    #expect(throws: IndexingError.cancelled) {
      try StandardInput(descriptor: ends[0]) {
        askedCount += 1
        return askedCount > 2
      }
    }
  }

  @Test func `it is below no folder, and a file of its name is another thing`() {
    let paths = PathNames(indexPath: "/简讯/.bsearch")
    #expect(paths.stored("-") == "-")
    #expect(paths.shown("-") == "-")
    #expect(!PathNames.isPath("-", atOrBelow: "."))
    #expect(PathNames.isPath("-", atOrBelow: "-"))
    #expect(paths.stored("/简讯/-") == "./-")
    #expect(PathNames.isPath("./-", atOrBelow: "."))
  }
}
