internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch status`: what an index holds and how large it is.
struct StatusCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "status", "显示索引的内容和大小", "Show what the index holds.")
  }

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @Flag(help: .words("各部分各占多少字节", "how many bytes each kind of term takes"))
  var size = false

  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let index = try location.open()
    let status = try index.status()
    let sizes = size ? try index.postingsSizes() : []
    try OutputStream.results.write(
      json
        ? JSONText.answer(
          status, ["path": index.path, "postings": sizes.isEmpty ? nil : sizes])
        : StatusText(messages: common.messages).table(status, sizes, path: index.path)
          .render(for: .results))
  }
}
