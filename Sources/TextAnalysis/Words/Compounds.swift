/// Finds words of other scripts that marks join, such as gb/t19000-iso9000.
struct Compounds {
  /// Longer ones are no names but addresses and data, which their parts find as well.
  static let maximumLength = 64
  /// - / . _ + & ' : @ #
  private static let joiners: Set<UInt32> = [
    0x2D, 0x2F, 0x2E, 0x5F, 0x2B, 0x26, 0x27, 0x3A, 0x40, 0x23,
  ]

  /// Replaces `ranges` with the compounds of a match text; each has two tokens or more.
  static func find(in text: MatchText, tokens: [Token], into ranges: inout [Range<Int>]) {
    ranges.removeAll(keepingCapacity: true)
    var index = 0
    while index < tokens.count {
      var last = index
      while last + 1 < tokens.count, joins(tokens[last], tokens[last + 1], in: text) { last += 1 }
      if last > index {
        let range = tokens[index].range.lowerBound..<tokens[last].range.upperBound
        if range.count <= maximumLength { ranges.append(range) }
      }
      index = last + 1
    }
  }

  /// Whether exactly one joiner stands between two tokens.
  private static func joins(_ left: Token, _ right: Token, in text: MatchText) -> Bool {
    guard left.kind.canBeJoined, right.kind.canBeJoined,
      left.range.upperBound + 1 == right.range.lowerBound,
      joiners.contains(text.scalars[left.range.upperBound])
    else { return false }
    // White space beside the joiner is not in the match text, but it is in the original.
    return left.sourceRange.upperBound == text.starts[left.range.upperBound]
      && text.ends[left.range.upperBound] == right.sourceRange.lowerBound
  }
}

extension Token.Kind {
  fileprivate var canBeJoined: Bool { self == .letters || self == .number }
}
