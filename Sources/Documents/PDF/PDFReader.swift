internal import Bulletins

/// Reads a PDF through `pdftotext` of poppler, which gives words with their places.
///
/// The order of its content (`-raw`) is what most programs write text in; its other modes mix the lines of columns. What it
/// says on standard error is as important as the text: without the tables of poppler-data it gives an empty text and says
/// that all is well.
enum PDFReader {
  static let arguments = ["-raw", "-bbox", "-enc", "UTF-8", "-", "-"]
  /// Some four thousand pages, or four hundred of vertical text; more would not fit into the memory that there is.
  static let mostOutput = 24 << 20

  /// Fewer letters than this on a page are a mark of a picture.
  private static let fewestLetters = 10

  /// - Throws: ``DocumentProblem`` if there is no text in it that can be read.
  static func read(_ input: DocumentInput, _ tools: DocumentTools) throws(DocumentProblem)
    -> PlacedText
  {
    var process = try tools.start(.pdftotext, arguments, input: input)
    let output = try process.rest(atMost: mostOutput)
    let outcome = try process.outcome()
    guard let status = outcome.status else { throw .toolFailed(.pdftotext) }
    return try read(
      bboxOutput: output, errors: outcome.messages, status: status,
      imageCount: { (try? input.bytes()).map(imageCount(in:)) ?? 0 })
  }

  /// Makes a text of what `pdftotext` wrote to its output and to standard error, and of the status with which it ended.
  ///
  /// How many pictures the file has is asked only where pages have no text.
  ///
  /// - Throws: ``DocumentProblem`` if there is no text in it that can be read.
  static func read(
    bboxOutput: [UInt8], errors: String, status: Int32, imageCount: () -> Int
  ) throws(DocumentProblem) -> PlacedText {
    let scanner = BBoxScanner(bboxOutput)
    let letters = scanner.letters
    let lacksTables = errors.contains("Missing language pack") || errors.contains("No font in show")
    if status != 0, letters.letters == 0 {
      throw errors.contains("Incorrect password") ? .encrypted : .damaged
    }
    var pages = scanner.pages
    guard !pages.isEmpty else { throw .damaged }
    if letters.letters < fewestLetters * pages.count {
      if lacksTables { throw .fontTablesMissing }
      if letters.isUnreadable { throw .lettersWithoutUnicode }
      if imageCount() > 0 { throw .scanned }
      if letters.letters == 0 { throw .noText }
    }
    guard !letters.isUnreadable else { throw .lettersWithoutUnicode }
    HalfWidthForms.restore(&pages)
    var text = PlacedTextBuilder.build(pages)
    if status != 0 || errors.contains("Syntax Error") { text.warnings.append(.repaired) }
    if lacksTables { text.warnings.append(.fontTablesMissing) }
    if letters.hasUnknown { text.warnings.append(.someLettersUnknown) }
    let empty = pages.count { $0.words.isEmpty }
    // The last page is often blank.
    let isOnlyLast = empty == 1 && pages.last?.words.isEmpty == true
    if empty > 0, !isOnlyLast, imageCount() >= empty { text.warnings.append(.somePagesScanned) }
    if scanner.isCut { text.warnings.append(.partSkipped) }
    return text
  }

  /// How many pictures a file has; pictures are streams, so what they are stands beside them in plain text.
  static func imageCount(in file: [UInt8]) -> Int {
    let mark = Array("/Image".utf8)
    var count = 0
    var position = 0
    while let slash = file[position...].firstIndex(of: mark[0]) {
      position = slash + 1
      if file[slash...].starts(with: mark) { count += 1 }
    }
    return count
  }
}
