/// What stands before the bytes of a term in a block of the dictionary.
///
///     uint8   bits 0 to 3   how many bytes are those of the term before; 15 if a byte says it
///             bits 4 and 5  how many bytes follow; 0 if a byte says it
///             bits 6 and 7  the kind of what follows the bytes of the term (``Kind``)
///     uint8 if the first number is 15
///     uint8 if the second is 0
///
/// Nearly all terms have one byte here.
struct TermHead {
  /// What is kept of a term's postings.
  enum Kind: UInt8 {
    /// The document frequency, and how many bytes the list has.
    case list = 0
    /// How many bytes the list has, which is of two documents.
    case listOfTwo = 1
    /// The only document, in which the term occurs once.
    case once = 2
    /// The only document, and the frequency.
    case single = 3
  }

  private static let sharedMask: UInt8 = 15
  private static let addedShift: UInt8 = 4
  private static let addedMask: UInt8 = 3
  private static let kindShift: UInt8 = 6

  var shared: Int
  var added: Int
  var kind: Kind

  /// - Precondition: Both numbers fit a byte.
  init(shared: Int, added: Int, kind: Kind) {
    self.shared = shared
    self.added = added
    self.kind = kind
  }

  @inline(__always)
  init(_ cursor: inout ByteCursor) throws(IndexError) {
    let byte = try cursor.uint8()
    shared = Int(byte & Self.sharedMask)
    added = Int(byte >> Self.addedShift & Self.addedMask)
    if shared == Self.sharedMask { shared = Int(try cursor.uint8()) }
    if added == 0 { added = Int(try cursor.uint8()) }
    kind = Kind(rawValue: byte >> Self.kindShift) ?? .list
  }

  func append(to writer: inout ByteWriter) {
    let sharedField = min(UInt8(shared), Self.sharedMask)
    let addedField = added <= Self.addedMask ? UInt8(added) : 0
    writer.append(
      sharedField | addedField << Self.addedShift | kind.rawValue << Self.kindShift)
    if sharedField == Self.sharedMask { writer.append(UInt8(shared)) }
    if addedField == 0 { writer.append(UInt8(added)) }
  }
}

extension TermInfo {
  /// How it is kept.
  var kind: TermHead.Kind {
    switch postings {
    case .single(_, let frequency): frequency == 1 ? .once : .single
    case .list: documentFrequency == 2 ? .listOfTwo : .list
    }
  }

  /// Appends what follows the bytes of the term.
  func append(to writer: inout ByteWriter) {
    if kind == .list { writer.appendVarint(documentFrequency) }
    switch postings {
    case .single(let document, let frequency):
      writer.appendVarint(UInt64(document))
      if kind == .single { writer.appendVarint(UInt64(frequency)) }
    case .list(_, let byteCount):
      writer.appendVarint(byteCount)
    }
  }
}

extension ByteCursor {
  /// Reads what the dictionary knows of a term whose postings, if they are a list, begin at `postingsOffset`,
  /// which is moved behind them.
  mutating func termInfo(_ kind: TermHead.Kind, _ postingsOffset: inout Int) throws(IndexError)
    -> TermInfo
  {
    switch kind {
    case .list:
      return try listInfo(
        documentFrequency: varint(atMost: Limits.segmentDocumentCount), &postingsOffset)
    case .listOfTwo:
      return try listInfo(documentFrequency: 2, &postingsOffset)
    case .once, .single:
      let document = try varint(atMost: Limits.segmentDocumentCount)
      let frequency = kind == .once ? 1 : try varint(atMost: Int(UInt32.max))
      return TermInfo(
        documentFrequency: 1,
        postings: .single(document: UInt32(document), frequency: UInt32(frequency)))
    }
  }

  private mutating func listInfo(documentFrequency: Int, _ postingsOffset: inout Int)
    throws(IndexError) -> TermInfo
  {
    let byteCount = try varint(atMost: Int(UInt32.max))
    let offset = postingsOffset
    postingsOffset += byteCount
    return TermInfo(
      documentFrequency: documentFrequency,
      postings: .list(offset: offset, byteCount: byteCount))
  }
}
