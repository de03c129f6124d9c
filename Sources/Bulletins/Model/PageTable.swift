/// On which page of a document, and as which paragraph of it, each line of its text stands.
package struct PageTable: Equatable, Sendable {
  /// Where the paragraphs of a page begin.
  package struct Start: Equatable, Sendable {
    /// The line of the first, from 1.
    package var line: Int
    /// The page of the file, from 1; 0 if it is not known.
    package var page: Int
  }

  /// In the order of lines and pages.
  package private(set) var starts: [Start] = []
  /// The numbers that are printed on pages, by the pages of the file.
  package var printed: [Int: Int] = [:]

  package init() {}

  mutating func begin(_ page: Int, atLine line: Int) {
    starts.append(Start(line: line, page: page))
  }

  /// The page of a line, and the number of its paragraph there, from 1.
  ///
  /// Of what the document says of itself before its text the page is that of the first paragraph, and the
  /// number 0.
  ///
  /// - Complexity: O(log *n*) in the number of pages.
  package func place(ofLine line: Int) -> (page: Int, paragraph: Int) {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].line <= line { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return (starts.first?.page ?? 0, 0) }
    return (starts[low - 1].page, line - starts[low - 1].line + 1)
  }
}
