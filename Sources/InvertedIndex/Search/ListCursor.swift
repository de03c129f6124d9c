/// The documents of several terms together, put into one list beforehand.
///
/// A prefix may have thousands of terms; a cursor for each would be asked for every document.
final class ListCursor: DocumentCursor {
  private let documents: [UInt32]
  private let frequencies: [Int]
  private var position = 0

  var document: UInt32 { position < documents.count ? documents[position] : endOfDocuments }
  var cost: Int { documents.count }

  /// Reads all of `cursors`, one after another.
  init(_ cursors: some Sequence<PostingsCursor>, documentCount: Int) throws(IndexError) {
    var totals = [Int](repeating: 0, count: documentCount)
    for cursor in cursors {
      while cursor.document != endOfDocuments {
        totals[Int(cursor.document)] += Int(try cursor.frequency())
        try cursor.advance(to: cursor.document + 1)
      }
    }
    documents = totals.indices.filter { totals[$0] > 0 }.map(UInt32.init)
    frequencies = documents.map { totals[Int($0)] }
  }

  func advance(to target: UInt32) {
    position = documents.firstIndex(in: position..<documents.count) { $0 >= target }
  }

  func confirms() -> Bool { true }

  func occurrenceCount() -> Int? { frequencies[position] }
}
