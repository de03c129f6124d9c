/// The documents whose original text has some bytes: found by terms, confirmed in the original, which
/// is put together for that.
final class OriginalCursor: DocumentCursor {
  private let candidates: any DocumentCursor
  private let texts: StoredTexts
  private let run: OriginalRun

  var document: UInt32 { candidates.document }
  var cost: Int { candidates.cost }
  var requiredTerms: [PostingsCursor] { candidates.requiredTerms }

  init(_ run: OriginalRun, in texts: StoredTexts, candidates: any DocumentCursor) {
    self.run = run
    self.texts = texts
    self.candidates = candidates
  }

  func advance(to target: UInt32) throws(IndexError) {
    try candidates.advance(to: target)
  }

  func confirms() throws(IndexError) -> Bool {
    try occurrenceCount() != nil
  }

  func occurrenceCount() throws(IndexError) -> Int? {
    guard try candidates.confirms() else { return nil }
    let text = part(of: try texts.original(of: Int(document)))
    let count = text.occurrenceCount(of: run.utf8)
    return count == 0 ? nil : count
  }

  private func part(of text: [UInt8]) -> [UInt8] {
    guard let part = run.part else { return text }
    let separator = UInt8(truncatingIfNeeded: part.separator)
    var rest = text[...]
    for _ in 0..<part.number {
      guard let end = rest.firstIndex(of: separator) else { return [] }
      rest = rest[(end + 1)...]
    }
    return Array(part.isLast ? rest : rest.prefix { $0 != separator })
  }
}
