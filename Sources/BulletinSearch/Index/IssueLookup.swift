internal import InvertedIndex
internal import TextAnalysis

/// Finds the issue or the article that a text names.
///
/// An issue is called by its label (`92`, `2022-8`, `增刊1`), by any of its numbers or its date, by these behind
/// the name of its bulletin (`NAME:92`), or by an end of its path. Width, case and blanks do not count.
struct IssueLookup {
  struct Entry {
    var issue: IssueSummary
    /// As it is written in the index.
    var path: String
    /// By the ends of which it is called.
    var namingPath: String
    /// The number of its bulletin.
    var bulletin: Int
    var documents: [DocumentID]
  }

  /// How the paths of files are written and shown.
  private let paths: PathNames
  /// Nil where no article is looked for.
  private let index: BulletinIndex?
  private var entries: [Entry] = []
  /// By their names as they are searched.
  private var bulletins: [[UInt32]: Int] = [:]
  private let analyzer = TextAnalyzer()

  /// - Throws: `IndexError` if the index is damaged.
  init(_ index: BulletinIndex) throws {
    var groups: [(record: FileRecord, documents: Range<DocumentID>)] = []
    try index.reader.forEachGroup { group in
      groups.append((try FileRecord(row: group.row), group.documents))
    }
    self.init(groups, paths: index.paths, index: index)
  }

  /// - Parameters:
  ///   - groups: All files, and parts and issues of files, with the paths as they are written.
  ///   - paths: How these are shown.
  ///   - index: What has the articles; nil if only issues are looked for.
  init(
    _ groups: [(record: FileRecord, documents: Range<DocumentID>)], paths: PathNames,
    index: BulletinIndex? = nil
  ) {
    self.paths = paths
    self.index = index
    var naming = IssueNaming(analyzer: analyzer)
    for (record, documents) in groups {
      guard var issue = record.issue else { continue }
      let documents = (documents.lowerBound.rawValue..<documents.upperBound.rawValue)
        .map(DocumentID.init(rawValue:))
      if record.isFurtherPart, !entries.isEmpty {
        entries[entries.count - 1].documents += documents
        continue
      }
      issue.path = paths.shown(record.path)
      entries.append(
        Entry(
          issue: issue, path: record.path, namingPath: record.namingPath,
          bulletin: naming.number(ofBulletin: issue.bulletin), documents: documents))
    }
    for entry in entries {
      bulletins[analyzer.fold(Array(entry.issue.bulletin.utf8)).scalars] = entry.bulletin
    }
  }

  // MARK: - Issues

  /// The documents of the issue that `text` names; none if there is no such issue.
  ///
  /// - Throws: ``IssueReferenceError/ambiguous(_:_:)``
  func documents(ofIssue text: String) throws -> [DocumentID] {
    let found = issues(text)
    guard found.count <= 1 else { throw ambiguous(text, found, ordinal: nil) }
    return found.first?.documents ?? []
  }

  /// The issues that answer to `text`.
  private func issues(_ text: String) -> [Entry] {
    let folded = IssueLabels.fold(text)
    guard !folded.isEmpty else { return [] }
    // A file may be called like a number that is written out, so these come last.
    for find in [
      { labelled(folded, in: entries) }, { named(text) { $0 } }, { atPath(text, folded) },
      { IssueLabels.number(in: folded).map { labelled($0, in: entries) } ?? [] },
      { named(text, label: IssueLabels.number) },
    ] as [() -> [Entry]] {
      let found = find()
      if !found.isEmpty { return found }
    }
    return []
  }

  /// For each bulletin, the issues with a label; if it has none, those that may be called so too.
  private func labelled(_ folded: String, in entries: [Entry]) -> [Entry] {
    var found = entries.filter { IssueLabels.fold($0.issue.label) == folded }
    let done = Set(found.map(\.bulletin))
    found += entries.filter { entry in
      !done.contains(entry.bulletin) && IssueLabels.others(of: entry.issue).contains(folded)
    }
    return found
  }

