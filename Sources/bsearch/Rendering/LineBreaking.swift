internal import BulletinSearch

/// Breaks a text into lines of a width, by the columns that East Asian characters take.
///
/// Chinese breaks between any two characters, except that a line does not begin with closing
/// punctuation or end with an opening mark; a run of Latin letters and digits stays whole if a line
/// can hold it.
struct LineBreaker {
  /// The columns of a line.
  let width: Int
  /// The columns that are free at the beginning of each line but the first.
  let indent: Int

  /// The lines of `text`, those after the first with their indent.
  func lines(of text: StyledText) -> [StyledText] {
    var lines: [StyledText] = []
    var line: [Cell] = []
    var column = 0
    for unit in units(of: text) {
      for part in column + unit.width > width ? fitting(unit) : [unit] {
        if column + part.width > width, !line.isEmpty {
          lines.append(assembled(line, isFirst: lines.isEmpty))
          line = []
          column = indent
          // The space that a line was broken at is not shown.
          if part.isSpace { continue }
        }
        line += part.cells
        column += part.width
      }
    }
    lines.append(assembled(line, isFirst: lines.isEmpty))
    return lines
  }
}

extension LineBreaker {
  private struct Cell {
    var character: Character
    var style: Style
    var path: String?
    var width: Int
  }

  /// What stays on one line.
  private struct Unit {
    var cells: [Cell] = []
    var width = 0

    var isSpace: Bool { cells.allSatisfy { $0.character == " " } }

    mutating func append(_ cell: Cell) {
      cells.append(cell)
      width += cell.width
    }
  }

  private func units(of text: StyledText) -> [Unit] {
    var units: [Unit] = []
    for span in text.spans {
      for character in span.text {
        let width = displayWidth(of: String(character))
        let cell = Cell(
          character: character, style: span.style, path: span.path, width: width)
        if let last = units.last?.cells.last?.character,
          !Self.mayBreak(between: last, and: character)
        {
          units[units.count - 1].append(cell)
        } else {
          units.append(Unit(cells: [cell], width: width))
        }
      }
    }
    return units
  }

  /// A unit that is longer than a line, character by character.
  private func fitting(_ unit: Unit) -> [Unit] {
    unit.width + indent <= width
      ? [unit] : unit.cells.map { Unit(cells: [$0], width: $0.width) }
  }

  private func assembled(_ cells: [Cell], isFirst: Bool) -> StyledText {
    var text = StyledText(isFirst ? "" : String(repeating: " ", count: indent))
    for cell in cells {
      if let last = text.spans.last, last.style == cell.style, last.path == cell.path {
        text.spans[text.spans.count - 1].text.append(cell.character)
      } else {
        text.append(String(cell.character), cell.style, path: cell.path)
      }
    }
    return text
  }

  private static let opening: Set<Character> = Set("（《〈【〖「『〔［“‘(⟦[{")
  private static let closing: Set<Character> = Set("，。、；：？！）》〉】〗」』〕］”’…—,.;:?!)⟧]}%％℃")

  /// Whether a line may end between two characters.
  static func mayBreak(between left: Character, and right: Character) -> Bool {
    if left == " " || right == " " { return left != right }
    if closing.contains(right) || opening.contains(left) { return false }
    return !(isWordPart(left) && isWordPart(right))
  }

  /// Letters and digits that are read together, and the marks within numbers and names.
  private static func isWordPart(_ character: Character) -> Bool {
    guard let value = character.asciiValue else { return false }
    return value > 0x20
  }
}

extension OutputStream {
  /// A text in lines as long as the terminal's, or in one line where that is no terminal.
  func broken(_ text: String) -> String {
    guard let width = lineWidth else { return text + "\n" }
    return LineBreaker(width: width, indent: 2).lines(of: StyledText(text)).map { line in
      line.spans.map(\.text).joined() + "\n"
    }.joined()
  }
}
