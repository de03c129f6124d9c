/// An element of a page, with what is counted to tell articles from boilerplate.
struct PageElement {
  /// The tag that begins the element; nil for the page as a whole.
  let tag: Tag?
  /// The index of the element around it.
  var parent: Int { Int(packedParent) }
  // A page has an element for every few bytes, so all counts are of 32 bits.
  private let packedParent: UInt32
  /// Where the end tag ends.
  var end: UInt32 = 0
  /// Whether the element has an end of its own, not only that of the element around it.
  var isClosed = false
  /// Whether this is an anchor that leads somewhere.
  var isLink = false
  /// How many bytes of text there are that are no blanks, in links and in all.
  var linkByteCount: UInt32 = 0
  var byteCount: UInt32 = 0
  var linkCount: UInt32 = 0
  /// How many 。 and ， stand outside of links: menus have none.
  var stopCount: UInt32 = 0
  var headingCount: UInt32 = 0
  // Of tables:
  var rowCount: UInt32 = 0
  var cellCount: UInt32 = 0
  var headCellCount: UInt32 = 0
  var blockCount: UInt32 = 0
  var tableCount: UInt32 = 0

  init(tag: Tag?, parent: Int) {
    self.tag = tag
    packedParent = UInt32(parent)
  }

  var name: String { tag?.name ?? "" }
  var start: Int { tag?.range.lowerBound ?? 0 }
  var range: Range<Int> { start..<max(Int(end), start) }
  var plainByteCount: Int { Int(byteCount) - Int(linkByteCount) }

  /// Whether at least `percentage` of the text is in links.
  func isLinked(percentage: Int) -> Bool {
    linkCount > 0 && Int(linkByteCount) * 100 >= Int(byteCount) * percentage
  }

  mutating func add(_ inner: PageElement) {
    linkByteCount += inner.linkByteCount
    byteCount += inner.byteCount
    linkCount += inner.linkCount
    stopCount += inner.stopCount
    headingCount += inner.headingCount
    rowCount += inner.rowCount
    cellCount += inner.cellCount
    headCellCount += inner.headCellCount
    blockCount += inner.blockCount
    tableCount += inner.tableCount
  }

  /// Whether a table only places things on the page.
  ///
  /// Tables of data have cells side by side that are short; those of old pages hold other tables,
  /// headings or paragraphs, or one cell a row.
  var isLayoutTable: Bool {
    guard headCellCount == 0 else { return false }
    return tableCount > 0 || headingCount > 0 || cellCount <= rowCount
      || blockCount >= 2 * cellCount
  }
}
