/// The documents of one cursor that another one does not match.
final class Exclusion: DocumentCursor {
  private let included: any DocumentCursor
  private let excluded: any DocumentCursor

  var document: UInt32 { included.document }
  var cost: Int { included.cost }
  var requiredTerms: [PostingsCursor] { included.requiredTerms }

  init(_ included: any DocumentCursor, without excluded: any DocumentCursor) {
    self.included = included
    self.excluded = excluded
  }

  func advance(to target: UInt32) throws(IndexError) {
    try included.advance(to: target)
  }

  func confirms() throws(IndexError) -> Bool {
    guard try included.confirms() else { return false }
    return try !isExcluded()
  }

  func occurrenceCount() throws(IndexError) -> Int? {
    try isExcluded() ? nil : included.occurrenceCount()
  }

  private func isExcluded() throws(IndexError) -> Bool {
    try excluded.advance(to: document)
    guard excluded.document == document else { return false }
    return try excluded.confirms()
  }
}