  /// What `NAME:LABEL` names, where `label` makes a label of what stands behind the name.
  private func named(_ text: String, label: (String) -> String?) -> [Entry] {
    var rest = text[...]
    while let colon = rest.lastIndex(where: { $0 == ":" || $0 == "：" }) {
      rest = rest[..<colon]
      let bulletin = String(rest)
      let folded = IssueLabels.fold(bulletin)
      let number = bulletins[analyzer.fold(Array(bulletin.utf8)).scalars]
      let issues = entries.filter {
        $0.bulletin == number || IssueLabels.fold($0.issue.bulletin) == folded
      }
      let typed = IssueLabels.fold(text[text.index(after: colon)...])
      guard !issues.isEmpty, let label = label(typed) else { continue }
      let found = labelled(label, in: issues)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The issues whose path ends so, with or without the ending of the file's name.
  private func atPath(_ text: String, _ folded: String) -> [Entry] {
    let stored = paths.stored(text)
    // A volume has several.
    let ofFile = entries.filter { $0.path.utf8.elementsEqual(stored.utf8) }
    if !ofFile.isEmpty { return ofFile }
    let nameCount = folded.split(separator: "/").count
    func found(_ folded: String) -> [Entry] {
      entries.filter { entry in
        [true, false].contains { hasEnding in
          let end = IssueIdentifier.end(
            of: entry.namingPath, nameCount: nameCount, hasEnding: hasEnding)
          return IssueLabels.fold(end) == folded
        }
      }
    }
    let whole = found(folded)
    guard whole.isEmpty, folded.contains("~") else { return whole }
    return entries.filter { IssueLabels.fold($0.issue.id) == folded }
  }

  // MARK: - Articles

  /// The document of the article that `text` names: `ISSUE/3`, or as a search prints it `PATH:ISSUE/3` or
  /// `PATH:LINE`, also with a column, or `PATH:pPAGE:PARAGRAPH`.
  ///
  /// - Throws: ``IssueReferenceError/ambiguous(_:_:)``, `IndexError` if the index is damaged.
  func document(ofArticle text: String) throws -> DocumentID? {
    if let document = try documentInFile(text) { return document }
    guard let (head, ordinal) = Self.parts(text) else { return nil }
    let found = issues(head)
    guard found.count <= 1 else { throw ambiguous(text, found, ordinal: ordinal) }
    return found.first.flatMap { Self.document(ordinal, of: $0) }
  }

  /// What stands before the last slash, and the number behind it.
  private static func parts(_ text: String) -> (head: String, ordinal: Int)? {
    guard let slash = text.lastIndex(where: { $0 == "/" || $0 == "／" }),
      let ordinal = Int(IssueLabels.fold(text[text.index(after: slash)...]))
    else { return nil }
    return (String(text[..<slash]), ordinal)
  }

  private static func document(_ ordinal: Int, of entry: Entry) -> DocumentID? {
    entry.documents.indices.contains(ordinal - 1) ? entry.documents[ordinal - 1] : nil
  }

  private func documentInFile(_ text: String) throws -> DocumentID? {
    for colon in text.indices where text[colon] == ":" {
      let path = text[..<colon]
      let ofFile = entries.filter { $0.issue.path == path || $0.path == path }
      guard let file = ofFile.first else { continue }
      let rest = String(text[text.index(after: colon)...])
      if let (head, ordinal) = Self.parts(rest) {
        let found = issues(head).filter { $0.path == file.path }
        return found.count == 1 ? Self.document(ordinal, of: found[0]) : nil
      }
      if let place = DocumentPlace(rest) {
        return try lastDocument(of: ofFile) { $0.contains(place) }
      }
      let numbers = rest.split(separator: ":", maxSplits: 2).map { Int($0) }
      guard let line = numbers.first ?? nil else { continue }
      return try lastDocument(of: ofFile) { $0.lines.contains(line) }
    }
    return nil
  }

  /// The last article of some issues for which something holds.
  private func lastDocument(
    of issues: [Entry], where holds: (ArticleRecord) -> Bool
  ) throws -> DocumentID? {
    guard let index else { return nil }
    return try issues.lazy.flatMap(\.documents).last { document in
      let row = try index.reader.row(of: document, inTable: BulletinSchema.articleTable)
      return holds(try ArticleRecord(row: row))
    }
  }

  private func ambiguous(_ text: String, _ found: [Entry], ordinal: Int?) -> IssueReferenceError {
    .ambiguous(
      text,
      found.map { entry in
        IssueReferenceError.Candidate(
          id: entry.issue.id + (ordinal.map { "/\($0)" } ?? ""), issue: entry.issue)
      })
  }
}
