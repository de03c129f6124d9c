internal import Bulletins

/// Reads books of the web (EPUB 2 and 3): their pages in the order of the spine.
struct EPUBReader {
  private var archive: ZIPArchive
  private let package: String
  private var warnings: Set<DocumentWarning> = []

  /// Takes an archive that is a book; nil if it is something else.
  init?(_ archive: ZIPArchive) {
    self.archive = archive
    guard let container = try? self.archive.part("META-INF/container.xml") else { return nil }
    let handler = ContainerHandler()
    try? XMLParser.parse(container, into: handler)
    guard let package = handler.package else { return nil }
    self.package = package
  }

  mutating func read() throws(DocumentProblem) -> PlacedText {
    let list: [UInt8]?
    do throws(ArchiveError) { list = try archive.part(package) } catch {
      throw DocumentProblem(error)
    }
    guard let list else { throw .damaged }
    let handler = BookHandler(folder: OfficePackage.split(package).folder)
    do throws(XMLError) { try XMLParser.parse(list, into: handler) } catch {
      if error == .documentType { throw .documentType }
      guard !handler.spine.isEmpty else { throw .damaged }
      warnings.insert(.repaired)
    }
    let encrypted = encryptedParts()
    var text = PlacedText()
    text.title = handler.title.map(PlacedText.line)
    var byteCount = 0
    for id in handler.spine {
      guard let item = handler.items[id] else { continue }
      // Fonts of books are often scrambled, which is no matter; pages are where the book is protected.
      guard !encrypted.contains(item.name) else { throw .encrypted }
      guard let page = try page(item.name) else {
        warnings.insert(.partSkipped)
        continue
      }
      for paragraph in page.paragraphs {
        byteCount += paragraph.text.utf8.count
        text.paragraphs.append(item.isNavigation ? paragraph.asContents : paragraph)
      }
      guard byteCount <= TextLimits.mostTextBytes,
        text.paragraphs.count <= TextLimits.mostParagraphs
      else { throw .limit(.textBytes) }
    }
    text.warnings = DocumentWarning.allCases.filter(warnings.contains)
    return text
  }

  private mutating func page(_ name: String) throws(DocumentProblem) -> PlacedText? {
    do throws(ArchiveError) {
      guard let bytes = try archive.part(name) else { return nil }
      return PlacedText(html: MIMEText.decoded(bytes, charset: nil))
    } catch {
      if case .limit = error { throw DocumentProblem(error) }
      return nil
    }
  }

  private mutating func encryptedParts() -> Set<String> {
    guard let list = try? archive.part("META-INF/encryption.xml") else { return [] }
    let handler = EncryptionHandler()
    try? XMLParser.parse(list, into: handler)
    return handler.parts
  }
}

extension PlacedText.Paragraph {
  /// The line of a table of contents that it is; its heading stays one.
  fileprivate var asContents: Self {
    if case .heading = kind { return self }
    var line = self
    line.kind = .contents
    return line
  }
}

private final class ContainerHandler: XMLHandler {
  var package: String?

  func start(_ element: XMLElement) {
    guard package == nil, element.name == "rootfile" else { return }
    package = element["full-path"].map { OfficePackage.resolve($0, in: "") }
  }

  func end(_ name: String) {}
  func text(_ text: String) {}
}

/// The list of the parts of a book and the order in which they are read.
private final class BookHandler: XMLHandler {
  struct Item {
    var name: String
    var isNavigation: Bool
  }

  let folder: String
  var items: [String: Item] = [:]
  var spine: [String] = []
  var title: String?
  private var isTitle = false
  private var titleText = ""

  init(folder: String) {
    self.folder = folder
  }

  func start(_ element: XMLElement) {
    switch element.name {
    case "item":
      guard let id = element["id"], let target = element["href"] else { return }
      let properties = element["properties"]?.split(separator: " ") ?? []
      items[id] = Item(
        name: OfficePackage.resolve(Self.decoded(target), in: folder),
        isNavigation: properties.contains("nav"))
    case "itemref":
      // What is outside of the order, as notes are, has text too.
      if let id = element["idref"], spine.count < 10_000 { spine.append(id) }
    case "title":
      isTitle = title == nil
      titleText = ""
    default: break
    }
  }

  /// An address without its percent signs and what stands behind `#`.
  private static func decoded(_ target: String) -> String {
    let bytes = Array(target.utf8.prefix { $0 != UInt8(ascii: "#") })
    return String(
      decoding: TransferEncoding.escaped(bytes[...], by: UInt8(ascii: "%")), as: UTF8.self)
  }

  func end(_ name: String) {
    guard name == "title", isTitle else { return }
    isTitle = false
    let text = MIMEText.trimmed(titleText)
    if !text.isEmpty { title = text }
  }

  func text(_ text: String) {
    if isTitle, titleText.utf8.count < 1_000 { titleText += text }
  }
}

private final class EncryptionHandler: XMLHandler {
  var parts: Set<String> = []

  func start(_ element: XMLElement) {
    guard element.name == "CipherReference", let name = element["URI"] else { return }
    parts.insert(OfficePackage.resolve(name, in: ""))
  }

  func end(_ name: String) {}
  func text(_ text: String) {}
}
