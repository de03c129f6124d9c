extension ParsedQuery: CustomStringConvertible {
  /// The query in ASCII signs and English names.
  ///
  /// What ``QueryParser`` read is read as the same from it, unless it became longer than a query may
  /// be: names and quotation marks can take more room than what was typed.
  var description: String {
    self == .all([]) ? "" : items
  }

  /// The query as a list, which is how it stands between brackets.
  private var items: String {
    switch self {
    case .all(let parts): parts.map(\.item).joined(separator: " ")
    case .any(let parts): parts.map(\.atom).joined(separator: " OR ")
    case .excluding(let wanted, let unwanted):
      ([wanted.wantedItems] + unwanted.exclusions).filter { !$0.isEmpty }.joined(separator: " ")
    default: atom
    }
  }

  /// The query where it stands beside others that are wanted too.
  private var item: String {
    if case .any(let parts) = self, parts.count > 1 { items } else { atom }
  }

  /// The query before what is left out of it.
  private var wantedItems: String {
    if case .excluding = self { atom } else { items }
  }

  private var exclusions: [String] {
    if case .any(let parts) = self, parts.count > 1 {
      parts.map { "-" + $0.atom }
    } else {
      ["-" + atom]
    }
  }

  /// The query as an operator takes it: in brackets if it has several parts.
  private var atom: String {
    switch self {
    case .text(let text): QueryWriting.text(text, isBoosted: false)
    case .exact(let text): QueryWriting.quoted(text)
    case .prefix(let text): QueryWriting.prefix(text, isBoosted: false)
    case .near(let text, let distance): QueryWriting.quoted(text) + "~\(distance)"
    case .field(let field, let query): "\(field.rawValue):" + query.value
    case .number(let field, let range): field.written(range)
    case .date(let range): "date:\(range)"
    case .boosted(let query, let factor):
      query.boostedAtom + "^" + QueryWriting.factor(factor)
    case .all, .any, .excluding: "(\(items))"
    }
  }

  /// The query behind the name of a field, to which a factor would belong.
  private var value: String {
    if case .boosted = self { "(\(atom))" } else { atom }
  }

  private var boostedAtom: String {
    switch self {
    case .text(let text): QueryWriting.text(text, isBoosted: true)
    case .prefix(let text): QueryWriting.prefix(text, isBoosted: true)
    case .field(let field, let query): "\(field.rawValue):" + query.boostedAtom
    case .boosted: "(\(atom))"
    default: atom
    }
  }
}
