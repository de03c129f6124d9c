internal import Bulletins

extension DocumentReader {
  /// Goes once through what most documents need, so that copies of this process find it done.
  ///
  /// Swift finds out about types and conformances when they are first used, which takes longer than reading a document of
  /// a few pages.
  package static func warmUp() {
    var texts = [
      try? PDFReader.read(
        bboxOutput: Array(sampleWords.utf8), errors: "", status: 0, imageCount: { 0 })
    ]
    let body = WordBody(
      styles: WordStyles(word("<w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>")),
      numbering: WordNumbering(word("")))
    try? XMLParser.parse(
      word(
        """
        <w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>第1期</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc>
        <w:tc><w:p><w:r><w:t>二</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        """), names: .word, into: body)
    texts.append(PlacedText(body.finished(), pages: body.pages))
    for case let text? in texts {
      _ = ReadDocument(reader: unknownReader, result: .success(text)).encoded()
    }
  }

  private static let sampleWords = """
    <page width="595" height="842">
    <word xMin="90" yMin="72" xMax="290" yMax="92">岚江通信第1期</word>
    <word xMin="90" yMin="102" xMax="480" yMax="114">岚江镇九月建成三座新基站，验收在月底，</word>
    <word xMin="66" yMin="120" xMax="200" yMax="132">欢迎来信。</word>
    <word xMin="280" yMin="800" xMax="310" yMax="812">1</word>
    </page>
    """

  private static func word(_ content: String) -> [UInt8] {
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return Array("<w:x xmlns:w=\"\(namespace)\">\(content)</w:x>".utf8)
  }
}
