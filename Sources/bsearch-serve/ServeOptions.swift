internal import AnswerRecords
internal import ArchiveServer

/// Where the server listens, and what it asks for.
struct ServeOptions: Equatable {
  var host = "127.0.0.1"
  /// 0 for any that is free.
  var port = 0
  var allowedHosts: [String] = []
  var opensBrowser = false
  /// The language of the pages; nil for that of each browser.
  var pageLanguage: Language?

  /// The options that `bsearch serve` has written; nil if they are others.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      if name == "--open" {
        opensBrowser = true
        continue
      }
      guard let value = rest.popFirst() else { return nil }
      switch name {
      case "--host": host = value
      case "--port":
        guard let number = Int(value), (0...65535).contains(number) else { return nil }
        port = number
      case "--allow-host": allowedHosts.append(value)
      case "--page-language":
        guard let language = Language(rawValue: value) else { return nil }
        pageLanguage = language
      default: return nil
      }
    }
  }

  /// Whether only programs on this machine can reach it.
  var isLoopback: Bool { host == "localhost" || IPAddress(host)?.isLoopback == true }

  /// The address of the page, of a server that listens to all addresses that of this machine.
  func address(port: Int, token: AccessToken?) -> String {
    var name = ["0.0.0.0", "::", ""].contains(host) ? "127.0.0.1" : host
    if name.contains(":"), !name.hasPrefix("[") { name = "[\(name)]" }
    return "http://\(name):\(port)/" + (token.map { "?token=\($0.value)" } ?? "")
  }
}
