import Testing

@testable import Documents

/// Writes down what it is told.
private final class Recorder: XMLHandler {
  var events: [String] = []
  var wanted = Int.max
  var isDone: Bool { events.count >= wanted }

  func start(_ element: XMLElement) {
    events.append(
      element.attributes.reduce(into: "<\(element.name)") { $0 += " \($1.name)=\($1.value)" })
  }

  func end(_ name: String) { events.append("\(name)>") }

  func text(_ text: String) {
    if let last = events.last, last.hasPrefix("'") {
      events[events.count - 1] = last + text
    } else {
      events.append("'" + text)
    }
  }
}

@Suite struct XMLParserTests {
  private func events(_ text: String, names: XMLNames = XMLNames()) throws -> [String] {
    try events(Array(text.utf8), names: names)
  }

  private func events(_ bytes: [UInt8], names: XMLNames = XMLNames()) throws -> [String] {
    let recorder = Recorder()
    try XMLParser.parse(bytes, names: names, into: recorder)
    return recorder.events
  }

  @Test func `elements, attributes and text come in order`() throws {
    #expect(
      try events("<a x='1' y='&lt;二'>光<b/>缆&amp;<![CDATA[<c>]]></a>")
        == ["<a x=1 y=<二", "'光", "<b", "b>", "'缆&<c>", "a>"])
  }

  @Test func `names go by the namespace and not by the prefix`() throws {
    let names = XMLNames(["urn:one": "w", "urn:strict": "w"])
    #expect(
      try events(
        "<q:p xmlns:q='urn:one' xmlns='urn:strict' q:val='1' id='2'><t/><z:t xmlns:z='urn:z'/></q:p>",
        names: names) == ["<w:p w:val=1 id=2", "<w:t", "w:t>", "<t", "t>", "w:p>"])
  }

  @Test(arguments: [
    "<!DOCTYPE a><a/>", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
    "<!DOCTYPE a [<!ENTITY b 'b'><!ENTITY c '&b;&b;'>]><a>&c;</a>",
    "<?xml version='1.0'?><!-- x --><!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1/'> %p;]><a/>",
  ])
  func `a document type is refused and nothing behind it is told`(text: String) {
    let recorder = Recorder()
    #expect(throws: XMLError.documentType) {
      try XMLParser.parse(Array(text.utf8), into: recorder)
    }
    #expect(recorder.events == [])
  }

  @Test(arguments: [
    "", "光缆", "<a>", "<a></b>", "<a>&b;</a>", "<a/><b/>", "<a b=1/>", "<a>\u{1}</a>",
  ])
  func `what is not well-formed is an error`(text: String) {
    #expect(throws: XMLError.malformed) { try events(text) }
  }

  @Test func `all before a fault has been told`() {
    let recorder = Recorder()
    #expect(throws: XMLError.malformed) {
      try XMLParser.parse(Array("<a><b>光</b><c></a>".utf8), into: recorder)
    }
    #expect(recorder.events == ["<a", "<b", "'光", "b>", "<c"])
  }

  @Test func `elements may be nested so deep and no deeper`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(try events(nested(250)).count == 500)
    #expect(throws: XMLError.malformed) { try events(nested(100_000)) }
  }

  @Test func `a text has at most ten million bytes, a document any number`() throws {
    let megabyte = String(repeating: "光", count: 350_000)
    let document = "<a>" + String(repeating: "<b>\(megabyte)</b>", count: 12) + "</a>"
    #expect(try events(document).count == 2 + 12 * 3)
    #expect(throws: XMLError.malformed) {
      try events("<a x='" + String(repeating: megabyte, count: 12) + "'/>")
    }
  }

  @Test func `a handler can end it`() throws {
    let recorder = Recorder()
    recorder.wanted = 3
    try XMLParser.parse(Array("<a><b>光</b><c>缆</c></a></z>".utf8), into: recorder)
    #expect(recorder.events == ["<a", "<b", "'光", "b>", "<c"])
  }

  @Test func `documents in UTF-16 and GB18030 are read`() throws {
    let text = "<?xml version='1.0' encoding='UTF-16'?><a>光缆</a>"
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try events(wide) == ["<a", "'光缆", "a>"])
    // 光缆抢修完成，线路恢复通信。
    let chinese: [UInt8] = [
      0xB9, 0xE2, 0xC0, 0xC2, 0xC7, 0xC0, 0xD0, 0xDE, 0xCD, 0xEA, 0xB3, 0xC9, 0xA3, 0xAC, 0xCF,
      0xDF,
      0xC2, 0xB7, 0xBB, 0xD6, 0xB8, 0xB4, 0xCD, 0xA8, 0xD0, 0xC5, 0xA1, 0xA3,
    ]
    let national =
      Array("<?xml version='1.0' encoding='GB2312'?><a>".utf8) + chinese + Array("</a>".utf8)
    #expect(try events(national) == ["<a", "'光缆抢修完成，线路恢复通信。", "a>"])
  }
}
