#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

import TestSupport
import Testing

@testable import BulletinSearch

/// A process that reads an index while another program shortens it.
struct MappingFaultsTests {
  @Test func `an index that is shortened while it is read ends the process with a message`()
    async throws
  {
    let folder = try TemporaryDirectory()
    let issue = try folder.write("# 泵站\n\n城南泵站八月投入运行。\n", to: "issue.md")
    let path = folder.path + "/index"
    _ = try BulletinIndexer.index(paths: [issue], into: path)
    let result = try await #require(
      processExitsWith: .exitCode(7), observing: [\.standardErrorContent]
    ) { [path = path as String] in
      let index = try BulletinIndex(path: path)
      MappingFaults.report("shortened\n", exitStatus: 7)
      // In place, as `cp` does it.
      try #require(truncate(path, 0) == 0)
      _ = try index.search("泵站")
    }
    #expect(String(decoding: result.standardErrorContent, as: UTF8.self).hasSuffix("shortened\n"))
  }
}
