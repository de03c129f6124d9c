internal import FoundationEssentials

/// What tells a request apart from others: its answer has it too.
package enum RequestID: Hashable, Sendable {
  case text(String)
  case number(Int)

  init?(_ value: JSONValue?) {
    switch value {
    case .string(let text): self = .text(text)
    case .integer(let number): self = .number(number)
    default: return nil
    }
  }

  var value: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): .integer(number)
    }
  }
}

/// A message of JSON-RPC 2.0, as it stands in one line.
enum Message {
  case request(RequestID, method: String, parameters: JSONValue?)
  case notification(method: String, parameters: JSONValue?)
  /// The answer to a request, of which this server makes none.
  case answer

  /// What a line says that is no message, and which request it was, as far as that can be told.
  struct Fault: Error {
    var id: RequestID?
    var error: ProtocolError
  }

  /// The most bytes of a line: a request is a few hundred.
  static let maximumLength = 1 << 18

  /// Reads a line in UTF-8 without its end.
  init(_ line: [UInt8]) throws(Fault) {
    guard line.count <= Self.maximumLength else {
      throw Fault(
        error: ProtocolError(
          code: .noRequest, message: "A line may have \(Self.maximumLength) bytes."))
    }
    let value: JSONValue
    do {
      value = try JSONDecoder().decode(JSONValue.self, from: Data(line))
    } catch {
      throw Fault(error: ProtocolError(code: .notJSON, message: "The line is no JSON."))
    }
    let id = RequestID(value["id"])
    func fault(_ message: String) -> Fault {
      Fault(id: id, error: ProtocolError(code: .noRequest, message: message))
    }
    guard case .object(let fields) = value else {
      throw fault("A message is one JSON object; several in an array are not read.")
    }
    guard fields["jsonrpc"] == "2.0" else { throw fault("The message lacks \"jsonrpc\": \"2.0\".") }
    guard let method = fields["method"] else {
      guard fields["result"] != nil || fields["error"] != nil else {
        throw fault("The message has no method.")
      }
      self = .answer
      return
    }
    guard case .string(let method) = method else { throw fault("The method is no text.") }
    guard fields["id"] != nil else {
      self = .notification(method: method, parameters: fields["params"])
      return
    }
    guard let id else { throw fault("The id of a request is a text or a whole number.") }
    self = .request(id, method: method, parameters: fields["params"])
  }
}
