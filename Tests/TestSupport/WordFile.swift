/// Writes documents of Word for tests, whose parts are given as XML.
public struct WordFile {
  /// What stands in `w:body`.
  public var body: String
  /// What stands in `w:styles`, `w:numbering`, `w:footnotes` and `w:endnotes`; empty if there is no such part.
  public var styles = ""
  public var numbering = ""
  public var footnotes = ""
  public var endnotes = ""
  /// Further parts by name, with the kinds of their relationships to the main part, which are `rIdPART`.
  public var others: [(name: String, kind: String, text: String)] = []
  public var main = "word/document.xml"

  public init(_ body: String) {
    self.body = body
  }

  /// A paragraph with one run.
  public static func paragraph(_ text: String, properties: String = "", run: String = "") -> String
  {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:rPr>\(run)</w:rPr>"
      + "<w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  private static let namespaces =
    """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:v="urn:schemas-microsoft-com:vml" \
    xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"
    """

  private static let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  public func archive() -> [UInt8] {
    var writer = ZIPWriter()
    writer.add(
      "_rels/.rels",
      "<Relationships><Relationship Id=\"rId1\" Type=\"\(Self.kinds)officeDocument\" "
        + "Target=\"\(main)\"/></Relationships>")
    let folder = main.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let name = main.split(separator: "/").last.map(String.init) ?? ""
    writer.add(
      main, "<w:document \(Self.namespaces)><w:body>\(body)</w:body></w:document>",
      method: .deflated)
    var relationships = ""
    func add(_ kind: String, _ root: String, _ text: String) {
      guard !text.isEmpty else { return }
      writer.add("\(folder)\(kind).xml", "<w:\(root) \(Self.namespaces)>\(text)</w:\(root)>")
      relationships +=
        "<Relationship Id=\"\(kind)\" Type=\"\(Self.kinds)\(kind)\" Target=\"\(kind).xml\"/>"
    }
    add("styles", "styles", styles)
    add("numbering", "numbering", numbering)
    add("footnotes", "footnotes", footnotes)
    add("endnotes", "endnotes", endnotes)
    for other in others {
      writer.add("\(folder)\(other.name)", other.text)
      relationships +=
        "<Relationship Id=\"\(other.name)\" Type=\"\(Self.kinds)\(other.kind)\" Target=\"\(other.name)\"/>"
    }
    writer.add("\(folder)_rels/\(name).rels", "<Relationships>\(relationships)</Relationships>")
    return writer.archive()
  }
}
