/// The documents of one cursor that another one does not match.
final class Exclusion: RefiningCursor {
  let candidates: any DocumentCursor
  private let excluded: any DocumentCursor

  init(_ candidates: any DocumentCursor, without excluded: any DocumentCursor) {
    self.candidates = candidates
    self.excluded = excluded
  }

  func confirms() throws(IndexError) -> Bool {
    guard try candidates.confirms() else { return false }
    return try !isExcluded()
  }

  func occurrenceCount() throws(IndexError) -> Int? {
    try isExcluded() ? nil : candidates.occurrenceCount()
  }

  private func isExcluded() throws(IndexError) -> Bool {
    try excluded.advance(to: document)
    guard excluded.document == document else { return false }
    return try excluded.confirms()
  }
}
