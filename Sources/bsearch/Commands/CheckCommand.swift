internal import ArgumentParser
internal import BulletinSearch

/// `bsearch check`: compares every block of an index with its checksum.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "check", alias: "检查", "核对索引有无损坏", "Verify every block of the index.")
  }

  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let index = try location.open()
    do {
      try index.verify()
    } catch {
      OutputStream.messages.tell("\(error)")
      throw ExitStatus.nothingFound
    }
    try OutputStream.results.write(
      common.messages.intact(index.path, byteCount: index.status.byteCount) + "\n")
  }
}
