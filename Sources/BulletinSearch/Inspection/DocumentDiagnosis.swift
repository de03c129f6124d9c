internal import Bulletins

/// What documents are read with, as far as it can be found out by trying.
public struct DocumentDiagnosis: Sendable, Equatable, Codable {
  /// Whether a PDF can be read.
  public enum PDF: String, Sendable, Codable {
    /// It was read back.
    case readable
    /// `pdftotext` is not installed.
    case toolMissing
    /// `pdftotext` cannot read Chinese whose fonts are not in the document: it lacks the tables of poppler-data.
    case fontTablesMissing
    /// It cannot be read for another reason.
    case failed
  }

  /// Where the program is that reads documents; nil if it is missing.
  public var program: String?
  /// What reads each kind of document, with the versions of tools; `-` stands for one that is missing.
  public var readers: [String]
  /// What became of a PDF that needs the tables.
  public var pdf: PDF

  /// Tries, in some 50 ms.
  ///
  /// - Parameter documentReader: The program that reads documents; nil for `bsearch-extract` beside this program.
  public init(documentReader: String? = nil) {
    let extractor = DocumentExtractor(path: documentReader)
    readers = extractor.readers.sorted
    program = extractor.readers.isEmpty ? nil : extractor.path
    let sample = SamplePDF.bytes
    pdf =
      switch extractor.read(sample, ending: "pdf") {
      case .success(let text):
        text.paragraphs.contains { $0.text.contains(SamplePDF.text) }
          ? .readable : .fontTablesMissing
      case .failure(.pdftotextMissing): .toolMissing
      case .failure(.fontTablesMissing), .failure(.noText), .failure(.scanned): .fontTablesMissing
      case .failure: .failed
      }
  }

  /// Whether what is installed does what it should; a tool that is not installed is none of it.
  public var isHealthy: Bool { program != nil && (pdf == .readable || pdf == .toolMissing) }
}

/// A PDF of one line of Chinese whose font is not in it, so that its letters can only be known by tables of the font's
/// encoding, as those of many official papers.
enum SamplePDF {
  static let text = "岚江通信简讯的这一行读得出来，说明字体对照表已经装好。"

  static var bytes: [UInt8] {
    let units = text.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }
    let drawing = "BT /F1 12 Tf 50 100 Td <\(units.joined())> Tj ET"
    let objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 200]/Resources<</Font<</F1 4 0 R>>>>/Contents 7 0 R>>",
      "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>",
      "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
        + "/Supplement 4>>/FontDescriptor 6 0 R/DW 1000>>",
      "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800"
        + "/Descent -200/CapHeight 700/StemV 80>>",
      "<</Length \(drawing.utf8.count)>>stream\n\(drawing)\nendstream",
    ]
    var file = "%PDF-1.4\n"
    var places = ""
    for (number, object) in objects.enumerated() {
      let place = String(file.utf8.count)
      places += String(repeating: "0", count: 10 - place.count) + place + " 00000 n \n"
      file += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    let count = objects.count + 1
    file += "xref\n0 \(count)\n0000000000 65535 f \n\(places)"
    file += "trailer\n<</Size \(count)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }
}
