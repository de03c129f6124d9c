import TestSupport
import Testing

@testable import BulletinSearch

struct LineReaderTests {
  @Test(
    arguments: [
      ("", []), ("\n", [""]), ("水", ["水"]), ("水\n", ["水"]), ("水\n\n土", ["水", "", "土"]),
      ("水\r\n土\r\n", ["水", "土"]), ("水\r土", ["水\r土"]), ("\r\n", [""]), ("水\r", ["水"]),
      ("\n\n", ["", ""]),
    ] as [(String, [String])])
  func `lines come without their ends`(text: String, lines: [String]) throws {
    #expect(try read(text) == lines)
  }

  @Test(arguments: [-1, 0, 1])
  func `a line may end about where a chunk does`(difference: Int) throws {
    let length = (1 << 20) + difference
    let first = String(repeating: "a", count: length)
    #expect(try read(first + "\nb") == [first, "b"])
    #expect(try read(first + "\r\nb\n") == [first, "b"])
  }

  @Test func `a line may be longer than several chunks`() throws {
    let long = String(repeating: "水", count: 900_000)
    #expect(try read("a\n" + long + "\nb") == ["a", long, "b"])
  }

  @Test func `a line beyond the limit is an error that names it`() throws {
    let folder = try TemporaryDirectory()
    let long = String(repeating: "a", count: 3 << 20)
    let path = try folder.write("a\n" + long, to: "long.jsonl")
    var reader = try LineReader(path: path, limit: 1 << 20)
    #expect(try reader.next().map { Array($0) } == Array("a".utf8))
    do {
      _ = try reader.next()
      Issue.record("the line was read")
    } catch {
      #expect(error.reason == .tooLongLine(limit: 1_048_576))
      #expect(error.path.hasSuffix(":2"))
    }
  }

  @Test func `a failure ends the lines and can be asked for`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("a\n" + String(repeating: "a", count: 3 << 20), to: "long.jsonl")
    var reader = try LineReader(path: path, limit: 1 << 20)
    var failure: FileError?
    #expect(reader.next(orFailure: &failure).map { Array($0) } == Array("a".utf8))
    #expect(failure?.reason == nil)
    #expect(reader.next(orFailure: &failure) == nil)
    #expect(failure?.path == path + ":2")
  }

  @Test func `lines and bytes are counted`() throws {
    let folder = try TemporaryDirectory()
    var reader = try LineReader(path: try folder.write("甲\n\n乙", to: "a"), limit: 100)
    while try reader.next() != nil {}
    #expect(reader.count == 3)
    #expect(reader.byteCount == 8)
  }

  private func read(_ text: String) throws -> [String] {
    let folder = try TemporaryDirectory()
    var reader = try LineReader(path: try folder.write(text, to: "lines"), limit: 64 << 20)
    var lines: [String] = []
    while let line = try reader.next() { lines.append(String(decoding: line, as: UTF8.self)) }
    return lines
  }
}
