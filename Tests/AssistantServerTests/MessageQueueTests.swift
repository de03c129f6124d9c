import FoundationEssentials
import TestSupport
import Testing

@testable import AssistantServer

/// How lines become messages, whatever they hold and however they come.
struct MessageQueueTests {
  private static let lines = [
    #"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#, "", "  \t\r",
    #"{"jsonrpc":"2.0","id":"é","method":"ping","params":{}}"# + "\r", "no JSON", "[1,2]", "null",
    #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#,
    #"{"jsonrpc":"2.0","id":3,"result":{}}"#, #"{"id":4,"method":"ping"}"#,
    #"{"jsonrpc":"2.0","id":1.5,"method":"ping"}"#, #"{"jsonrpc":"2.0","id":null,"method":"ping"}"#,
    #"{"jsonrpc":"2.0","id":5,"method":7}"#, #"{"jsonrpc":"2.0","id":6}"#,
  ]

  private static func read(_ pieces: [[UInt8]]) -> [String] {
    var queue = MessageQueue()
    for piece in pieces { queue.add(piece[...]) }
    queue.finish()
    var texts: [String] = []
    while let message = queue.next() { texts.append("\(message)") }
    return texts
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `bytes give the same messages wherever they are cut`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bytes = Array(Self.lines.joined(separator: "\n").utf8)
    let whole = Self.read([bytes])
    #expect(whole.count == Self.lines.count - 2)
    var pieces: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...40, using: &random)
      pieces.append(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    #expect(Self.read(pieces) == whole, "seed \(seed)")
  }

  @Test func `what is wrong with a line is told with the id that it has`() {
    func fault(_ line: String) -> Message.Fault? {
      do {
        _ = try Message(Array(line.utf8))
        return nil
      } catch {
        return error
      }
    }
    #expect(fault("no JSON")?.error.code == .notJSON && fault("no JSON")?.id == nil)
    #expect(fault("[]")?.error.code == .noRequest)
    #expect(fault(#"{"id":4,"method":"ping"}"#)?.id == .number(4))
    #expect(fault(#"{"jsonrpc":"2.0","id":5,"method":7}"#)?.id == .number(5))
    #expect(fault(#"{"jsonrpc":"2.0","id":1.5,"method":"ping"}"#)?.id == nil)
    #expect(fault(#"{"jsonrpc":"2.0","id":"a"}"#)?.id == .text("a"))
    #expect(fault("\u{FF}")?.error.code == .notJSON)
  }

  @Test func `a line that is too long is one mistake, and the next line is read`() throws {
    var queue = MessageQueue()
    for _ in 0..<20 { queue.add([UInt8](repeating: UInt8(ascii: "["), count: 1 << 16)[...]) }
    queue.add(Array("\n\(Self.lines[0])\n".utf8)[...])
    guard case .failure(let fault) = queue.next() else {
      Issue.record("the long line was read")
      return
    }
    #expect(fault.error.code == .noRequest)
    guard case .success(.request(.number(1), "tools/list", nil)) = queue.next() else {
      Issue.record("the line behind it was not read")
      return
    }
  }

  @Test func `brackets within brackets end in a mistake`() {
    for open in ["[", #"{"a":"#] {
      let line = Array(String(repeating: open, count: 40_000).utf8)
      #expect(throws: Message.Fault.self) { try Message(line) }
    }
  }
}
