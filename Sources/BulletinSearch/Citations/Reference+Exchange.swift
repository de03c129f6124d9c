/// The forms in which programs that keep references exchange them.
extension Reference {
  /// An entry of BibTeX and BibLaTeX.
  ///
  /// Names and titles stand in braces, so that nothing takes them apart or changes their case. Everything with a meaning in TeX
  /// is written as the command for the character; braces too, since the parser counts them even behind a backslash.
  ///
  /// - Parameter key: What the entry is cited by; ``citationKey`` is one.
  /// - Returns: The entry, with its line ends.
  public func bibTeX(key: String) -> String {
    var fields: [(name: String, value: String)] = []
    let people = authors.isEmpty ? [organization].compactMap(\.self) : authors
    if !people.isEmpty {
      fields.append(("author", people.map { "{\(Self.tex($0))}" }.joined(separator: " and ")))
    }
    fields.append(("title", "{\(Self.tex(title))}"))
    fields.append(("journal", Self.tex(container)))
    if let year { fields.append(("year", "\(year)")) }
    // The year that is cited is that of the number.
    if let date, date.month != nil, date.year == year { fields.append(("date", date.description)) }
    if let volume { fields.append(("volume", "\(volume)")) }
    if let number { fields.append(("number", Self.tex(number))) }
    if let pages {
      fields.append(
        (
          "pages",
          pages.count == 1 ? "\(pages.lowerBound)" : "\(pages.lowerBound)--\(pages.upperBound)"
        ))
    }
    if !keywords.isEmpty {
      // A comma ends a keyword.
      let texts = keywords.map { Self.tex($0).replacing(",", with: "，") }
      fields.append(("keywords", texts.joined(separator: ", ")))
    }
    if kind == .newspaper { fields.append(("entrysubtype", "newspaper")) }
    fields.append(("langid", title.isOfHan ? "chinese" : "english"))
    let lines = fields.map { "  \($0.name) = {\($0.value)}" }
    return "@article{\(key),\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  /// What an entry may be cited by: letters and digits of ``id``, with dashes between.
  public var citationKey: String {
    id.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  /// A record of RIS, with the line ends that it has.
  public var ris: String {
    var lines: [(tag: String, value: String)] = [("TY", kind == .newspaper ? "NEWS" : "JOUR")]
    lines += authors.map { ("AU", $0) }
    if let organization { lines.append(("AU", organization)) }
    lines += [("TI", title), ("T2", container)]
    if let year { lines.append(("PY", "\(year)")) }
    if let date {
      let parts = [date.month, date.day].map { $0.map { $0 < 10 ? "0\($0)" : "\($0)" } ?? "" }
      lines.append(("DA", "\(date.year)/\(parts[0])/\(parts[1])"))
    }
    if let volume { lines.append(("VL", "\(volume)")) }
    if let number { lines.append(("IS", number)) }
    if let pages {
      lines += [("SP", "\(pages.lowerBound)"), ("EP", "\(pages.upperBound)")]
    }
    lines += keywords.map { ("KW", $0) }
    lines += [("LA", title.isOfHan ? "zh" : "en"), ("ID", id), ("ER", "")]
    return lines.map { "\($0.tag)  - \(Self.singleLine($0.value))\r\n" }.joined() + "\r\n"
  }

  private static func singleLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || scalar.value == 0x2028
      || scalar.value == 0x2029
  }

  private static func tex(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\textbackslash{}"
      case "{": "\\textbraceleft{}"
      case "}": "\\textbraceright{}"
      case "~": "\\textasciitilde{}"
      case "^": "\\textasciicircum{}"
      case "$", "&", "#", "_", "%": "\\\(scalar)"
      default: isControl(scalar) ? " " : String(scalar)
      }
    }.joined()
  }
}

/// An item of CSL-JSON, as Zotero, pandoc and citeproc read it.
public struct CSLItem: Sendable, Equatable, Encodable {
  private let reference: Reference

  /// The item of a reference.
  public init(_ reference: Reference) { self.reference = reference }

  private enum CodingKeys: String, CodingKey {
    case id, type, title, author, issued, volume, issue, page, language, keyword
    case container = "container-title"
  }

  /// A Chinese name is whole the family name, which every style prints alone; what may be a name in parts in an unknown order,
  /// and an office, is printed as it stands.
  private struct Name: Encodable {
    var family: String?
    var literal: String?
  }

  private struct Date: Encodable {
    var parts: [[Int]]

    private enum CodingKeys: String, CodingKey { case parts = "date-parts" }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(reference.id, forKey: .id)
    try container.encode(
      reference.kind == .newspaper ? "article-newspaper" : "article-journal", forKey: .type)
    try container.encode(reference.title, forKey: .title)
    let people =
      reference.authors.map { $0.isOfHan ? Name(family: $0) : Name(literal: $0) }
      + (reference.organization.map { [Name(literal: $0)] } ?? [])
    if !people.isEmpty { try container.encode(people, forKey: .author) }
    try container.encode(reference.container, forKey: .container)
    let date = reference.date ?? reference.year.map { CalendarDate(year: $0) }
    if let date, date.year == reference.year ?? date.year {
      let parts = [date.year, date.month, date.day].compactMap(\.self)
      try container.encode(Date(parts: [parts]), forKey: .issued)
    } else if let year = reference.year {
      try container.encode(Date(parts: [[year]]), forKey: .issued)
    }
    try container.encodeIfPresent(reference.volume.map { "\($0)" }, forKey: .volume)
    try container.encodeIfPresent(reference.number, forKey: .issue)
    if let pages = reference.pages {
      try container.encode(
        pages.count == 1 ? "\(pages.lowerBound)" : "\(pages.lowerBound)-\(pages.upperBound)",
        forKey: .page)
    }
    if !reference.keywords.isEmpty {
      try container.encode(
        reference.keywords.map { $0.replacing(",", with: "，") }.joined(separator: ", "),
        forKey: .keyword)
    }
    try container.encode(reference.title.isOfHan ? "zh-CN" : "en", forKey: .language)
  }
}
