/// The styles of an OpenDocument text, those of its own and those that its paragraphs made.
final class ODTStyles: XMLHandler {
  struct Style {
    var parent: String?
    var name = ""
    var text = WordTextProperties()
    /// The size in hundredths of that of the parent.
    var relativeSize: Int?
    var outlineLevel: Int?
    var isIndented: Bool?
    var hasLeader: Bool?
    var listStyle: String?
    var breaksPage: Bool?
  }

  private(set) var lists: [String: [Int: WordNumbering.Level]] = [:]
  private var styles: [String: Style] = [:]
  private var resolved: [String: Style] = [:]
  private var standard: [String: Style] = [:]
  private var key: String?
  private var style = Style()
  private var isDefault = false
  private var list: String?
  private var level: (index: Int, value: WordNumbering.Level)?

  private static let mostParents = 20
  /// Twelve points.
  private static let standardSize = 24

  /// The numbering of headings by their level.
  static let outline = "outline"

  func start(_ element: XMLElement) {
    switch element.name {
    case "style:style", "style:default-style":
      let family = element["style:family"] ?? ""
      isDefault = element.name == "style:default-style"
      key = isDefault ? family : "\(family) \(element["style:name"] ?? "")"
      style = Style()
      style.parent = element["style:parent-style-name"].map { "\(family) \($0)" }
      style.name = (element["style:display-name"] ?? element["style:name"] ?? "").lowercased()
      style.outlineLevel = element["style:default-outline-level"].flatMap { Int($0) }
      style.listStyle = element["style:list-style-name"]
    case "style:text-properties" where level == nil: readText(element)
    case "style:paragraph-properties":
      if let indent = element["fo:text-indent"] {
        style.isIndented = !indent.hasPrefix("-") && indent.contains { ("1"..."9").contains($0) }
      }
      if let kind = element["fo:break-before"] { style.breaksPage = kind == "page" }
    case "style:tab-stop":
      if let leader = element["style:leader-style"], leader != "none" { style.hasLeader = true }
    case "text:list-style": list = element["style:name"]
    case "text:outline-style": list = Self.outline
    case "text:list-level-style-number", "text:outline-level-style": readLevel(element)
    case "text:list-level-style-bullet", "text:list-level-style-image":
      readLevel(element)
      level?.value.format = "bullet"
    default: break
    }
  }

  private func readText(_ element: XMLElement) {
    if let size = element["style:font-size-asian"] ?? element["fo:font-size"] {
      if size.hasSuffix("%") {
        style.relativeSize = Int(size.dropLast()).flatMap { (1...1_000).contains($0) ? $0 : nil }
      } else if size.hasSuffix("pt"), let points = Double(size.dropLast(2)),
        (1..<1_000).contains(points)
      {
        style.text.size = Int((points * 2).rounded())
      }
    }
    if let weight = element["style:font-weight-asian"] ?? element["fo:font-weight"] {
      style.text.isBold = weight == "bold" || (Int(weight) ?? 0) >= 600
    }
    if let display = element["text:display"] { style.text.isHidden = display == "none" }
  }

  private func readLevel(_ element: XMLElement) {
    guard let index = element["text:level"].flatMap({ Int($0) }), (1...10).contains(index) else {
      return
    }
    var value = WordNumbering.Level()
    value.start = element["text:start-value"].flatMap { Int($0) } ?? 1
    let format = element["style:num-format"] ?? ""
    value.format = Self.formats[format] ?? (format.isEmpty ? "none" : "decimal")
    let shown = min(max(element["text:display-levels"].flatMap { Int($0) } ?? 1, 1), index)
    let numbers = (index - shown + 1...index).filter { $0 < 10 }.map { "%\($0)" }
    value.text =
      (element["style:num-prefix"] ?? "") + numbers.joined(separator: ".")
      + (element["style:num-suffix"] ?? "")
    level = (index - 1, value)
  }

  /// Numbers as OpenDocument writes them, by the names that Office Open XML has for them.
  private static let formats = [
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "一, 二, 三, ...": "chineseCountingThousand", "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "壹, 貳, 參, ...": "ideographLegalTraditional", "甲, 乙, 丙, ...": "ideographTraditional",
    "子, 丑, 寅, ...": "ideographZodiac", "①, ②, ③, ...": "decimalEnclosedCircle",
    "１, ２, ３, ...": "decimalFullWidth",
  ]

  func end(_ name: String) {
    switch name {
    case "style:style", "style:default-style":
      guard let key else { return }
      if isDefault { standard[key] = style } else { styles[key] = style }
      self.key = nil
    case "text:list-level-style-number", "text:outline-level-style", "text:list-level-style-bullet",
      "text:list-level-style-image":
      if let list, let level { lists[list, default: [:]][level.index] = level.value }
      level = nil
    case "text:list-style", "text:outline-style": list = nil
    default: break
    }
  }

  func text(_ text: String) {}

  /// A style with all that its parents say.
  ///
  /// - Parameters:
  ///   - family: `paragraph` or `text`.
  ///   - name: Its name; nil for what holds without one.
  /// - Returns: The style; what holds without one if there is none of that name.
  func style(_ family: String, _ name: String?) -> Style {
    let name = name ?? ""
    let key = "\(family) \(name)"
    if let known = resolved[key] { return known }
    var chain: [Style] = []
    var next: String? = key
    while let key = next, let style = styles[key], chain.count < Self.mostParents {
      chain.append(style)
      next = style.parent
    }
    var result = standard[family] ?? Style()
    if family == "paragraph" { result.text.size = result.text.size ?? Self.standardSize }
    for style in chain.reversed() { result = style.over(result) }
    resolved[key] = result
    return result
  }
}

extension ODTStyles.Style {
  fileprivate func over(_ parent: Self) -> Self {
    var result = self
    result.text = text.over(parent.text)
    if text.size == nil, let relativeSize, let size = parent.text.size {
      result.text.size = size * relativeSize / 100
    }
    result.outlineLevel = outlineLevel ?? parent.outlineLevel
    result.isIndented = isIndented ?? parent.isIndented
    result.hasLeader = hasLeader ?? parent.hasLeader
    result.listStyle = listStyle ?? parent.listStyle
    // That of a parent breaks before its own paragraphs too, but titles of books say so of all their kind.
    result.breaksPage = breaksPage ?? parent.breaksPage
    return result
  }
}
