extension Byline {
  /// The byline in brackets that ends a paragraph: （王宁）, （供稿：单位 审核：甲）.
  static func trailing(
    in paragraph: Substring
  ) -> (byline: Byline, start: Substring.Index)? {
    guard let (inner, start, end) = trailingBrackets(of: paragraph) else { return nil }
    let range = offset(of: start, in: paragraph)..<offset(of: end, in: paragraph)
    return BylineReader.read(inner, range: range).map { ($0, start) }
  }

  /// The byline that follows the dateline of a dispatch: 本报讯（通讯员 甲 记者 乙）.
  ///
  /// The range is that of the brackets, since 本报讯 is text.
  static func leading(in paragraph: Substring) -> (byline: Byline, end: Substring.Index)? {
    var scanner = LineScanner(paragraph)
    scanner.skipBlanks()
    var length = 0
    var last: Unicode.Scalar?
    while let next = scanner.next, next != "(" {
      if !" 】".unicodeScalars.contains(next) { last = next }
      length += 1
      guard length <= maximumDatelineLength, !"。,;:".unicodeScalars.contains(next) else {
        return nil
      }
      scanner.advance()
    }
    guard last == nil || last == "讯" || last == "电" || last == "日" else { return nil }
    let start = scanner.index
    guard let inner = scanner.takeBracketed(by: "(", and: ")"),
      inner.utf8.count <= maximumByteCount
    else { return nil }
    let range = offset(of: start, in: paragraph)..<offset(of: scanner.index, in: paragraph)
    guard let byline = BylineReader.read(inner, range: range), !byline.credits.isEmpty,
      !scanner.remainder.trimmed.isEmpty
    else {
      return nil
    }
    return (byline, scanner.index)
  }

  /// An office and its author alone on a line under the title: 山西联通公司 赵非.
  static func unitLine(_ line: Substring) -> Byline? {
    let trimmed = line.trimmed
    guard trimmed.utf8.count <= maximumByteCount, trimmed.words.count >= 2 else { return nil }
    return BylineReader.readUnit(trimmed, range: range(of: trimmed, in: line))
  }

  /// Names alone on a line: 王宁, □ 王 宁 李红.
  ///
  /// Only the place under a title makes them a byline.
  static func nameLine(_ line: Substring) -> Byline? {
    let trimmed = line.trimmed
    guard trimmed.utf8.count <= maximumByteCount else { return nil }
    let bare = Substring(trimmed.unicodeScalars.drop { "□◎○●■◇◆".unicodeScalars.contains($0) })
      .trimmed
    return PersonName.list(in: bare).map {
      Byline(text: String(bare), authors: $0, range: range(of: trimmed, in: line))
    }
  }

  /// A line of roles right under a title: 作者：甲, 编辑：乙 / 校对：丙, 文｜丁.
  ///
  /// There a name may be any words, and who edits is the author if nobody else is.
  static func topLine(_ line: Substring) -> Byline? {
    let trimmed = line.trimmed
    guard trimmed.utf8.count <= maximumByteCount else { return nil }
    return BylineReader.readTop(trimmed, range: range(of: trimmed, in: line))
  }

  /// The name that ends a letter: 林小滿校長, 会长 王宁, 林小满 敬上.
  static func signature(_ line: Substring) -> Byline? {
    let trimmed = line.trimmed
    guard trimmed.utf8.count <= maximumSignatureByteCount else { return nil }
    var name = trimmed
    for ending in closings where name.hasSuffix(ending) {
      name = name.dropLast(ending.count).trimmed
    }
    for title in offices where name.hasSuffix(title) { name = name.dropLast(title.count).trimmed }
    for title in offices where name.hasPrefix(title) { name = name.dropFirst(title.count).trimmed }
    return PersonName.list(in: name).map {
      Byline(text: String(trimmed), authors: $0, range: range(of: trimmed, in: line))
    }
  }

  private static let maximumSignatureByteCount = 60
  private static let closings = ["敬上", "谨上", "謹上", "敬启", "敬啟", "谨启", "謹啟", "上"]
  private static let offices = [
    "副校长", "副校長", "校长", "校長", "会长", "會長", "理事长", "理事長", "秘书长", "秘書長", "主任", "主席", "院长", "院長", "社长",
    "社長", "老师", "老師", "总编", "總編", "主编", "主編",
  ]

  /// A line of roles without brackets: 作者：甲, 供稿：单位 审核：乙, 责任编辑：丙.
  static func responsibleEditor(_ line: Substring) -> Byline? {
    let trimmed = line.trimmed
    guard trimmed.utf8.count <= maximumByteCount else { return nil }
    if let (byline, start) = trailing(in: trimmed), start == trimmed.startIndex {
      return byline.credits.isEmpty ? nil : byline
    }
    return BylineReader.readRoles(trimmed, range: range(of: trimmed, in: line))
  }

  /// The inner text and the ends of the brackets that a paragraph ends with.
  static func trailingBrackets(
    of paragraph: Substring
  ) -> (inner: Substring, start: Substring.Index, end: Substring.Index)? {
    let scalars = paragraph.unicodeScalars
    var close = scalars.endIndex
    repeat {
      guard close > scalars.startIndex else { return nil }
      close = scalars.index(before: close)
    } while LineFolding.isBlank(scalars[close]) || scalars[close] == "*"
    guard LineFolding.fold(scalars[close]) == ")" else { return nil }
    var open = close
    for _ in 0..<maximumInnerLength {
      guard open > scalars.startIndex else { return nil }
      open = scalars.index(before: open)
      switch LineFolding.fold(scalars[open]) {
      case "(":
        let inner = paragraph[scalars.index(after: open)..<close]
        return (inner.trimmed, open, scalars.index(after: close))
      case ")": return nil
      default: continue
      }
    }
    return nil
  }

  private static let maximumByteCount = 240
  private static let maximumInnerLength = 120
  /// How many characters may stand before the brackets of a dispatch: 本报8月30日讯.
  private static let maximumDatelineLength = 24

  private static func offset(of index: Substring.Index, in line: Substring) -> Int {
    line.utf8.distance(from: line.startIndex, to: index)
  }

  private static func range(of part: Substring, in line: Substring) -> Range<Int> {
    offset(of: part.startIndex, in: line)..<offset(of: part.endIndex, in: line)
  }
}
