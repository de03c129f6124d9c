import TestSupport
import Testing

@testable import BulletinSearch

/// What is read fast is what a decoder of all of JSON reads.
struct PlainJSONObjectTests {
  @Test(arguments: [
    #"{"id":"1","body":"水"}"#, #" { "id" : 12 , "body" : "a\n\"\\\/\t\b\f\r\u6c34" } "#,
    #"{"body":"","id":"","title":"","x":"y"}"#, #"{"id":-7,"text":"汛期"}"#,
    #"{"id":"\ud83c\udfb5","body":"\u6c34\ud83c\udfb5\u6c34"}"#,
  ])
  func `plain objects are read`(line: String) throws {
    let bytes = Array(line.utf8)
    let members = try #require(PlainJSONObject(bytes[...], numberName: "id")?.members)
    let decoded = try #require(JSONDocument(decoding: bytes[...]))
    #expect(members["id"] == decoded.id)
    #expect(members["body"] ?? members["text"] == decoded.body)
  }

  @Test(arguments: [
    "", "{", "{}", "{}}", "[]", #"{"id":"1"} x"#, #"{"id":"1",}"#, #"{"id":1.5}"#, #"{"id":01}"#,
    #"{"id":"\u+123"}"#, #"{"id":"\x"}"#, #"{"id":"1","id":"2"}"#, #"{"id":"\ud83c\u"}"#,
    #"{"id":null}"#, #"{"id":-0}"#, #"{"id":"1"#, #"{"x":1}"#, #"{"id":1e3}"#, #"{"id":"\u00g0"}"#,
    "{\"id\":\"a\tb\"}", "{\"id\" \"1\"}", "{\"id\":}", "{\"id\":-}",
  ])
  func `what is not plain is left to the decoder`(line: String) {
    #expect(PlainJSONObject(Array(line.utf8)[...], numberName: "id") == nil)
  }

  @Test(arguments: [
    (#"\ud83c"#, "\u{FFFD}"), (#"\udfb5\ud83c"#, "\u{FFFD}\u{FFFD}"), (#"\ud83cx"#, "\u{FFFD}x"),
    (#"\ud83c\u6c34"#, "\u{FFFD}水"), (#"\ud83c\ud83c\udfb5"#, "\u{FFFD}🎵"),
    (#"\ud83c\n"#, "\u{FFFD}\n"),
  ])
  func `half of a surrogate pair does not lose the document`(body: String, text: String) throws {
    let line = #"{"id":"1","body":""# + body + #""}"#
    #expect(try JSONDocument(Array(line.utf8)[...]).body == text)
  }

  @Test func `a long name does no harm, and one of marks takes no time`() throws {
    let long = String(repeating: "name", count: 1_000)
    let marks = "e" + String(repeating: "\u{301}\u{323}", count: 100_000)
    let tail = #"":1,"id":"1","body":"水"}"#
    #expect(try JSONDocument(Array((#"{""# + long + tail).utf8)[...]).body == "水")
    #expect(throws: FileProblem.self) {
      try JSONDocument(Array((#"{""# + marks + tail).utf8)[...])
    }
    #expect(throws: FileProblem.self) {
      try JSONDocument(Array((#"{"x":{""# + marks + #"":1},"y":{"# + tail).utf8)[...])
    }
  }

  @Test func `bytes that are no text are left to the decoder`() {
    for bytes in [[0xFF], [0xE6, 0xB0], [0xC0, 0x80], [0xED, 0xA0, 0x80]] as [[UInt8]] {
      let line = Array("{\"id\":\"".utf8) + bytes + Array("\"}".utf8)
      #expect(PlainJSONObject(line[...], numberName: "id") == nil)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `damaged objects are read as the decoder does or not at all`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let intact = Array(
      #"{"id":"水-7","title":"a\n","n":"","body":"\u6c34\"x","date":"2022-08"}"#.utf8)
    for _ in 0..<300 {
      var bytes = intact
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = Array("\"\\{}:,ntu0 \n1".utf8).randomElement(using: &generator) ?? 0
        case 1: bytes.remove(at: place)
        default: bytes.insert(bytes[place], at: place)
        }
      }
      let fast = try? JSONDocument(bytes[...])
      let slow = JSONDocument(decoding: bytes[...])
      #expect(fast?.id == slow?.id)
      #expect(fast?.title == slow?.title)
      #expect(fast?.body == slow?.body)
      #expect(fast?.date == slow?.date)
    }
  }
}
