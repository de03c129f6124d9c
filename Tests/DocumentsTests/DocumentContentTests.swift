import Testing

@testable import Documents

@Suite struct DocumentContentTests {
  @Test(
    "the first bytes say what a file is",
    arguments: [
      ("%PDF-1.7\n", DocumentContent.pdf), ("junk before\n%PDF-1.4", .pdf),
      ("PK\u{3}\u{4}\u{14}", .zip), (#"{\rtf1\ansi"#, .rtf), ("\u{FEFF}<!DOCTYPE html>", .markup),
      ("\n <html>", .markup), ("From: 岚江 <a@b.cn>\n", .fields), ("MIME-Version: 1.0", .fields),
      ("岚江通信：第9期", .unknown), ("", .unknown), (": x", .unknown),
    ])
  func content(head: String, content: DocumentContent) {
    #expect(DocumentContent(head: Array(head.utf8)) == content)
  }

  @Test("a compound file is known by its mark")
  func compound() {
    let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]
    #expect(DocumentContent(head: mark) == .compound)
  }
}
