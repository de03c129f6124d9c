internal import ArgumentParser
internal import BulletinSearch

/// `bsearch status`: what an index holds and how large it is.
struct StatusCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "status", alias: "状态", "显示索引的内容和大小", "Show what the index holds.")
  }

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let index = try location.open()
    let status = index.status
    try OutputStream.results.write(
      json
        ? JSONText.encode(StatusRecord(status, path: index.path))
        : StatusText(messages: common.messages).table(status, path: index.path)
          .render(for: .results))
  }
}
