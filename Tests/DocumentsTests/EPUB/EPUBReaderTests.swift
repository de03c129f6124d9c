import Bulletins
import TestSupport
import Testing

@testable import Documents

@Suite struct EPUBReaderTests {
  private func archive(
    items: String, spine: String, _ pages: [(String, String)], metadata: String = ""
  ) -> [UInt8] {
    var writer = ZIPWriter()
    writer.add("mimetype", "application/epub+zip")
    writer.add(
      "META-INF/container.xml",
      "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>")
    writer.add(
      "OEBPS/book.opf",
      "<package xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata>\(metadata)</metadata>"
        + "<manifest>\(items)</manifest><spine>\(spine)</spine></package>")
    for (name, text) in pages {
      writer.add(name, "<!DOCTYPE html><html><body>\(text)</body></html>", method: .deflated)
    }
    return writer.archive()
  }

  private let items =
    "<item id=\"b\" href=\"text/b%20%E4%BA%8C.xhtml#x\"/><item id=\"a\" href=\"a.xhtml\"/>"
    + "<item id=\"n\" href=\"nav.xhtml\" properties=\"nav\"/>"

  @Test func `pages come in the order of the spine`() throws {
    let file = archive(
      items: items,
      spine:
        "<itemref idref=\"n\"/><itemref idref=\"b\"/><itemref idref=\"z\"/><itemref idref=\"a\"/>",
      [
        ("OEBPS/a.xhtml", "<h2>后篇</h2><p>光缆。</p>"),
        ("OEBPS/text/b 二.xhtml", "<h2>前篇</h2><p>基站。</p>"),
        ("OEBPS/nav.xhtml", "<ol><li>前篇</li></ol>"),
      ], metadata: "<dc:title> 青禾简讯\n</dc:title><dc:title>副题</dc:title>")
    let text = try read(file, ending: "epub")
    #expect(text.lines == ["c 前篇", "h2 前篇", "t 基站。", "h2 后篇", "t 光缆。"])
    #expect(text.title == "青禾简讯")
    #expect(text.warnings == [])
  }

  @Test func `a page that is missing is told`() throws {
    let file = archive(
      items: items, spine: "<itemref idref=\"b\"/><itemref idref=\"a\"/>",
      [("OEBPS/a.xhtml", "<p>光缆。</p>")])
    let text = try read(file, ending: "epub")
    #expect(text.lines == ["t 光缆。"])
    #expect(text.warnings == [.partSkipped])
  }

  @Test func `a protected book is encrypted, one with scrambled fonts is not`() throws {
    func protecting(_ name: String) -> [UInt8] {
      var writer = ZIPWriter()
      writer.add("META-INF/container.xml", "<c><rootfile full-path=\"b.opf\"/></c>")
      writer.add(
        "b.opf",
        "<p><manifest><item id=\"a\" href=\"a.xhtml\"/></manifest><spine><itemref idref=\"a\"/></spine></p>"
      )
      writer.add("a.xhtml", "<p>光缆。</p>")
      writer.add(
        "META-INF/encryption.xml",
        "<e><CipherData><CipherReference URI=\"\(name)\"/></CipherData></e>")
      return writer.archive()
    }
    #expect(try problem(of: protecting("a.xhtml"), ending: "epub") == .encrypted)
    #expect(try read(protecting("fonts/a.otf"), ending: "epub").lines == ["t 光缆。"])
  }
}
