package import Bulletins

/// A kind of document that there is a reader for.
package enum DocumentFormat: String, CaseIterable, Sendable {
  case pdf
  case ofd
  case docx
  case odt
  case epub
  case doc
  case rtf
  case html
  /// A mail, or a page of the web saved as one (EML, MHT).
  case mail

  /// Raised with every change of what the reader makes of the same document, so that indexes read it again.
  var readerVersion: Int {
    switch self {
    case .pdf, .ofd: 2
    case .docx, .odt, .epub, .doc, .rtf, .html, .mail: 1
    }
  }

  /// The program without which it cannot be read.
  package var tool: DocumentTool? {
    switch self {
    case .pdf: .pdftotext
    // Only documents of Word before 97 need antiword.
    case .doc, .ofd, .docx, .odt, .epub, .rtf, .html, .mail: nil
    }
  }

  /// The kind and the version of its reader: `docx/1`.
  package var reader: String { "\(rawValue)/\(readerVersion)" }
}

/// What the first bytes of a file say that it is; the name says nothing for sure.
enum DocumentContent: Equatable {
  case pdf
  /// A ZIP archive, as DOCX, ODT, EPUB and OFD are.
  case zip
  /// A compound file (OLE), as documents of Word before 2007 are.
  case compound
  case rtf
  /// A page of the web, or XML.
  case markup
  /// Lines of a name and a value: a mail.
  case fields
  case unknown

  /// How many bytes at the beginning are looked at.
  static let headByteCount = 1024

  /// - Parameter head: The first ``headByteCount`` bytes, or all.
  init(head: some Collection<UInt8>) {
    let head = Array(head.prefix(Self.headByteCount))
    if head.starts(with: "PK\u{3}\u{4}".utf8) || head.starts(with: "PK\u{5}\u{6}".utf8) {
      self = .zip
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .compound
    } else if Self.hasPDFHeader(head) {
      self = .pdf
    } else {
      let text = head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
      if text.starts(with: #"{\rtf"#.utf8) {
        self = .rtf
      } else if text.first == UInt8(ascii: "<") {
        self = .markup
      } else {
        self = Self.beginsWithField(text) ? .fields : .unknown
      }
    }
  }

  /// Readers of PDF take a header anywhere in the first kilobyte.
  private static func hasPDFHeader(_ head: [UInt8]) -> Bool {
    let mark = Array("%PDF-".utf8)
    return head.indices.contains { head[$0...].starts(with: mark) }
  }

  /// Whether the first line is a field of a mail: `From: …`.
  private static func beginsWithField(_ text: ArraySlice<UInt8>) -> Bool {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else {
      return text.starts(with: "From ".utf8)
    }
    return text[..<colon].allSatisfy { byte in
      byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
  }
}
