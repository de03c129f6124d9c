/// The documents whose original text has some bytes: found by terms, confirmed in the original, which
/// is put together for that.
final class OriginalCursor: DocumentCursor {
  private let candidates: any DocumentCursor
  private let texts: StoredTexts
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
    try occurrenceCount() != nil
  }

  func occurrenceCount() throws(IndexError) -> Int? {
    guard try candidates.confirms() else { return nil }
    let count = try texts.original(of: Int(document)).occurrenceCount(of: needle)
    return count == 0 ? nil : count
  }
}
