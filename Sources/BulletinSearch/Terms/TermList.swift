/// Collects the first terms in some order without holding all of them.
struct TermList {
  private let options: TermListOptions
  private var entries: [TermEntry] = []

  init(_ options: TermListOptions) {
    self.options = options
  }

  /// Adds a term, which may be forgotten when there are enough before it.
  mutating func add(_ entry: TermEntry) {
    guard options.limit > 0 else { return }
    entries.append(entry)
    // Sorting after as many again as are kept costs each entry a logarithm, and memory a factor of two.
    let (capacity, overflow) = options.limit.multipliedReportingOverflow(by: 2)
    if !overflow, entries.count >= max(capacity, Self.smallestCapacity) { cut() }
  }

  /// The first terms, in order.
  func first() -> [TermEntry] {
    var list = self
    list.cut()
    return list.entries
  }

  /// Below this many entries, to sort them often costs more than to hold them.
  private static let smallestCapacity = 1_024

  private mutating func cut() {
    switch options.order {
    case .frequency:
      entries.sort {
        $0.documentFrequency == $1.documentFrequency
          ? Self.precedes($0, $1) : $0.documentFrequency > $1.documentFrequency
      }
    case .term: entries.sort(by: Self.precedes)
    }
    entries.removeLast(max(entries.count - options.limit, 0))
  }

  private static func precedes(_ left: TermEntry, _ right: TermEntry) -> Bool {
    // The kind settles what is a pair and a word at once, as `5g`.
    left.text == right.text
      ? left.kind.rawValue < right.kind.rawValue
      : left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
