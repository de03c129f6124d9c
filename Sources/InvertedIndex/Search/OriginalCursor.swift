/// The documents whose original text has some bytes: found by terms, confirmed in the original, which
/// is put together for that.
final class OriginalCursor: DocumentCursor {
  private let candidates: any DocumentCursor
  private let original: RestoredOriginal
  private let run: OriginalRun
  private let number: Int

  var document: UInt32 { candidates.document }
  var cost: Int { candidates.cost }
  var requiredTerms: [PostingsCursor] { candidates.requiredTerms }

  init(_ run: OriginalRun, in original: RestoredOriginal, candidates: any DocumentCursor) {
    self.run = run
    self.original = original
    number = original.number(of: run)
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
    let count = try original.occurrenceCount(of: run, number: number, in: Int(document))
    return count == 0 ? nil : count
  }
}
