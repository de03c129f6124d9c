internal import InvertedIndex
internal import TextAnalysis

/// The runs of Han characters of all articles, in which nothing stands between two characters.
struct HanRuns {
  let reader: IndexReader
  let analyzer: TextAnalyzer

  /// Visits the runs of two and more characters, article by article.
  ///
  /// - Throws: `IndexError` if the index is damaged.
  func forEach(_ body: (_ run: ArraySlice<UInt32>, _ article: Int) -> Void) throws {
    for article in 0..<reader.documentCount {
      let document = DocumentID(rawValue: UInt32(article))
      let match = analyzer.fold(try reader.text(of: document))
      var start = 0
      for index in 0..<match.count {
        let isHan = Self.isHan(match.scalars[index])
        // What match texts leave out between two characters ends a word here.
        let goesOn = isHan && index > start && match.ends[index - 1] == match.starts[index]
        guard !goesOn else { continue }
        if index - start > 1 { body(match.scalars[start..<index], article) }
        start = isHan ? index : index + 1
      }
      if match.count - start > 1 { body(match.scalars[start...], article) }
    }
  }

  /// The unified ideographs; neither kana nor marks.
  private static func isHan(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFD: true
    default: false
    }
  }
}
