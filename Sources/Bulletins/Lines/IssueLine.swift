/// A line of the masthead that is the number of the issue, perhaps with its date.
struct IssueLine: Equatable {
  var number: IssueNumber
  var date: IssueDate?
  /// The office that stands between number and date in some mastheads.
  var publisher: String?

  /// The whole line as an issue number, or nil.
  static func parse(_ line: Substring) -> IssueLine? {
    guard mayHoldNumber(line) else { return nil }
    let bare = Markup.stripped(line)
    var run = IssueRun()
    var scanner = LineScanner(bare)
    run.extend(from: &scanner)
    guard run.hasNumber else { return nil }
    if scanner.isAtEnd { return IssueLine(number: run.number, date: run.date) }
    guard run.endedAtBlank, run.date == nil,
      let (before, date) = IssueDate.parseTrailing(" " + scanner.remainder)
    else { return nil }
    let publisher = before.trimmed
    guard isOffice(publisher) else { return nil }
    return IssueLine(number: run.number, date: date, publisher: String(publisher))
  }

  /// Whether the text ends like the name of an office that publishes.
  static func isOffice(_ text: Substring) -> Bool {
    guard text.utf8.count <= maximumOfficeByteCount, text.unicodeScalars.count >= 3 else {
      return false
    }
    let folded = String(String.UnicodeScalarView(text.unicodeScalars.map(LineFolding.fold)))
    return officeEndings.contains(where: folded.hasSuffix)
      && !folded.unicodeScalars.contains { "。,;:?!".unicodeScalars.contains($0) }
  }

  private static let maximumByteCount = 240
  private static let maximumOfficeByteCount = 120
  private static let officeEndings = [
    "处", "会", "部", "室", "局", "中心", "公司", "编", "厅", "院", "委", "办", "学校", "大学", "社", "站",
  ]

  /// The cheap test before the reading: short, and with a digit or the first byte of Han.
  private static func mayHoldNumber(_ line: Substring) -> Bool {
    line.utf8.count <= maximumByteCount && line.utf8.count >= 3
      && line.unicodeScalars.contains {
        switch $0 {
        case "期", "辑", "輯", "卷", "号", "號", "周", "週", "刊", "#", "N", "V", "n", "v": true
        default: false
        }
      }
  }
}
