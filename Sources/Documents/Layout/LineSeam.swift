/// Puts the texts of lines that follow each other together.
enum LineSeam {
  /// Appends what stands in the next line, with a blank where the end of the line is one.
  static func append(_ second: String, to first: inout String) {
    if endsWithHyphen(first), second.unicodeScalars.first.map({ ("a"..."z").contains($0) }) == true
    {
      first.unicodeScalars.removeLast()
      first += second
    } else {
      first += separator(first, second) + second
    }
  }

  /// The hyphen that programs put where they part a word; one that a writer typed is U+002D.
  private static let hyphen: Unicode.Scalar = "\u{2010}"

  private static func endsWithHyphen(_ text: String) -> Bool {
    let end = text.unicodeScalars.suffix(2)
    return end.count == 2 && end.last == hyphen && end.first?.properties.isAlphabetic == true
  }

  private static func separator(_ first: String, _ second: String) -> String {
    guard let last = first.unicodeScalars.last, let next = second.unicodeScalars.first else {
      return ""
    }
    if isChinese(first.unicodeScalars.reversed()) || isChinese(second.unicodeScalars) {
      // A blank at the end of a line cannot be seen.
      return ListMark.isNextCredit(second, after: first) ? " " : ""
    }
    return last == "-" && next != "-" || isInAddress(first) ? "" : " "
  }

  private static let mostMarks = 4

  /// Whether text is Chinese where it begins; quotation marks and dashes are what is behind them.
  private static func isChinese(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
    for scalar in scalars.prefix(mostMarks) where !ScalarWidth.isEither(scalar) {
      return ScalarWidth.isFull(scalar)
    }
    return true
  }

  /// Whether a text ends within an address of the web, which may be cut anywhere.
  private static func isInAddress(_ text: String) -> Bool {
    let word = text.unicodeScalars.reversed().prefix(200).prefix {
      (0x21...0x7E).contains($0.value)
    }
    return word.contains("/") && word.contains(":") && word.last != "/"
  }
}
