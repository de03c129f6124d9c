/// Finds the 报尾: 报 送 发, editor, address, copies.
enum FooterFinder {
  /// The lines of the footer, from the last of the file upwards; empty if there is none.
  static func find(in marked: MarkedFile) -> [Int] {
    var lines: [Int] = []
    var pending: [Int] = []
    var hasFooterLine = false
    for index in marked.roles.indices.reversed() {
      switch kind(of: index, in: marked) {
      case .footer:
        lines += pending
        lines.append(index)
        pending = []
        hasFooterLine = true
      case .neutral:
        pending.append(index)
      case .continuation:
        guard pending.count < longestContinuation else { return hasFooterLine ? lines : [] }
        pending.append(index)
      case .other:
        return hasFooterLine ? lines + leadingRules(pending, in: marked) : []
      }
    }
    return hasFooterLine ? lines : []
  }

  /// How many lines may follow 报：… before the next field.
  private static let longestContinuation = 8

  private enum Kind {
    case footer
    case neutral
    case continuation
    case other
  }

  private static func kind(of index: Int, in marked: MarkedFile) -> Kind {
    guard marked.isOpen(index) else {
      return marked.roles[index] == .title || marked.roles[index] == .contents ? .other : .neutral
    }
    guard !marked.file.lines[index].isHeading, let text = marked.file.shortString(index) else {
      return .other
    }
    if FooterLine.kind(of: text[...]) != nil { return .footer }
    if PageFurniture.matches(text[...]) { return .neutral }
    // A further line of 报：… is short and no sentence; it counts if there is a field above it.
    let endsSentence = text.hasSuffix("。") || text.hasSuffix("）") || text.hasSuffix(")")
    return text.utf8.count <= longestContinuedLine && !endsSentence ? .continuation : .other
  }

  /// Forty characters of Chinese.
  private static let longestContinuedLine = 120

  /// The rules and blank lines right above the footer.
  private static func leadingRules(_ pending: [Int], in marked: MarkedFile) -> [Int] {
    guard let rule = pending.lastIndex(where: { marked.roles[$0] == .rule }) else { return [] }
    let above = pending[...rule]
    return above.contains { marked.isOpen($0) } ? [] : Array(above)
  }
}
