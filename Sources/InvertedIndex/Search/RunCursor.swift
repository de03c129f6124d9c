/// The documents whose text has a run of characters: found by terms, confirmed in the stored text.
final class RunCursor: RefiningCursor {
  let candidates: any DocumentCursor
  private let texts: StoredTexts
  private let needle: TextNeedle
  private let part: CodedPart?

  init(
    _ needle: TextNeedle, in texts: StoredTexts, part: CodedPart?, candidates: any DocumentCursor
  ) {
    self.needle = needle
    self.texts = texts
    self.part = part
    self.candidates = candidates
  }

  func confirms() throws(IndexError) -> Bool {
    guard try candidates.confirms() else { return false }
    return try count(limit: 1) > 0
  }

  func occurrenceCount() throws(IndexError) -> Int? {
    guard try candidates.confirms() else { return nil }
    let count = try count(limit: .max)
    return count == 0 ? nil : count
  }

  private func count(limit: Int) throws(IndexError) -> Int {
    try texts.searched(of: Int(document)).occurrenceCount(of: needle, in: part, limit: limit)
  }
}
