internal import Bulletins

/// Reads OFD (GB/T 33190-2016), the fixed layout of official documents: a ZIP archive of XML parts that place characters on
/// pages.
///
/// Namespaces differ between programs, so only local names count. The order of objects in a page means nothing.
struct OFDReader {
  /// Text of a template that several pages have is left out of their text if it is shorter than this.
  private static let longestFurniture = 120
  private static let root = "OFD.xml"

  private var parts: OFDParts
  private var pages: [PlacedPage] = []
  private var wordCount = 0
  private var counts = OFDCounts()
  private var outlines: [(title: String, depth: Int)] = []
  /// Texts of templates that are left out, each with its first page.
  private var heads: [(text: String, page: Int)] = []

  /// - Returns: Nil if an archive is no OFD file.
  init?(_ archive: ZIPArchive) {
    guard archive.contains(Self.root) else { return nil }
    parts = OFDParts(archive)
  }

  /// - Throws: ``DocumentProblem`` if there is no text in it.
  mutating func read() throws(DocumentProblem) -> PlacedText {
    let root = OFDRootHandler()
    guard try parts.parse(Self.root, into: root) else { throw .damaged }
    if root.roots.isEmpty { throw root.isEncrypted ? .encrypted : .damaged }
    for name in root.roots {
      let path = OFDPackage.path(name, from: Self.root)
      let handler = OFDDocumentHandler(path: path)
      guard try parts.parse(path, into: handler) else { continue }
      var document = handler.document
      for resource in document.resources {
        let fonts = OFDFontHandler()
        if try parts.parse(resource, into: fonts) { document.boldFonts.formUnion(fonts.boldFonts) }
      }
      outlines += document.outlines
      try read(document)
    }
    guard !pages.isEmpty else { throw .damaged }
    var letters = LetterEvidence()
    for page in pages {
      for word in page.words { letters.add(word.text, width: 0, height: 1) }
    }
    if letters.letters == 0 {
      if counts.glyphs > 0 || counts.codes > 0 && counts.blankCodes == counts.codes {
        throw .lettersWithoutUnicode
      }
      if counts.images > 0, counts.paths < 20 * counts.images { throw .scanned }
      throw counts.paths > 0 ? .drawnText : .noText
    }
    if letters.isUnreadable { throw .lettersWithoutUnicode }
    var text = PlacedTextBuilder.build(pages)
    for head in heads.reversed() {
      let place = text.paragraphs.firstIndex { $0.page >= head.page } ?? text.paragraphs.endIndex
      text.paragraphs.insert(.init(.furniture, head.text, page: head.page), at: place)
    }
    applyOutlines(to: &text)
    if parts.hasSkipped { text.warnings.append(.partSkipped) }
    if letters.hasUnknown || 10 * counts.blankCodes > counts.codes
      || counts.glyphs > letters.count
    {
      text.warnings.append(.someLettersUnknown)
    }
    return text
  }

  private mutating func read(_ document: OFDPackage.Document) throws(DocumentProblem) {
    var templates: [String: OFDPageHandler] = [:]
    var users: [String: Int] = [:]
    var own: [OFDPageHandler?] = []
    for page in document.pages {
      let handler = OFDPageHandler(boldFonts: document.boldFonts)
      guard try parts.parse(page.path, into: handler) else {
        own.append(nil)
        continue
      }
      counts += handler.counts
      own.append(handler)
      for id in Set(handler.templates) {
        users[id, default: 0] += 1
        guard templates[id] == nil, let path = document.templates[id] else { continue }
        let template = OFDPageHandler(boldFonts: document.boldFonts)
        guard try parts.parse(path, into: template) else { continue }
        counts += template.counts
        templates[id] = template
      }
    }
    let millimetres = OFDTextObject.pointsPerMillimetre
    var seen = Set<String>()
    for handler in own {
      let box = handler?.box ?? document.box ?? []
      var page = PlacedPage(
        number: pages.count + 1, width: (box.count == 4 ? box[2] : 210) * millimetres,
        height: (box.count == 4 ? box[3] : 297) * millimetres)
      for id in handler?.templates ?? [] {
        guard let template = templates[id] else { continue }
        let length = template.words.reduce(0) { $0 + $1.text.unicodeScalars.count }
        if users[id, default: 0] > 1, length < Self.longestFurniture {
          if length > 0, seen.insert(id).inserted {
            heads.append((template.words.map(\.text).joined(separator: " "), page.number))
          }
        } else {
          page.words += template.words
        }
      }
      page.words += handler?.words ?? []
      wordCount += page.words.count
      guard wordCount <= OFDPageHandler.mostWords else { throw .limit(.textBytes) }
      pages.append(page)
    }
  }

  /// Makes headings of what the outline of the document names.
  private func applyOutlines(to text: inout PlacedText) {
    guard !outlines.isEmpty else { return }
    var depths: [String: Int] = [:]
    for (title, depth) in outlines where depths[Self.key(title)] == nil {
      depths[Self.key(title)] = depth
    }
    for index in text.paragraphs.indices where text.paragraphs[index].kind == .text {
      if let depth = depths[Self.key(text.paragraphs[index].text)] {
        text.paragraphs[index].kind = .heading(level: min(depth, 9))
      }
    }
  }

  private static func key(_ title: String) -> String {
    String(String.UnicodeScalarView(title.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }
}

/// The parts of an OFD file, of which some may be damaged.
struct OFDParts {
  private var archive: ZIPArchive
  private(set) var hasSkipped = false

  init(_ archive: ZIPArchive) {
    self.archive = archive
  }

  /// Lets a handler read a part as far as it is well-formed.
  ///
  /// - Returns: Whether the part is there and could be inflated.
  mutating func parse(_ name: String, into handler: some XMLHandler) throws(DocumentProblem) -> Bool
  {
    let bytes: [UInt8]?
    do throws(ArchiveError) {
      bytes = try archive.part(name)
    } catch {
      switch error {
      case .encrypted: throw .encrypted
      case .limit(.entries): throw .limit(.entries)
      case .limit(.inflatedBytes): throw .limit(.inflatedBytes)
      case .limit(.ratio): throw .limit(.ratio)
      default: break
      }
      hasSkipped = true
      return false
    }
    guard let bytes else {
      hasSkipped = true
      return false
    }
    do throws(XMLError) {
      try XMLParser.parse(bytes, into: handler)
    } catch {
      hasSkipped = true
    }
    return true
  }
}
