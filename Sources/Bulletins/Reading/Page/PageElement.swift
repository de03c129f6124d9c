/// An element of a page, with what is counted to tell articles from boilerplate.
struct PageElement {
  /// The tag that begins the element; nil for the page as a whole.
  let tag: Tag?
  /// The index of the element around it.
  let parent: Int
  /// Where the content ends, and where the end tag does.
  var contentEnd = 0
  var end = 0
  /// Whether the element has an end of its own, not only that of the element around it.
  var isClosed = false
  /// Whether this is an anchor that leads somewhere.
  var isLink = false
  /// How many bytes of text there are that are no blanks, in links and in all.
  var linkByteCount = 0
  var byteCount = 0
  var linkCount = 0
  /// How many 。 and ， stand outside of links: menus have none.
  var stopCount = 0
  var headingCount = 0
  // Of tables:
  var rowCount = 0
  var cellCount = 0
  var headCellCount = 0
  var blockCount = 0
  var tableCount = 0

  init(tag: Tag?, parent: Int) {
    self.tag = tag
    self.parent = parent
  }

  var name: String { tag?.name ?? "" }
  var start: Int { tag?.range.lowerBound ?? 0 }
  var range: Range<Int> { start..<max(end, start) }
  var plainByteCount: Int { byteCount - linkByteCount }

  /// Whether at least `percentage` of the text is in links.
  func isLinked(percentage: Int) -> Bool {
    linkCount > 0 && linkByteCount * 100 >= byteCount * percentage
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
