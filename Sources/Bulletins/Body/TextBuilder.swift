/// Puts the lines of an article together to its text.
struct TextBuilder {
  private(set) var joins: [PageJoin] = []
  private var builder: SourceTextBuilder
  private let file: ReadFile

  init(_ runs: [TextRun], repair: inout PageBreakRepair) {
    file = repair.file
    builder = SourceTextBuilder(file)
    let runs = Self.withoutInterruptions(runs, repair: repair)
    for (position, run) in runs.enumerated() {
      guard position > 0 else {
        builder.append(run)
        continue
      }
      append(run, after: runs[position - 1], repair: &repair)
    }
  }

  var text: SourceText { builder.text }

  private mutating func append(
    _ run: TextRun, after last: TextRun, repair: inout PageBreakRepair
  ) {
    var range = run.text
    switch repair.seam(last, run) {
    case .paragraph:
      builder.insert(0x0A)
    case .wrap:
      if repair.needsBlank(last.text, range) { builder.insert(0x20) }
    case .page(let doubled):
      let dropped = range.lowerBound..<range.lowerBound + doubled
      range = dropped.upperBound..<range.upperBound
      joins.append(
        PageJoin(
          firstLine: file.lines[last.line].numbers.upperBound,
          secondLine: file.lines[run.line].numbers.lowerBound,
          dropped: String(decoding: file.text[dropped], as: UTF8.self)))
      if doubled == 0, repair.needsBlank(last.text, range), isWord(last.text, range) {
        builder.insert(0x20)
      }
    }
    builder.append(TextRun(line: run.line, text: range))
  }

  /// Two Latin words need a blank; 5 and G are one word that the page cut.
  private func isWord(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    file.text[first].suffix(60).allSatisfy { $0 < 0x80 }
  }

  /// Leaves out pictures between the halves of a cut paragraph: a caption in mid sentence would
  /// break it.
  private static func withoutInterruptions(
    _ runs: [TextRun], repair: PageBreakRepair
  ) -> [TextRun] {
    let lines = repair.file.lines
    guard runs.contains(where: { lines[$0.line].kind == .image }) else { return runs }
    var result: [TextRun] = []
    var pictures: [TextRun] = []
    for run in runs {
      if lines[run.line].kind == .image {
        pictures.append(run)
        continue
      }
      if let last = result.last, !pictures.isEmpty {
        if !repair.crossesPage(last, run) { result += pictures }
        pictures = []
      }
      result.append(run)
    }
    return result + pictures
  }
}
