/// The original text of the document of a segment that was asked for last, for all cursors of a search.
///
/// Restoring a text takes far longer than to look for a few words in it; so that is done once, however many words
/// there are, and each word is looked for once, however often a query has it.
final class RestoredOriginal {
  private let texts: StoredTexts
  private var document: Int?
  private var text: [UInt8] = []
  private var numbers: [OriginalRun: Int] = [:]
  /// For each run the document in which it was counted last, and how often it occurs there.
  private var counts: [(document: Int, count: Int)] = []
  /// How many texts were restored.
  private(set) var restoredCount = 0

  init(_ texts: StoredTexts) {
    self.texts = texts
  }

  /// The number by which a run is asked for.
  func number(of run: OriginalRun) -> Int {
    if let number = numbers[run] { return number }
    numbers[run] = counts.count
    counts.append((-1, 0))
    return counts.count - 1
  }

  /// How often the run with a number occurs in a document.
  func occurrenceCount(of run: OriginalRun, number: Int, in document: Int) throws(IndexError) -> Int
  {
    if self.document != document {
      // What is longer than the text is not in it: a pasted query hardly ever is in a short article.
      guard run.utf8.count <= (try texts.mostOriginalBytes(of: document)) else { return 0 }
      self.document = nil
      restoredCount += 1
      text = try texts.original(of: document)
      self.document = document
    }
    if counts[number].document == document { return counts[number].count }
    let count =
      run.part.map { Self.part($0, of: text).occurrenceCount(of: run.utf8) }
      ?? text.occurrenceCount(of: run.utf8)
    counts[number] = (document, count)
    return count
  }

  private static func part(_ part: TextPart, of text: [UInt8]) -> [UInt8] {
    let separator = UInt8(truncatingIfNeeded: part.separator)
    var rest = text[...]
    for _ in 0..<part.number {
      guard let end = rest.firstIndex(of: separator) else { return [] }
      rest = rest[(end + 1)...]
    }
    return Array(part.isLast ? rest : rest.prefix { $0 != separator })
  }
}

extension [UInt8] {
  /// How often `needle`, which is not empty, occurs without overlap, counted from the start.
  fileprivate func occurrenceCount(of needle: [UInt8]) -> Int {
    ByteSearch.occurrenceCount(of: needle, in: self)
  }
}
