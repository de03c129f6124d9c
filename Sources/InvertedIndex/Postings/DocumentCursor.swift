/// Something that visits documents of one segment in ascending order.
///
/// A cursor may stand on documents that only look like matches; ``confirms()`` settles it. So the
/// costly part of a match is done only for documents that all the rest of a query admits.
protocol DocumentCursor: AnyObject {
  /// The current document; ``endOfDocuments`` after the last one.
  var document: UInt32 { get }

  /// About how many documents the cursor will visit.
  var cost: Int { get }

  /// Moves to the first candidate at or after `target`; stays if already there or further.
  func advance(to target: UInt32) throws(IndexError)

  /// Whether the current document really matches.
  func confirms() throws(IndexError) -> Bool

  /// How often what is looked for occurs in the current document; nil if it does not match.
  func occurrenceCount() throws(IndexError) -> Int?

  /// Cursors of terms that every candidate has; they stand on the current document too.
  ///
  /// What scores a candidate reads its frequencies there, instead of looking for the document once more.
  var requiredTerms: [PostingsCursor] { get }
}

extension DocumentCursor {
  var requiredTerms: [PostingsCursor] { [] }
}

/// A cursor over those documents of another one that have something more.
protocol RefiningCursor: DocumentCursor {
  var candidates: any DocumentCursor { get }
}

extension RefiningCursor {
  var document: UInt32 { candidates.document }
  var cost: Int { candidates.cost }
  var requiredTerms: [PostingsCursor] { candidates.requiredTerms }

  func advance(to target: UInt32) throws(IndexError) {
    try candidates.advance(to: target)
  }

  func confirms() throws(IndexError) -> Bool {
    try occurrenceCount() != nil
  }
}

/// What a cursor's document is when no document is left.
///
/// No document has this number.
let endOfDocuments = UInt32.max
