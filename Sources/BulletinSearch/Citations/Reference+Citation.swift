/// The standards after which references are written.
public enum CitationStyle: String, Sendable, Codable, CaseIterable {
  /// GB/T 7714—2025, in force since July 2026: full-width comma, colon and brackets.
  case gbt7714of2025 = "gbt7714-2025"
  /// GB/T 7714—2015, which many houses still ask for: half-width signs.
  case gbt7714of2015 = "gbt7714-2015"
}

extension Reference {
  /// The reference as a list has it.
  ///
  ///     沈青，林舟，苏禾，等. 题名[J]. 刊名，2022，3（8）：1-3.     GB/T 7714—2025, an article of a serial
  ///     沈青. 题名[J]. 刊名，2022-08-30：1.                          the same where the issue has no number
  ///     沈青. 题名[N]. 报名，2022-08-30（5）.                        an article of a newspaper
  ///     沈青, 林舟, 苏禾, 等. 题名[J]. 刊名, 2022, 3(8): 1-3.        GB/T 7714—2015
  ///
  /// What is not known is left out, as the styles of the Chinese CSL project do it. There is no day of access and no `[J/OL]`,
  /// because an index knows no address.
  public func citation(_ style: CitationStyle) -> String {
    let signs = Signs(style)
    var parts: [String] = []
    if let people = people(signs) { parts.append(people) }
    parts.append(title(signs) + (kind == .newspaper ? "[N]" : "[J]"))
    parts.append(source(signs))
    // A name that ends in a full stop has it only once.
    return parts.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }.joined(separator: ". ")
      + "."
  }

  /// How many authors are named before 等.
  private static let namedAuthorCount = 3

  private func people(_ signs: Signs) -> String? {
    guard !authors.isEmpty else { return organization }
    var names = Array(authors.prefix(Self.namedAuthorCount))
    if authors.count > names.count { names.append(authors[0].isOfHan ? "等" : "et al") }
    return names.joined(separator: signs.comma)
  }

  /// The title, with the subtitle behind a colon.
  private func title(_ signs: Signs) -> String {
    guard let dash = title.firstRange(of: "——"), dash.lowerBound > title.startIndex,
      dash.upperBound < title.endIndex
    else { return title }
    let main = title[..<dash.lowerBound].trimmingPrefix(while: \.isWhitespace)
    let subtitle = title[dash.upperBound...].drop { $0 == "—" || $0.isWhitespace }
    let trimmed = String(main.reversed().drop(while: \.isWhitespace).reversed())
    return subtitle.isEmpty ? title : trimmed + signs.colon + subtitle
  }

  private func source(_ signs: Signs) -> String {
    let pages = pages.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }
    if kind == .newspaper {
      return [container, date?.description].compactMap(\.self).joined(separator: signs.comma)
        + (pages.map(signs.bracketed) ?? "")
    }
    let isNumbered = volume != nil || number != nil
    let time = isNumbered ? year.map { "\($0)" } : date?.description ?? year.map { "\($0)" }
    let text = [container, time, volume.map { "\($0)" }].compactMap(\.self)
      .joined(separator: signs.comma)
    return text + (number.map(signs.bracketed) ?? "") + (pages.map { signs.colon + $0 } ?? "")
  }

  /// The signs of a standard.
  private struct Signs {
    let comma: String
    let colon: String
    private let brackets: (String, String)

    init(_ style: CitationStyle) {
      switch style {
      case .gbt7714of2025: (comma, colon, brackets) = ("，", "：", ("（", "）"))
      case .gbt7714of2015: (comma, colon, brackets) = (", ", ": ", ("(", ")"))
      }
    }

    func bracketed(_ text: String) -> String { brackets.0 + text + brackets.1 }
  }
}

extension String {
  /// Whether it has a Chinese character.
  var isOfHan: Bool { unicodeScalars.contains(where: \.properties.isIdeographic) }
}
