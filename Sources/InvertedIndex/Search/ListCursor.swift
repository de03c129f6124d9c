/// The documents of several terms together, put into one list beforehand.
///
/// A prefix may have thousands of terms and a long question dozens; a cursor for each would be asked
/// for every document.
final class ListCursor: DocumentCursor {
  private let documents: [UInt32]
  /// How often the terms together occur in each document of the segment.
  private let totals: [UInt32]
  private var position = 0

  var document: UInt32 { position < documents.count ? documents[position] : endOfDocuments }
  var cost: Int { documents.count }

  /// Reads all of `cursors`, one after another.
  init(_ cursors: [PostingsCursor], documentCount: Int) throws(IndexError) {
    var totals = [UInt32](repeating: 0, count: documentCount)
    for cursor in cursors { try cursor.addFrequencies(to: &totals) }
    documents = totals.indices.lazy.filter { totals[$0] > 0 }.map(UInt32.init)
    self.totals = totals
  }

  func advance(to target: UInt32) {
    position = documents.firstIndex(in: position..<documents.count) { $0 >= target }
  }

  func confirms() -> Bool { true }

  func occurrenceCount() -> Int? { Int(totals[Int(document)]) }
}
