/// A PDF of a few lines in a font that is not embedded.
struct SmallPDF {
  let bytes: [UInt8]

  init(pages: [[String]]) {
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    func add(_ object: String) {
      offsets.append(file.utf8.count)
      file += "\(offsets.count) 0 obj\n\(object)\nendobj\n"
    }
    let kids = pages.indices.map { "\(5 + 2 * $0) 0 R" }.joined(separator: " ")
    add("<</Type/Catalog/Pages 2 0 R>>")
    add("<</Type/Pages/Count \(pages.count)/Kids[\(kids)]/MediaBox[0 0 595 842]>>")
    add(
      "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>"
    )
    add(
      "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>"
    )
    for lines in pages {
      add(
        "<</Type/Page/Parent 2 0 R/Resources<</Font<</F 3 0 R>>>>/Contents \(offsets.count + 2) 0 R>>"
      )
      var content = ""
      for (index, line) in lines.enumerated() {
        let code = line.utf16.map { String(UInt32($0) + 0x10000, radix: 16).dropFirst() }.joined()
        content += "BT /F 12 Tf 72 \(760 - 40 * index) Td <\(code)> Tj ET\n"
      }
      add("<</Length \(content.utf8.count)>>stream\n\(content)endstream")
    }
    let start = file.utf8.count
    file += "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    file += "trailer<</Size \(offsets.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
    bytes = Array(file.utf8)
  }
}
