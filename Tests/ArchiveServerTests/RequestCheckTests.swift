import Testing

@testable import ArchiveServer

/// Which requests are answered at all.
struct RequestCheckTests {
  private static func request(
    _ target: String = "/", host: [String] = ["127.0.0.1:8080"], method: String = "GET",
    _ headers: [String: String] = [:]
  ) throws -> ServerRequest {
    try #require(ServerRequest(method: method, target: target, host: host, headers: headers))
  }

  private static func refusal(_ check: RequestCheck, _ request: ServerRequest) -> RequestCheck
    .Refusal?
  {
    do throws(RequestCheck.Refusal) {
      try check.check(request)
      return nil
    } catch {
      return error
    }
  }

  private static let local = RequestCheck(
    hosts: HostRule(isLoopback: true, names: ["Archive.Test"]))

  @Test(arguments: [
    "127.0.0.1", "127.0.0.1:8080", "127.8.9.1:1", "localhost", "LOCALHOST:80", "[::1]", "[::1]:443",
    "archive.test", "archive.test:8080",
  ])
  func `a name that leads here and nowhere else is taken`(host: String) throws {
    #expect(Self.refusal(Self.local, try Self.request(host: [host])) == nil)
  }

  @Test(arguments: [
    "attacker.test", "127.0.0.1.attacker.test", "localhost.attacker.test", "192.168.1.5", "0.0.0.0",
    "[::2]", "::1", "127.0.0.1:80:90", "127.0.0.1@attacker.test", "", ":80", "[::1", "127.1",
    "2130706433",
    "127.0.0.1:8o80", "archive.test.", "127.0.0.256",
  ])
  func `a name that others may control is refused`(host: String) throws {
    #expect(Self.refusal(Self.local, try Self.request(host: [host])) == .host)
  }

  @Test func `a request without a host, or with two, is refused`() throws {
    #expect(Self.refusal(Self.local, try Self.request(host: [])) == .host)
    #expect(Self.refusal(Self.local, try Self.request(host: ["localhost", "localhost"])) == .host)
  }

  @Test func `a server for others takes addresses, but no names that were not allowed`() throws {
    let check = RequestCheck(hosts: HostRule(isLoopback: false, names: ["archive.test"]))
    for host in ["192.168.1.5:80", "[fe80::1]", "localhost", "archive.test"] {
      #expect(Self.refusal(check, try Self.request(host: [host])) == nil, "\(host)")
    }
    #expect(Self.refusal(check, try Self.request(host: ["attacker.test"])) == .host)
  }

  @Test(arguments: [
    "http://attacker.test", "null", "http://127.0.0.1:9090", "http://127.0.0.1:8080.attacker.test",
    "file://", "", "http://127.0.0.1:8080/x",
  ])
  func `pages of other sites and of other ports are refused`(origin: String) throws {
    #expect(Self.refusal(Self.local, try Self.request(["origin": origin])) == .origin)
  }

  @Test func `own pages and links from elsewhere are answered, parts of other pages are not`()
    throws
  {
    let own = ["origin": "http://127.0.0.1:8080", "sec-fetch-site": "same-origin"]
    #expect(Self.refusal(Self.local, try Self.request(own)) == nil)
    var link = [
      "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document",
    ]
    #expect(Self.refusal(Self.local, try Self.request(link)) == nil)
    link["sec-fetch-dest"] = "iframe"
    #expect(Self.refusal(Self.local, try Self.request(link)) == .origin)
    for site in ["cross-site", "same-site"] {
      let script = [
        "sec-fetch-site": site, "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script",
      ]
      #expect(Self.refusal(Self.local, try Self.request(script)) == .origin)
    }
  }

  private static func request(_ headers: [String: String]) throws -> ServerRequest {
    try request("/", headers)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", "CONNECT"])
  func `nothing but reading is done`(method: String) throws {
    #expect(Self.refusal(Self.local, try Self.request(method: method)) == .method)
  }

  @Test func `a body is refused`() throws {
    #expect(Self.refusal(Self.local, try Self.request(["content-length": "5"])) == .body)
    #expect(Self.refusal(Self.local, try Self.request(["transfer-encoding": "chunked"])) == .body)
    #expect(Self.refusal(Self.local, try Self.request(["content-length": "0"])) == nil)
  }

  @Test func `a token is asked for, taken once from the address and then from the cookie`() throws {
    let token = AccessToken()
    let check = RequestCheck(hosts: HostRule(isLoopback: false), token: token)
    #expect(Self.refusal(check, try Self.request()) == .token)
    #expect(
      Self.refusal(check, try Self.request("/?token=" + token.value.dropLast() + "x")) == .token)
    #expect(Self.refusal(check, try Self.request("/?token=")) == .token)
    let path = "/search?q=5G%20%E5%9F%BA%E7%AB%99"
    #expect(
      Self.refusal(check, try Self.request(path + "&token=" + token.value)) == .redirect(path: path)
    )
    for headers in [
      ["cookie": "a=b; bsearch_token=" + token.value], ["authorization": "Bearer " + token.value],
    ] {
      #expect(Self.refusal(check, try Self.request(headers)) == nil)
    }
    for headers in [
      ["cookie": "bsearch_token=" + token.value + "x"], ["cookie": "bsearch_token="],
      ["authorization": "Basic " + token.value], ["cookie": "bsearch_token"],
    ] {
      #expect(Self.refusal(check, try Self.request(headers)) == .token)
    }
  }

  @Test func `a redirect stays on this server`() throws {
    let token = AccessToken()
    let check = RequestCheck(hosts: HostRule(isLoopback: false), token: token)
    let request = try Self.request("//attacker.test/%2F%2Fx?token=" + token.value)
    #expect(Self.refusal(check, request) == .redirect(path: "/attacker.test/x"))
  }

  @Test func `tokens are long, of harmless characters, and never the same`() {
    #expect(AccessToken("short") == nil)
    #expect(AccessToken("abcdefghijklmnop;Path=/") == nil)
    #expect(AccessToken("abcdefghijklmnop") != nil)
    #expect(AccessToken().value != AccessToken().value)
    #expect(AccessToken().value.count == 32)
  }
}
