// The attributes of a tag.
extension Tag {
  /// Whether the tag ends itself: `<a id="x"/>`.
  func isEmpty(in source: [UInt8]) -> Bool {
    let slash = range.upperBound - 2
    guard source[slash] == UInt8(ascii: "/") else { return false }
    // The slash of `href=/a/` belongs to the address.
    let before = source[slash - 1]
    return slash == range.lowerBound + 1 + name.utf8.count || Self.isSpace(before)
      || before == UInt8(ascii: "\"") || before == UInt8(ascii: "'")
  }

  /// The bytes of the value of an attribute, without its quotes; nil if it has none.
  func value(of attribute: String, in source: [UInt8]) -> Range<Int>? {
    var found: Range<Int>?
    forEachAttribute(in: source) { name, value in
      if found == nil, let value, Self.equals(source[name], attribute) { found = value }
    }
    return found
  }

  /// The value of an attribute as a reader would see it.
  func text(of attribute: String, in source: [UInt8]) -> String? {
    value(of: attribute, in: source).map {
      CharacterReference.decoded(source[$0], in: .attribute)
    }
  }

  func has(_ attribute: String, in source: [UInt8]) -> Bool {
    var isFound = false
    forEachAttribute(in: source) { name, _ in
      if Self.equals(source[name], attribute) { isFound = true }
    }
    return isFound
  }

  /// Visits name and value of each attribute; a value may have double, single or no quotes.
  func forEachAttribute(in source: [UInt8], _ body: (Range<Int>, Range<Int>?) -> Void) {
    let end = range.upperBound - 1
    var position = range.lowerBound + 1 + name.utf8.count
    while position < end {
      while position < end, Self.separates(source[position]) { position += 1 }
      let nameStart = position
      while position < end, !Self.separates(source[position]),
        source[position] != UInt8(ascii: "=") || position == nameStart
      {
        position += 1
      }
      guard position > nameStart else { return }
      let name = nameStart..<position
      var next = position
      while next < end, Self.isSpace(source[next]) { next += 1 }
      guard next < end, source[next] == UInt8(ascii: "=") else {
        body(name, nil)
        continue
      }
      next += 1
      while next < end, Self.isSpace(source[next]) { next += 1 }
      let value = Self.value(in: source, from: next, end: end)
      body(name, value.range)
      position = value.next
    }
  }

  private static func value(
    in source: [UInt8], from start: Int, end: Int
  ) -> (range: Range<Int>, next: Int) {
    guard start < end else { return (end..<end, end) }
    let quote = source[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let close = source[start + 1..<end].firstIndex(of: quote) ?? end
      return (start + 1..<close, min(close + 1, end))
    }
    let close = source[start..<end].firstIndex { isSpace($0) } ?? end
    return (start..<close, close)
  }

  private static func separates(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "/")
  }

  private static func equals(_ name: ArraySlice<UInt8>, _ wanted: String) -> Bool {
    name.count == wanted.utf8.count && zip(name, wanted.utf8).allSatisfy { lowercased($0) == $1 }
  }
}
