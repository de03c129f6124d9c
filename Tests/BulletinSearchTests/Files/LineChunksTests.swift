import TestSupport
import Testing

@testable import BulletinSearch

struct LineChunksTests {
  @Test(
    arguments: [
      ("", 4, []), ("\n", 4, ["\n"]), ("ab\ncd\nef", 6, ["ab\ncd\n", "ef"]),
      ("ab\ncd\nef", 7, ["ab\ncd\n", "ef"]), ("ab\ncd\nef", 8, ["ab\ncd\nef"]),
      ("abcdefg\nh", 3, ["abcdefg\n", "h"]), ("abcdefg", 3, ["abcdefg"]),
      ("a\r\n\nb\n", 1, ["a\r\n", "\n", "b\n"]),
    ] as [(String, Int, [String])])
  func `pieces are of whole lines`(text: String, size: Int, pieces: [String]) throws {
    let folder = try TemporaryDirectory()
    var chunks = try LineChunks(path: try folder.write(text, to: "lines"), lineLimit: 100)
    var found: [String] = []
    var line = 1
    while let chunk = chunks.next(byteCount: size) {
      #expect(chunk.firstLine == line)
      line += chunk.bytes.count { $0 == UInt8(ascii: "\n") }
      found.append(String(decoding: chunk.bytes, as: UTF8.self))
      let isFinished = chunks.isFinished()
      #expect(isFinished == (found.joined().utf8.count == text.utf8.count))
    }
    #expect(found == pieces)
    #expect(chunks.failure == nil)
  }

  @Test func `lines before one that is too long are given`() throws {
    let folder = try TemporaryDirectory()
    let text = "a\nb\n" + String(repeating: "c", count: 3 << 20) + "\nd\n"
    var chunks = try LineChunks(path: try folder.write(text, to: "lines"), lineLimit: 1 << 20)
    let first = chunks.next(byteCount: 2 << 20)
    let isFirstLast = chunks.isFinished()
    let second = chunks.next(byteCount: 2 << 20)
    let isFinished = chunks.isFinished()
    #expect(first?.bytes == Array("a\nb\n".utf8))
    #expect(second == nil)
    #expect(!isFirstLast)
    #expect(isFinished)
    #expect(chunks.failure?.reason == "line 3 is longer than 1048576 bytes")
  }
}
