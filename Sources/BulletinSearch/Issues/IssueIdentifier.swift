/// What an issue is called in an index, as a form that takes two bytes.
struct IssueIdentifier: Equatable, Sendable {
  enum Form: Equatable, Sendable {
    /// `92`
    case label
    /// `NAME:92`
    case namedLabel
    /// The last names of the path, with or without the ending of the last one.
    case path(nameCount: Int, hasEnding: Bool)
  }

  var form: Form = .label
  /// Tells files apart whose paths differ in blanks, case or width only, from 1; 0 for all others.
  var copy = 0

  /// The identifier of an issue with a label.
  ///
  /// - Parameters:
  ///   - issue: Its bulletin and label count.
  ///   - path: Its path as it is written in the index.
  /// - Returns: The identifier, without blanks.
  func text(of issue: IssueSummary, path: String) -> String {
    let text =
      switch form {
      case .label: issue.label
      case .namedLabel: "\(issue.bulletin):\(issue.label)"
      case .path(let nameCount, let hasEnding):
        Self.end(of: path, nameCount: nameCount, hasEnding: hasEnding)
      }
    let whole = text.filter { !$0.isWhitespace }
    return copy == 0 ? whole : "\(whole)~\(copy)"
  }

  /// The last `nameCount` names of a path.
  static func end(of path: String, nameCount: Int, hasEnding: Bool) -> String {
    let names = path.split(separator: "/").suffix(nameCount)
    let end = names.joined(separator: "/")
    guard !hasEnding, let name = names.last, let dot = name.lastIndex(of: "."),
      dot > name.startIndex
    else { return end }
    return String(end.dropLast(name[dot...].count))
  }
}

extension IssueIdentifier {
  /// The form as a number: 0 and 1, then two for each count of names.
  var code: Int {
    switch form {
    case .label: 0
    case .namedLabel: 1
    case .path(let nameCount, let hasEnding): nameCount * 2 + (hasEnding ? 1 : 0)
    }
  }

  init(code: Int, copy: Int) {
    form =
      switch code {
      case 0: .label
      case 1: .namedLabel
      default: .path(nameCount: code / 2, hasEnding: code % 2 == 1)
      }
    self.copy = copy
  }
}
