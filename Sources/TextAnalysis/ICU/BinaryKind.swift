/// What a file is that is not text.
public enum BinaryKind: String, Sendable, CaseIterable {
  /// Also the documents of word processors (docx, odt, epub).
  case zip = "a ZIP archive or an Office document"
  /// A PDF.
  case pdf = "a PDF document"
  /// The documents of Office before 2007 (doc, xls, ppt).
  case legacyOffice = "an old Office document"
  /// A picture.
  case png = "a PNG image"
  /// A picture.
  case jpeg = "a JPEG image"
  /// A picture.
  case gif = "a GIF image"
  /// A compressed file.
  case gzip = "a gzip archive"
  /// An archive of RAR.
  case rar = "a RAR archive"
  /// An archive of 7-Zip.
  case sevenZip = "a 7z archive"
  /// A program.
  case program = "a program"
  /// Known by its null bytes only.
  case unknown = "binary data"

  /// The kind whose signature begins a file; nil if none does.
  public init?(signatureOf bytes: [UInt8]) {
    let known = Self.signatures.first { bytes.starts(with: $0.bytes) }
    guard let known else { return nil }
    self = known.kind
  }

  private static let signatures: [(bytes: [UInt8], kind: BinaryKind)] = [
    ([0x50, 0x4B, 0x03, 0x04], .zip),
    ([0x50, 0x4B, 0x05, 0x06], .zip),
    (Array("%PDF-".utf8), .pdf),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .legacyOffice),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
    ([0xFF, 0xD8, 0xFF], .jpeg),
    (Array("GIF8".utf8), .gif),
    ([0x1F, 0x8B, 0x08], .gzip),
    (Array("Rar!\u{1A}\u{7}".utf8), .rar),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
    ([0x7F, 0x45, 0x4C, 0x46], .program),
  ]
}
