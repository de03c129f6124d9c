/// The documents whose original text has some bytes: found by terms, confirmed in the original, which
/// is put together for that.
final class OriginalCursor: DocumentCursor {
  private let candidates: any DocumentCursor
  private let texts: StoredTexts
  private let needle: [UInt8]
  private let part: OriginalPart?

  var document: UInt32 { candidates.document }
  var cost: Int { candidates.cost }

  init(_ run: OriginalRun, in texts: StoredTexts, candidates: any DocumentCursor) {
    needle = run.utf8
    part = run.part
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
    let count = searched(try texts.original(of: Int(document))).occurrenceCount(of: needle)
    return count == 0 ? nil : count
  }

  /// The part of a text in which the bytes have to be; nothing if there are not so many parts.
  private func searched(_ text: [UInt8]) -> [UInt8] {
    guard let part else { return text }
    let parts = text.split(
      separator: part.separator, maxSplits: max(part.count - 1, 0), omittingEmptySubsequences: false
    )
    return parts.indices.contains(part.number) ? Array(parts[part.number]) : []
  }
}
