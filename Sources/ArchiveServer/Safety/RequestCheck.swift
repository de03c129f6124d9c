/// What is asked of a request before anything is looked for.
package struct RequestCheck: Sendable {
  package var hosts: HostRule
  /// Nil where none is asked for.
  package var token: AccessToken?

  package init(hosts: HostRule, token: AccessToken? = nil) {
    self.hosts = hosts
    self.token = token
  }

  /// Why a request is not answered.
  package enum Refusal: Error, Equatable {
    /// Only reading is possible: `GET` and `HEAD`.
    case method
    case body
    /// The name in `Host` is not one of this server.
    case host
    /// The request was made by a page of another site.
    case origin
    case token
    /// The token stands in the query; it becomes a cookie, and the same path without it is asked for.
    case redirect(path: String)
  }

  package func check(_ request: ServerRequest) throws(Refusal) {
    guard request.host.count == 1, hosts.allows(request.host[0]) else { throw .host }
    guard isFromHere(request) else { throw .origin }
    guard request.method == "GET" || request.method == "HEAD" else { throw .method }
    guard !request.hasBody else { throw .body }
    guard let token, !token.isIn(request) else { return }
    guard let given = request.query.values(AccessToken.field).first, token.matches(given) else {
      throw .token
    }
    var rest = QueryString()
    for field in request.query.fields where field.name != AccessToken.field {
      rest.append(field.name, field.value)
    }
    let path = request.path.split(separator: "/").map { PercentCode.encoded(String($0)) }
    throw .redirect(path: "/" + path.joined(separator: "/") + rest.text)
  }

  /// Whether the browser says nothing of another site.
  ///
  /// That is one whose script asks, or that takes what is here for a part of its page. A link from elsewhere may lead here.
  private func isFromHere(_ request: ServerRequest) -> Bool {
    if let origin = request.headers["origin"] {
      let parts = origin.split(separator: "/", omittingEmptySubsequences: false)
      // A page without an origin of its own has `null`.
      guard parts.count == 3, parts[1].isEmpty, ["http:", "https:"].contains(parts[0]),
        parts[2].lowercased() == request.host[0].lowercased()
      else { return false }
    }
    switch request.headers["sec-fetch-site"] {
    case nil, "same-origin", "none": return true
    default:
      return request.headers["sec-fetch-mode"] == "navigate"
        && request.headers["sec-fetch-dest"] == "document"
    }
  }
}
