/// The terms of a segment to be written, each with all of its postings.
protocol TermSequence {
  /// Reads the next term in the order of the bytes, and its postings in the order of the documents;
  /// returns false after the last term.
  mutating func next(
    term: inout [UInt8], documents: inout [UInt32], frequencies: inout [UInt32]
  ) throws(IndexError) -> Bool
}
