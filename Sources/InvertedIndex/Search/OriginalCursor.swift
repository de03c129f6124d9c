/// The documents whose original text has some bytes: found by terms, confirmed in the original, which
/// is put together for that.
final class OriginalCursor: RefiningCursor {
  let candidates: any DocumentCursor
  private let original: RestoredOriginal
  private let run: OriginalRun
  private let number: Int

  init(_ run: OriginalRun, in original: RestoredOriginal, candidates: any DocumentCursor) {
    self.run = run
    self.original = original
    number = original.number(of: run)
    self.candidates = candidates
  }

  func occurrenceCount() throws(IndexError) -> Int? {
    guard try candidates.confirms() else { return nil }
    let count = try original.occurrenceCount(of: run, number: number, in: Int(document))
    return count == 0 ? nil : count
  }
}
