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

  @Test(arguments: [1 << 10, 1 << 20, 8 << 20])
  func `a line that is too long is left out, and the others are read`(size: Int) throws {
    let folder = try TemporaryDirectory()
    let long = String(repeating: "c", count: (1 << 20) + 4_096)
    for (text, lines, left) in [
      ("a\nb\n\(long)\nd\n", ["a", "b", "d"], [3]), ("\(long)\na\n\(long)", ["a"], [1, 3]),
      ("a\n\(long)\n\(long)\n", ["a"], [2, 3]), (long, [], [1]),
    ] {
      var chunks = try LineChunks(path: try folder.write(text, to: "lines"), lineLimit: 1 << 20)
      var found: [String] = []
      var leftOut: [Int] = []
      // As often as the caller asks: a piece without lines may not be the last.
      while !chunks.isFinished() {
        if let chunk = chunks.next(byteCount: size) {
          found += String(decoding: chunk.bytes, as: UTF8.self).split(separator: "\n").map {
            String($0.prefix(3))
          }
        }
        leftOut += chunks.takeLongLines()
      }
      if size < long.utf8.count {
        #expect(found == lines)
        #expect(leftOut == left)
      } else {
        // What fits the piece is not held against the limit of a line.
        #expect(found.count + leftOut.count == lines.count + left.count)
      }
      #expect(chunks.failure == nil)
    }
  }

  @Test func `what is behind a line without end is not read, which is said`() throws {
    let folder = try TemporaryDirectory()
    let limit = LineChunks.mostLimits << 20
    for (length, lines) in [(limit - (1 << 20), ["a", "b"]), (limit + (2 << 20), ["a"])] {
      let long = String(repeating: "c", count: length)
      let path = try folder.write("a\n\(long)\nb\n", to: "lines")
      var chunks = try LineChunks(path: path, lineLimit: 1 << 20)
      var found: [String] = []
      var leftOut: [Int] = []
      while !chunks.isFinished() {
        if let chunk = chunks.next(byteCount: 100) {
          found += String(decoding: chunk.bytes, as: UTF8.self).split(separator: "\n").map(
            String.init)
        }
        leftOut += chunks.takeLongLines()
      }
      #expect(found == lines)
      #expect(leftOut == [2])
      let reason = FileProblem.endlessLine(limit: limit)
      #expect(chunks.failure?.reason == (lines.count == 1 ? reason : nil))
    }
  }
}
