internal import AnswerRecords
internal import ArgumentParser

/// `bsearch serve`: a page in the browser, and a JSON interface.
struct ServeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "serve", "在浏览器里检索和阅读，按 Ctrl-C 结束",
      "Search and read in a browser, until Ctrl-C.")
  }

  @Option(
    help: .words(
      "监听的地址；不是本机地址时，访问要带令牌",
      "the address to listen on; other than on this machine, a token is asked for",
      valueName: "address"))
  var host = "127.0.0.1"

  @Option(help: .words("端口；0 为任一空闲端口", "the port; 0 for any that is free", valueName: "number"))
  var port = 0

  @Option(
    help: .words(
      "也接受以这个名字来的请求，如经反向代理（可重复）",
      "a name that requests may use too, as behind a reverse proxy; repeat it for more",
      valueName: "name"))
  var allowHost: [String] = []

  @Flag(help: .words("打开浏览器", "open the browser"))
  var open = false

  @OptionGroup var dictionary: QueryDictionaryOptions
  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  private static let ports = 0...65535

  func validate() throws {
    guard Self.ports.contains(port) else {
      throw ValidationError(Messages.current.outOfRange("--port", Self.ports))
    }
  }

  func run() throws {
    var settings = try CompanionSettings(location, dictionary)
    settings.options =
      ["--host", host, "--port", "\(port)"] + allowHost.flatMap { ["--allow-host", $0] }
      + (common.lang.map { ["--page-language", $0.rawValue] } ?? []) + (open ? ["--open"] : [])
    try CompanionProgram.serve.replaceProcess(settings)
  }
}
