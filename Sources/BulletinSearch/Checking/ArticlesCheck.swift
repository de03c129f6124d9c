internal import Bulletins
internal import InvertedIndex
internal import TextAnalysis

/// Looks whether each article has an issue, a place in it, and a text that is searched as it is shown.
struct ArticlesCheck {
  private let index: BulletinIndex
  private let list: FaultList
  private let analyzer = TextAnalyzer()
  /// Whether this version makes the searched characters as that did which made the index.
  private let foldsAlike: Bool

  private var reader: IndexReader { index.reader }

  init(index: BulletinIndex, list: FaultList) {
    self.index = index
    self.list = list
    foldsAlike = index.properties.analyzer == index.properties.currentAnalyzer
  }

  func run() {
    for number in 0..<reader.documentCount {
      let document = DocumentID(rawValue: UInt32(number))
      do {
        try checkRow(of: document)
        try checkDate(of: document)
        if foldsAlike { try checkText(of: document) }
      } catch {
        // What cannot be decoded at all has been found by the engine.
        if list.count == 0 { list.add(error) }
      }
    }
  }

  private func checkRow(of document: DocumentID) throws {
    let table = BulletinSchema.articleTable
    let row = try reader.row(of: document, inTable: table)
    do {
      guard try ArticleRecord(row: row).row != row else { return }
      try reader.addFault(
        inRowOf: document, table: table, .space, "an article that is not written as it is read",
        to: list)
    } catch {
      try reader.addFault(
        inRowOf: document, table: table, .unreadable,
        "an article that cannot be read: \(IndexFault(damage: error)?.reason ?? "\(error)")",
        to: list)
    }
  }

  private func checkDate(of document: DocumentID) throws {
    let date = try reader.value(ofColumn: BulletinSchema.dateColumn, for: document)
    if date != 0, IssueDate(columnValue: date) == nil {
      try reader.addFault(
        inColumn: BulletinSchema.dateColumn, of: document, .number,
        "\(date), which is in no calendar", to: list)
    }
  }

  /// Folds the original again.
  private func checkText(of document: DocumentID) throws {
    let original = try reader.text(of: document)
    let fields = original.split(
      separator: Field.separator, maxSplits: Field.stored.count - 1,
      omittingEmptySubsequences: false)
    var scalars: [UInt32] = []
    for (number, field) in fields.enumerated() {
      if number > 0 { scalars.append(UInt32(Field.separator)) }
      scalars += analyzer.fold(Array(field)).scalars
    }
    let searched = try reader.scalars(of: document)
    guard fields.count != Field.stored.count || searched != scalars else { return }
    try reader.addFault(
      inTextOf: document, "an article that is not searched as it is shown", to: list)
  }
}
