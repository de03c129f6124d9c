/// What has to be known to use a server that others can reach.
package struct AccessToken: Sendable {
  package let value: String

  /// The field of a query that has it the first time, and the cookie that has it from then on.
  static let field = "token"
  static let cookie = "bsearch_token"
  /// Shorter ones could be guessed.
  package static let leastLength = 16
  private static let randomLength = 32

  /// A token that was given; nil if it is too short, or has characters that cookies cannot have.
  package init?(_ value: String) {
    let isPlain = value.utf8.allSatisfy {
      let scalar = Unicode.Scalar($0)
      return $0 < 0x80 && (scalar.properties.isAlphabetic || "0123456789-._~".utf8.contains($0))
    }
    guard isPlain, value.utf8.count >= Self.leastLength else { return nil }
    self.value = value
  }

  /// A random one, of 190 bits.
  package init() {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    var generator = SystemRandomNumberGenerator()
    value = String(
      (0..<Self.randomLength).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &generator)]
      })
  }

  /// Whether another text is the same, in a time that does not tell how much of it is.
  package func matches(_ other: String) -> Bool {
    let (own, given) = (Array(value.utf8), Array(other.utf8))
    var difference = UInt8(own.count == given.count ? 0 : 1)
    for place in own.indices { difference |= own[place] ^ (place < given.count ? given[place] : 0) }
    return difference == 0
  }

  /// Whether a request has it: behind `Authorization: Bearer`, or in a cookie.
  func isIn(_ request: ServerRequest) -> Bool {
    let scheme = "bearer "
    if let header = request.headers["authorization"], header.lowercased().hasPrefix(scheme),
      matches(String(header.dropFirst(scheme.count)))
    {
      return true
    }
    let cookies = (request.headers["cookie"] ?? "").split(separator: ";")
    return cookies.contains { cookie in
      let pair = cookie.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      return pair.count == 2 && pair[0] == Self.cookie && matches(String(pair[1]))
    }
  }

  /// The cookie that has it, for this server only and out of reach of scripts.
  var setCookie: String {
    "\(Self.cookie)=\(value); Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000"
  }
}
