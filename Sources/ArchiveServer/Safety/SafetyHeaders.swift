/// What every answer says of how a browser may use it.
enum SafetyHeaders {
  /// Nothing but this server's own style, script and requests; only what is drawn in the page itself as a picture.
  private static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
    "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")

  private static let all = [
    ("content-security-policy", policy), ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"), ("referrer-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"), ("cross-origin-opener-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
  ]

  static func add(to response: inout ServerResponse) {
    for (name, value) in all { response.add(name, value) }
    if response["cache-control"] == nil { response.add("cache-control", "private, no-cache") }
  }
}
