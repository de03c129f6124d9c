internal import AnswerRecords
internal import BulletinSearch

/// Figures as a table for a person: issue, time, number as it stands, value, kind and sentence.
///
/// What an issue says twice stands once.
struct FigureTableText {
  let messages: Messages
  let painter: Painter

  /// From this width on a line has room for all columns.
  private static let fullWidth = 72
  /// The columns between two cells.
  private static let gap = 2
  /// The least that is shown of a sentence.
  private static let leastSentence = 16
  /// How wide the table is where the stream does not say.
  private static let standardWidth = 120

  func render(_ list: FigureList, width: Int?) -> String {
    let width = width ?? Self.standardWidth
    let figures = Self.distinct(list.figures)
    guard !figures.isEmpty else { return "" }
    let isFull = width >= Self.fullWidth
    let heads = messages.figureHeads
    let rows = figures.map { cells($0, isFull: isFull) }
    let names = isFull ? heads.all : heads.few
    var widths = names.dropLast().map { displayWidth(of: $0) }
    for row in rows {
      for (column, cell) in row.enumerated() {
        widths[column] = max(widths[column], displayWidth(of: cell))
      }
    }
    let used = widths.reduce(0) { $0 + $1 + Self.gap }
    let room = max(width - used, Self.leastSentence)
    var lines = [
      painter.paint(StyledText(line(Array(names.dropLast()), widths) + (names.last ?? ""), .faint))
    ]
    for (figure, row) in zip(figures, rows) {
      var text = StyledText(line(row, widths))
      // `append` takes blanks at the end as they are.
      text.append(sentence(figure, width: room))
      lines.append(painter.paint(text))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func cells(_ figure: FoundFigure, isFull: Bool) -> [String] {
    let mark = figure.isCertain ? "" : "? "
    let value = mark + messages.value(of: figure)
    let when = figure.period.map { "\($0)" } ?? ""
    guard isFull else { return [figure.issue.label, value].map(\.singleLine) }
    return [
      figure.issue.label, when, mark + figure.text, messages.value(of: figure),
      messages.name(figure.kind, comparison: figure.comparison),
    ].map(\.singleLine)
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    zip(cells, widths).map { cell, width in
      cell + String(repeating: " ", count: max(0, width - displayWidth(of: cell)) + Self.gap)
    }.joined()
  }

  /// The sentence, or as much of it around the number as there is room for.
  private func sentence(_ figure: FoundFigure, width: Int) -> StyledText {
    let utf8 = Array(figure.sentence.text.utf8)
    let number = figure.sentence.highlights.first ?? 0..<0
    func string(_ range: Range<Int>) -> String {
      String(decoding: utf8[range], as: UTF8.self).singleLine
    }
    var before = string(0..<number.lowerBound)
    let text = string(number)
    let after = string(number.upperBound..<utf8.count)
    let most = max(width * 2 / 3 - displayWidth(of: text), 4)
    if displayWidth(of: before) + displayWidth(of: text) + displayWidth(of: after) > width,
      displayWidth(of: before) > most
    {
      var kept: [Character] = []
      var taken = 1
      for character in before.reversed() {
        taken += displayWidth(of: String(character))
        guard taken <= most else { break }
        kept.append(character)
      }
      before = "…" + String(kept.reversed())
    }
    var line = StyledText(before)
    line.append(text, .highlight)
    let rest = width - displayWidth(of: before) - displayWidth(of: text)
    line.append(rest > 0 ? after.cut(toWidth: rest) : "")
    return line
  }

  /// The figures without those that the same issue has said; of these the one that says when.
  static func distinct(_ figures: [FoundFigure]) -> [FoundFigure] {
    struct Key: Hashable {
      var issue: String
      var value: String
      var unit: String
      var kind: FoundFigure.Kind
    }
    var places: [Key: Int] = [:]
    var result: [FoundFigure] = []
    for figure in figures {
      let key = Key(
        issue: figure.issue.path + figure.issue.id, value: figure.valueText, unit: figure.fullUnit,
        kind: figure.kind)
      guard let place = places[key] else {
        places[key] = result.count
        result.append(figure)
        continue
      }
      let known = result[place]
      let isBetter =
        figure.isCertain && !known.isCertain
        || figure.isCertain == known.isCertain && known.period == nil && figure.period != nil
      if known.period == figure.period || known.period == nil || figure.period == nil {
        if isBetter { result[place] = figure }
      } else {
        result.append(figure)
      }
    }
    return result
  }
}
