/// The documents whose text has a run of characters: found by terms, confirmed in the stored text.
final class RunCursor: DocumentCursor {
  private let candidates: any DocumentCursor
  private let texts: StoredTexts
  /// The run in the segment's ``TextCode``.
  private let needle: [UInt8]

  var document: UInt32 { candidates.document }
  var cost: Int { candidates.cost }

  init(_ needle: [UInt8], in texts: StoredTexts, candidates: any DocumentCursor) {
    self.needle = needle
    self.texts = texts
    self.candidates = candidates
  }

  func advance(to target: UInt32) throws(IndexError) {
    try candidates.advance(to: target)
  }

  func confirms() throws(IndexError) -> Bool {
    guard try candidates.confirms() else { return false }
    return try texts.occurrenceCount(of: needle, in: Int(document), limit: 1) > 0
  }

  func occurrenceCount() throws(IndexError) -> Int? {
    guard try candidates.confirms() else { return nil }
    let count = try texts.occurrenceCount(of: needle, in: Int(document))
    return count == 0 ? nil : count
  }
}
