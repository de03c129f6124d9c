internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch compact`: writes an index anew as one segment, without what was removed.
struct CompactCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "compact", "整理索引，去掉已移除的内容", "Rewrite the index as small as possible.")
  }

  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let index = try location.open()
    let before = index.byteCount
    try BulletinIndexer.compact(index.path)
    let after = try BulletinIndex(path: index.path).byteCount
    OutputStream.messages.tell(
      common.messages.compacted(index.path, before: before, after: after))
  }
}
