/// The messages that have come and were not answered yet.
///
/// They are answered one after the other. While one is, those behind it can be looked at, to see whether it was cancelled.
package struct MessageQueue {
  private var messages: [Result<Message, Message.Fault>] = []
  /// The beginning of a line whose end has not come.
  private var rest: [UInt8] = []

  /// A queue without messages.
  package init() {}

  /// How many messages are waiting.
  package var count: Int { messages.count }

  /// Adds bytes as they come; each line is a message, and empty ones are none.
  ///
  /// Of a line that is longer than a message may be no more is kept than shows that it is.
  package mutating func add(_ bytes: ArraySlice<UInt8>) {
    var bytes = bytes
    while let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
      keep(bytes[..<end])
      finishLine()
      bytes = bytes[(end + 1)...]
    }
    keep(bytes)
  }

  /// Says that nothing comes any more: what there is of a last line is a line.
  package mutating func finish() { finishLine() }

  /// Takes the first message; nil if no whole one has come.
  mutating func next() -> Result<Message, Message.Fault>? {
    messages.isEmpty ? nil : messages.removeFirst()
  }

  /// Whether a message that waits cancels a request.
  ///
  /// - Complexity: O(*n*) in the number of messages that wait.
  func cancels(_ id: RequestID) -> Bool {
    messages.contains { message in
      guard case .success(.notification("notifications/cancelled", let parameters)) = message
      else { return false }
      return RequestID(parameters?["requestId"]) == id
    }
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    rest += bytes.prefix(Message.maximumLength + 1 - rest.count)
  }

  private mutating func finishLine() {
    defer { rest.removeAll() }
    guard rest.contains(where: { !Self.blanks.contains($0) }) else { return }
    let line = rest
    messages.append(Result { () throws(Message.Fault) in try Message(line) })
  }

  private static let blanks = Array(" \t\r".utf8)
}
