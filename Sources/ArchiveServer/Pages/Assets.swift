/// What pages need besides themselves, from this server.
struct Asset: Sendable {
  let path: String
  let response: ServerResponse

  /// Under a path with the sum of its bytes, so that a browser may keep it for good.
  init(_ name: String, _ content: ServerResponse.Content, _ bytes: [UInt8]) {
    // FNV-1a, which tells apart what is different by accident.
    let sum = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    path = "/static/\(String(sum, radix: 36))/\(name)"
    var response = ServerResponse(content, bytes)
    response.add("cache-control", "public, max-age=31536000, immutable")
    self.response = response
  }
}

enum Assets {
  static let style = Asset("style.css", .css, PackageResources.style_css)
  static let script = Asset("script.js", .script, PackageResources.script_js)

  /// The answer to a path; nil if there is nothing.
  static func response(to path: String) -> ServerResponse? {
    [style, script].first { $0.path == path }?.response
  }
}
