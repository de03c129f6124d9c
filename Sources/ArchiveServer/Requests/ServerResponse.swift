/// An answer, before it goes over the wire.
package struct ServerResponse: Sendable, Equatable {
  package struct Header: Sendable, Equatable {
    package var name: String
    package var value: String
  }

  package enum Content: String, Sendable {
    case html = "text/html; charset=utf-8"
    case json = "application/json"
    case css = "text/css; charset=utf-8"
    case script = "text/javascript; charset=utf-8"
    case text = "text/plain; charset=utf-8"
  }

  package var status: Int
  package var headers: [Header]
  package var body: [UInt8]

  package init(status: Int = 200, _ content: Content, _ body: [UInt8]) {
    self.status = status
    headers = [Header(name: "content-type", value: content.rawValue)]
    self.body = body
  }

  package init(status: Int = 200, _ content: Content, _ body: String) {
    self.init(status: status, content, Array(body.utf8))
  }

  /// Sends the client on to another path of this server.
  package init(seeOther path: String) {
    self.init(status: 303, .text, "")
    add("location", path)
  }

  package mutating func add(_ name: String, _ value: String) {
    headers.append(Header(name: name, value: value))
  }

  package subscript(name: String) -> String? {
    headers.first { $0.name == name }?.value
  }
}
