/// What the parts of an OFD file that are no pages say.
struct OFDPackage {
  struct Page {
    let id: String
    let path: String
  }

  struct Document {
    var pages: [Page] = []
    /// The paths of templates by their identifiers.
    var templates: [String: String] = [:]
    /// In the order of the pages, with the depth from 1.
    var outlines: [(title: String, depth: Int)] = []
    /// The size of its pages in millimetres, if they do not say it themselves.
    var box: [Double]?
    /// Paths of parts about fonts.
    var resources: [String] = []
    /// The identifiers of fonts that are bold.
    var boldFonts = Set<String>()
  }

  /// The path of a part that another one names.
  static func path(_ name: String, from base: String) -> String {
    var parts: [Substring] = []
    let name = name.trimmed.replacingBackslashes
    if !name.hasPrefix("/") { parts = base.split(separator: "/").dropLast() }
    for part in name.split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  fileprivate var replacingBackslashes: String {
    String(map { $0 == "\\" ? "/" : $0 })
  }
}

/// Reads OFD.xml: where the documents of the file begin.
final class OFDRootHandler: XMLHandler {
  private(set) var roots: [String] = []
  private(set) var isEncrypted = false
  private var root: String?

  func start(_ element: XMLElement) {
    if element.name == "DocRoot" { root = "" }
    if element.name == "Encryptions" || element.name == "Encryption" { isEncrypted = true }
  }

  func end(_ name: String) {
    guard name == "DocRoot", let root else { return }
    roots.append(root)
    self.root = nil
  }

  func text(_ text: String) {
    root? += text
  }
}

/// Reads Document.xml: the pages of a document.
final class OFDDocumentHandler: XMLHandler {
  private(set) var document = OFDPackage.Document()
  private let path: String
  private var depth = 0
  private var text = ""
  private static let mostPages = 20_000
  private static let mostOutlines = 10_000

  init(path: String) {
    self.path = path
  }

  func start(_ element: XMLElement) {
    text = ""
    switch element.name {
    case "Page":
      guard let place = element.value(of: "BaseLoc"), document.pages.count < Self.mostPages else {
        return
      }
      document.pages.append(
        OFDPackage.Page(id: element.value(of: "ID") ?? "", path: OFDPackage.path(place, from: path))
      )
    case "TemplatePage":
      guard let id = element.value(of: "ID"), let place = element.value(of: "BaseLoc") else {
        return
      }
      document.templates[id] = OFDPackage.path(place, from: path)
    case "OutlineElem":
      depth += 1
      if let title = element.value(of: "Title"), document.outlines.count < Self.mostOutlines {
        document.outlines.append((title, depth))
      }
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "OutlineElem": depth -= 1
    case "PhysicalBox": document.box = OFDNumbers.list(text)
    case "PublicRes", "DocumentRes": document.resources.append(OFDPackage.path(text, from: path))
    default: break
    }
  }

  func text(_ text: String) {
    self.text += text
  }
}

/// Reads the names of fonts.
final class OFDFontHandler: XMLHandler {
  private(set) var boldFonts = Set<String>()

  func start(_ element: XMLElement) {
    guard element.name == "Font", let id = element.value(of: "ID") else { return }
    let name = (element.value(of: "FontName") ?? "") + (element.value(of: "FamilyName") ?? "")
    if element.value(of: "Bold") == "true" || name.contains("Bold") || name.contains("Heavy") {
      boldFonts.insert(id)
    }
  }

  func end(_ name: String) {}
  func text(_ text: String) {}
}

/// Numbers as attributes have them.
enum OFDNumbers {
  private static let largest = 1e6

  /// A decimal number; nil for anything else and for what is no place on a page.
  static func number(_ text: some StringProtocol) -> Double? {
    guard let value = Double(text), value.isFinite, abs(value) <= largest else { return nil }
    return value
  }

  /// Numbers with blanks between them; nil if one is none.
  static func list(_ text: String) -> [Double]? {
    var numbers: [Double] = []
    for part in text.split(whereSeparator: \.isWhitespace) {
      guard let value = number(part) else { return nil }
      numbers.append(value)
    }
    return numbers
  }

  /// The steps between characters, at most `limit`: `g 3 1.5` are three of 1.5, and the count may be anything.
  static func steps(_ text: String, limit: Int) -> [Double] {
    var steps: [Double] = []
    var parts = text.split(whereSeparator: \.isWhitespace).makeIterator()
    while steps.count < limit, let part = parts.next() {
      if part == "g" {
        guard let count = parts.next().flatMap({ Int($0) }), let step = parts.next().flatMap(number)
        else { break }
        steps += repeatElement(step, count: min(max(count, 0), limit - steps.count))
      } else {
        guard let step = number(part) else { break }
        steps.append(step)
      }
    }
    return steps
  }
}

extension XMLElement {
  /// The value of an attribute, of which some programs write the name in lower case.
  func value(of name: String) -> String? {
    if let value = self[name] { return value }
    let lowercased = name.lowercased()
    return attributes.first { $0.name.lowercased() == lowercased }?.value
  }
}
