/// What is wrong with a message, in the codes of JSON-RPC 2.0 and of the Model Context Protocol.
struct ProtocolError: Error, Equatable {
  /// The codes that this server sends.
  enum Code: Int {
    /// The line is no JSON.
    case notJSON = -32700
    /// It is JSON and no message.
    case noRequest = -32600
    case unknownMethod = -32601
    /// Also for resources that do not exist, which had a code of their own before 2026-07-28.
    case badParameters = -32602
    /// The index cannot be read.
    case failure = -32603
    case unknownVersion = -32022
  }

  let code: Code
  let message: String
  var data: JSONValue?

  /// As it stands in an answer.
  var value: JSONValue {
    .object(of: ["code": .integer(code.rawValue), "message": .string(message), "data": data])
  }
}
