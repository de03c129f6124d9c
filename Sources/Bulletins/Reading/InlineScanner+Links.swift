// Links and tags, which may end on a later line than they begin.
extension InlineScanner {
  mutating func openBracket(at position: Int, start: Int) -> Int {
    let isImage = position > start && source[position - 1] == UInt8(ascii: "!")
    brackets.append(Bracket(position: position, isImage: isImage))
    return position + 1
  }

  mutating func closeBracket(at position: Int) -> Int {
    guard position + 1 < end else { return position + 1 }
    guard let opener = brackets.popLast() else { return strayTarget(at: position) }
    let closing: Int?
    switch source[position + 1] {
    case UInt8(ascii: "(") where position >= linksResume:
      closing = destinationEnd(from: position + 2)
    // `[1][2]` are two notes.
    case UInt8(ascii: "[") where !isNumber(opener.position + 1..<position):
      closing = labelEnd(from: position + 2)
    default:
      closing = nil
    }
    guard let closing else { return position + 1 }
    if opener.isImage {
      hasImages = true
      if isFileName(opener.position + 1..<position) {
        cut(opener.position - 1..<closing)
        return closing
      }
    }
    cut(opener.position - (opener.isImage ? 1 : 0)..<opener.position + 1)
    cut(position..<closing)
    return closing
  }

  /// Cuts the address of a link whose text began on an earlier line.
  private mutating func strayTarget(at position: Int) -> Int {
    guard source[position + 1] == UInt8(ascii: "("), position >= linksResume,
      source[(position + 2)...].starts(with: "http".utf8),
      let closing = destinationEnd(from: position + 2)
    else { return position + 1 }
    cut(position..<closing)
    return closing
  }

  /// How far a destination may reach over line ends; one, as CommonMark allows it.
  private static let maximumLineEndCount = 1
  private static let maximumLabelLength = 60

  /// The end of `url "title")`, or nil if what follows is not the destination of a link.
  private mutating func destinationEnd(from start: Int) -> Int? {
    var depth = 1
    var lineEnds = 0
    var looksLikeLink = false
    var isRemote = false
    var hasWideByte = false
    var position = start
    while position < source.count {
      let byte = source[position]
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case 0x0A: lineEnds += 1
      case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "#"): looksLikeLink = true
      case UInt8(ascii: ":"):
        looksLikeLink = true
        isRemote = true
      default:
        if byte >= 0x80 { hasWideByte = true }
      }
      position += 1
      if depth == 0 { break }
      if lineEnds > Self.maximumLineEndCount { break }
    }
    guard depth == 0, looksLikeLink || !hasWideByte else {
      linksResume = position
      return nil
    }
    if isRemote { hasLinks = true }
    return position
  }

  /// Whether the words for a picture are only the name of its file.
  private func isFileName(_ range: Range<Int>) -> Bool {
    Self.imageExtensions.contains { source[range].suffix($0.count).elementsEqual($0) }
  }

  private static let imageExtensions = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"].map {
    Array($0.utf8)
  }

  private func isNumber(_ range: Range<Int>) -> Bool {
    range.allSatisfy { Self.isDigit(source[$0]) }
  }

  /// The end of the label of `[text][label]`.
  private func labelEnd(from start: Int) -> Int? {
    let limit = min(end, start + Self.maximumLabelLength)
    guard start < limit else { return nil }
    for position in start..<limit {
      if source[position] == UInt8(ascii: "]") { return position + 1 }
      if source[position] == UInt8(ascii: "[") { return nil }
    }
    return nil
  }

  mutating func tag(at position: Int) -> Int {
    if let end = comment(.page, at: position) { return end }
    if let address = automaticLinkEnd(from: position) {
      cut(position..<position + 1)
      cut(address - 1..<address)
      return address
    }
    guard hasTagEnd, let tag = knownTag(at: position, limit: source.count) else {
      return position + 1
    }
    if tag.isAnnotation, let end = annotationEnd(of: tag) {
      cut(position..<end)
      return end
    }
    if tag.name == "img" {
      hasImages = true
      if let alternative = tag.value(of: "alt", in: source), alternative.upperBound <= end,
        !isFileName(alternative)
      {
        cut(position..<alternative.lowerBound, .blank)
        cut(alternative.upperBound..<tag.range.upperBound, .blank)
        return tag.range.upperBound
      }
    }
    cut(tag.range, tag.replacement)
    return tag.range.upperBound
  }

  /// The tag of HTML that begins here and ends before `limit`, if one does.
  private mutating func knownTag(at position: Int, limit: Int) -> Tag? {
    let limit = min(limit, position + Self.maximumTagLength)
    guard Tag.begins(in: source, at: position, limit: limit) else { return nil }
    if nextTagEnd <= position {
      nextTagEnd = source[position...].firstIndex(of: UInt8(ascii: ">")) ?? source.count
    }
    guard nextTagEnd < limit, let tag = Tag(source, at: position, limit: limit) else {
      hasTagEnd = false
      return nil
    }
    return tag.isKnown ? tag : nil
  }

  /// Attributes of real pages stay far below this.
  private static let maximumTagLength = 4096

  /// Where the reading of a character ends: `<rt>lán</rt>`, whose end tag may be left out.
  private mutating func annotationEnd(of tag: Tag) -> Int? {
    guard hasAnnotationEnd, !tag.isClosing else { return nil }
    var position = tag.range.upperBound
    while position < end, hasTagEnd {
      if source[position] == UInt8(ascii: "<"), let next = knownTag(at: position, limit: end),
        next.isAnnotation || next.name == "rb" || next.name == "ruby"
      {
        return next.isClosing && next.isAnnotation ? next.range.upperBound : position
      }
      position += 1
    }
    hasAnnotationEnd = false
    return nil
  }

  /// The end of `<http://…>`.
  private func automaticLinkEnd(from position: Int) -> Int? {
    guard source[position..<min(position + 5, end)].elementsEqual("<http".utf8) else { return nil }
    var next = position
    while next < end, source[next] > 0x20 {
      if source[next] == UInt8(ascii: ">") { return next + 1 }
      next += 1
      if next < end, source[next] == UInt8(ascii: "<") { return nil }
    }
    return nil
  }
}
