/// A line that names a section: 【会员消息】, ◆ 行业动态.
enum SectionMark {
  /// The name of the section, or nil if the line is no section mark.
  ///
  /// `#`, `*` and tags of bold around it do not matter.
  static func parse(_ line: Substring) -> String? {
    guard line.utf8.count <= maximumByteCount else { return nil }
    let bare = Markup.stripped(line)
    guard let first = bare.unicodeScalars.first else { return nil }
    return closers[first].flatMap { bracketed(in: bare, closer: $0) }
      ?? (symbols.contains(first) ? afterSymbols(in: bare) : nil)
  }

  private static let maximumByteCount = 160
  /// How long a name may be after a mere symbol, which lists use as well.
  private static let maximumSymbolNameLength = 12
  private static let maximumNameLength = 20
  private static let closers: [Unicode.Scalar: Unicode.Scalar] = [
    "【": "】", "〖": "〗", "〔": "〕", "［": "］", "「": "」", "『": "』", "〘": "〙",
  ]
  private static let symbols = Set("◆■●★▲※§◇▪►▶☆".unicodeScalars)
  private static let punctuation = Set("。！？；，：,;!?:（）()《》“”|".unicodeScalars)
  /// Where a dispatch begins, not a section.
  private static let kickers: Set<Substring> = ["本刊讯", "本报讯", "本网讯", "本刊訊", "本報訊"]

  private static func bracketed(in line: Substring, closer: Unicode.Scalar) -> String? {
    let scalars = line.unicodeScalars
    guard scalars.last == closer else { return nil }
    let inner = Substring(scalars.dropFirst().dropLast()).trimmed
    guard !inner.unicodeScalars.contains(closer), isName(inner, ofAtMost: maximumNameLength)
    else { return nil }
    return String(inner)
  }

  private static func afterSymbols(in line: Substring) -> String? {
    let scalars = line.unicodeScalars.drop { symbols.contains($0) || LineFolding.isBlank($0) }
    let end = scalars.lastIndex { !symbols.contains($0) && !LineFolding.isBlank($0) }
    guard let end else { return nil }
    let name = Substring(scalars[...end])
    return isName(name, ofAtMost: maximumSymbolNameLength) ? String(name) : nil
  }

  private static func isName(_ name: Substring, ofAtMost limit: Int) -> Bool {
    let scalars = name.unicodeScalars
    return scalars.count <= limit && !kickers.contains(name)
      && scalars.count(where: LineFolding.isHan) >= 2
      && !scalars.contains(where: punctuation.contains)
      // 〔2026〕第3期 and a date are not names.
      && !scalars.contains { ("0"..."9").contains(LineFolding.fold($0)) }
  }
}
