internal import Bulletins

/// Reads documents of Word before 97 with the program antiword.
enum Antiword {
  /// - Throws: ``DocumentProblem``, if the program is not there or does not read the document.
  static func read(
    _ input: DocumentInput, _ tools: DocumentTools
  ) throws(DocumentProblem) -> PlacedText {
    // From "-" it would make a file of its own, which it may not.
    var process = try tools.start(
      .antiword, ["-m", "UTF-8.txt", "-w", "0", "/dev/stdin"], input: input)
    let output = try process.rest(atMost: TextLimits.mostTextBytes)
    let outcome = try process.outcome()
    guard outcome.status == 0 else {
      throw outcome.messages.contains("encrypt") ? .encrypted : .damaged
    }
    return text(of: output)
  }

  /// The text that the program writes, a paragraph a line and rows of tables between bars.
  static func text(of output: [UInt8]) -> PlacedText {
    var text = PlacedText()
    for line in String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let line = MIMEText.trimmed(String(line))
      guard line.hasPrefix("|"), line.hasSuffix("|"), line.utf8.count > 1 else {
        let words = line.replacing("[pic]", with: "")
        if !words.isEmpty, words != String(repeating: "-", count: words.utf8.count) {
          text.paragraphs.append(PlacedText.Paragraph(.text, words))
        }
        continue
      }
      let cells = line.split(separator: "|").map { MIMEText.trimmed(String($0)) }
      text.paragraphs.append(
        PlacedText.Paragraph(.tableRow, cells.filter { !$0.isEmpty }.joined(separator: "\t")))
    }
    return text
  }
}
