/// A request as the server answers it: what came over the wire, without the wire.
package struct ServerRequest: Sendable {
  package var method: String
  /// The path with its percent signs read.
  package var path: String
  /// The fields behind the path.
  package var query: QueryString
  /// The values of `Host`; a request has exactly one.
  package var host: [String]
  package var headers: [String: String]

  /// Nil if the target is no path in UTF-8 with right percent signs.
  ///
  /// - Parameters:
  ///   - method: As it was sent.
  ///   - target: The path and the query of the request line.
  ///   - host: The values of the header `Host`, or that of HTTP/2's authority.
  ///   - headers: The others, by their names in small letters.
  package init?(method: String, target: String, host: [String], headers: [String: String] = [:]) {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard target.hasPrefix("/"), let path = PercentCode.decoded(parts[0], plusIsBlank: false),
      let query = QueryString(parts.count > 1 ? parts[1] : "")
    else { return nil }
    self.method = method
    self.path = path
    self.query = query
    self.host = host
    self.headers = headers
  }

  /// Whether a body comes with it, which no request of this server has.
  package var hasBody: Bool {
    headers["transfer-encoding"] != nil || (headers["content-length"] ?? "0") != "0"
  }
}
