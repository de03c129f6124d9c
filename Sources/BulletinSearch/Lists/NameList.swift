internal import InvertedIndex
internal import TextAnalysis

/// A name, how much there is under it, and from when to when.
public struct NameCount: Sendable, Equatable, Codable {
  /// The name in the form in which it stands most often.
  public var name: String
  /// How many articles there are.
  public var articleCount: Int
  /// In how many issues they are.
  public var issueCount: Int
  /// The date of the first of these issues; nil if none has a date.
  public var first: String?
  /// The date of the last of them.
  public var last: String?

  private enum CodingKeys: String, CodingKey {
    case name, first, last
    case articleCount = "articles"
    case issueCount = "issues"
  }
}

/// What has names in an index.
public enum NameKind: String, Sendable, CaseIterable {
  /// The sections of issues, 栏目.
  case section
  /// The people of bylines.
  case author
  /// The offices and departments of bylines.
  case unit
  /// The bulletins.
  case bulletin
}

extension BulletinIndex {
  /// All names of a kind, those of most articles first, of as many by their characters.
  ///
  /// Names that are searched as the same, such as 欄目 and 栏目, are one.
  ///
  /// - Parameter kind: Whose names.
  /// - Returns: Every name with what there is under it; articles without a name of the kind are left out.
  /// - Throws: `IndexError` if the index is damaged.
  /// - Complexity: O(*n*) in the number of articles, and for sections in the length of their texts.
  public func names(of kind: NameKind) throws -> [NameCount] {
    var names = NameTally()
    var issue = -1
    try forEachFile { file, documents in
      guard let summary = file.issue else { return }
      if !file.isFurtherPart { issue += 1 }
      let date = summary.date ?? summary.year.map { "\($0)" }
      if kind == .bulletin {
        names.add(summary.bulletin, issue, date, articles: summary.articleCount)
        return
      }
      for number in documents.lowerBound.rawValue..<documents.upperBound.rawValue {
        for name in try self.names(of: kind, in: DocumentID(rawValue: number)) {
          names.add(name, issue, date, articles: 1)
        }
      }
    }
    return names.counts
  }

  /// The names of an article, each once.
  private func names(of kind: NameKind, in document: DocumentID) throws -> [String] {
    if kind == .section {
      let text = StoredFields(try reader.text(of: document)).text(of: .section)
      return text.isEmpty ? [] : [text]
    }
    let record = try ArticleRecord(
      row: reader.row(of: document, inTable: BulletinSchema.articleTable))
    let names = kind == .author ? record.authors : record.unit.map { [$0] } ?? []
    var known: Set<String> = []
    return names.filter { known.insert($0).inserted }
  }
}

/// Adds up what there is under names.
private struct NameTally {
  private struct Entry {
    var count = NameCount(name: "", articleCount: 0, issueCount: 0)
    var lastIssue = -1
    /// How often each form of the name stands.
    var forms: [String: Int] = [:]
  }

  private var entries: [Entry] = []
  private var places: [String: Int] = [:]
  private var placesByFolded: [[UInt32]: Int] = [:]
  private let analyzer = TextAnalyzer()

  /// Adds articles of an issue, which is not before the last one.
  mutating func add(_ name: String, _ issue: Int, _ date: String?, articles: Int) {
    let place = self.place(of: name)
    entries[place].count.articleCount += articles
    entries[place].forms[name, default: 0] += articles
    if entries[place].lastIssue != issue {
      entries[place].lastIssue = issue
      entries[place].count.issueCount += 1
    }
    guard let date else { return }
    entries[place].count.first = min(entries[place].count.first ?? date, date)
    entries[place].count.last = max(entries[place].count.last ?? date, date)
  }

  private mutating func place(of name: String) -> Int {
    if let place = places[name] { return place }
    let folded = analyzer.fold(Array(name.utf8)).scalars
    // What has nothing but signs is only itself.
    let key = folded.isEmpty ? name.unicodeScalars.map(\.value) : folded
    let place = placesByFolded[key] ?? entries.count
    if place == entries.count { entries.append(Entry()) }
    placesByFolded[key] = place
    places[name] = place
    return place
  }

  var counts: [NameCount] {
    entries.map { entry in
      var count = entry.count
      count.name = entry.forms.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
      return count
    }.sorted { ($1.articleCount, $0.name) < ($0.articleCount, $1.name) }
  }
}
