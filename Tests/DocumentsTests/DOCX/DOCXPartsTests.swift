import Bulletins
import TestSupport
import Testing

@testable import Documents

/// How the parts of a document of Word are found, and what is said of those that cannot be read.
@Suite struct DOCXPartsTests {
  @Test func `the main part is that which the relationships name`() throws {
    var file = WordFile(WordFile.paragraph("光缆"))
    file.main = "word/document2.xml"
    #expect(try read(file).lines == ["t 光缆"])
    file.main = "document.xml"
    #expect(try read(file).lines == ["t 光缆"])
  }

  @Test func `the strict form of the format is read`() throws {
    var writer = ZIPWriter()
    writer.add(
      "word/document.xml",
      """
      <d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body>\
      <d:p><d:r><d:t>光缆</d:t></d:r></d:p></d:body></d:document>
      """)
    #expect(try read(writer.archive()).lines == ["t 光缆"])
  }

  @Test func `a part that is damaged is left out with a warning, the main part ends it`() throws {
    var file = WordFile(
      "<w:p><w:r><w:t>光缆</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p>")
    file.footnotes = "<w:footnote>"
    let text = try read(file)
    #expect(text.lines == ["t 光缆"])
    #expect(text.warnings == [.partSkipped])
    #expect(try problem(of: WordFile("<w:p>").archive()) == .damaged)
    let cut = try read(WordFile(WordFile.paragraph("光缆") + "<w:p><w:r></w:p>"))
    #expect(cut.lines == ["t 光缆"])
    #expect(cut.warnings == [.repaired])
  }

  @Test func `each kind of trouble has its name`() throws {
    let whole = WordFile(WordFile.paragraph("光缆")).archive()
    #expect(try problem(of: Array(whole.dropLast(30))) == .damaged)
    #expect(try problem(of: WordFile("").archive()) == .noText)
    var encrypted = ZIPWriter()
    encrypted.add("word/document.xml", Array("<a/>".utf8), isEncrypted: true)
    #expect(try problem(of: encrypted.archive()) == .encrypted)
    #expect(try problem(of: ZIPWriter.archive(["a.md": "光缆"]), ending: "zip") == .archive)
    let sheet: KeyValuePairs = [
      "_rels/.rels":
        "<r><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></r>",
      "xl/workbook.xml": "<a/>",
    ]
    #expect(try problem(of: ZIPWriter.archive(sheet)) == .archive)
    var declared = ZIPWriter()
    declared.add("word/document.xml", "<!DOCTYPE a [<!ENTITY b 'b'>]><a>&b;</a>")
    #expect(try problem(of: declared.archive()) == .documentType)
  }

  @Test func `a document that inflates to very much is refused`() throws {
    func claiming(_ byteCount: Int) -> [UInt8] {
      var writer = ZIPWriter()
      writer.add(
        "word/document.xml", [0x20], method: .raw(ZIPWriter.bomb(of: 0x20, count: 1_000_000)),
        byteCount: byteCount)
      return writer.archive()
    }
    #expect(try problem(of: claiming(3 << 20)) == .damaged)
    #expect(try problem(of: claiming(20 << 20)) == .limit(.ratio))
    #expect(try problem(of: claiming(100 << 20)) == .limit(.inflatedBytes))
  }

  @Test func `documents in one file of XML are read`() throws {
    let old = """
      <?xml version="1.0"?><?mso-application progid="Word.Document"?>\
      <w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">\
      <w:styles><w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/></w:style></w:styles>\
      <w:body><w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>青禾简讯</w:t></w:r></w:p>\
      <w:p><w:r><w:t>光缆</w:t></w:r></w:p></w:body></w:wordDocument>
      """
    #expect(try read(Array(old.utf8), ending: "doc").lines == ["h1 青禾简讯", "t 光缆"])
    let flat = """
      <?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">\
      <pkg:part pkg:name="/word/header1.xml"><pkg:xmlData>\
      <w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr>\
      </pkg:xmlData></pkg:part><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>\
      <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
      <w:body><w:p><w:r><w:t>光缆</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>
      """
    #expect(try read(Array(flat.utf8), ending: "xml").lines == ["t 光缆"])
  }
}
