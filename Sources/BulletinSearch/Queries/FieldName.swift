internal import Bulletins

/// A field of an article that a query can name.
enum TextField: String, CaseIterable, Sendable, Codable {
  case title
  case author
  case section
  case unit
  case body
  case furniture
  /// The name of the bulletin, which is no text of the article.
  case bulletin
}

/// A number of an issue that a query can name.
enum NumberField: String, CaseIterable, Sendable, Codable {
  /// The number within the year.
  case issue
  /// The number of a supplement, which are counted apart.
  case supplement
  /// The number since the first issue.
  case total
}

/// A name that stands before a colon.
enum FieldName: Equatable {
  case text(TextField)
  case number(NumberField)
  case date

  /// The field of a name as it is typed: in any case and width, Chinese also traditional.
  init?(_ name: String) {
    let folded = String(String.UnicodeScalarView(name.unicodeScalars.map(LineFolding.fold)))
    guard let field = Self.names[folded.lowercased()] else { return nil }
    self = field
  }

  /// How many scalars the longest name has.
  static let maximumLength = names.keys.map(\.unicodeScalars.count).max() ?? 0

  /// Names as ``LineFolding`` folds them, in lower case.
  private static let names: [String: FieldName] = [
    "标题": .text(.title), "標题": .text(.title), "title": .text(.title),
    "作者": .text(.author), "author": .text(.author),
    "栏目": .text(.section), "欄目": .text(.section), "section": .text(.section),
    "单位": .text(.unit), "unit": .text(.unit),
    "正文": .text(.body), "body": .text(.body),
    "刊头": .text(.furniture), "刊頭": .text(.furniture), "furniture": .text(.furniture),
    "刊": .text(.bulletin), "刊名": .text(.bulletin), "bulletin": .text(.bulletin),
    "期": .number(.issue), "期号": .number(.issue), "issue": .number(.issue),
    "总期": .number(.total), "total": .number(.total),
    "日期": .date, "date": .date,
  ]
}
