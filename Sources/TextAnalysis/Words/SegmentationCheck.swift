/// Compares the lattice with ICU's iterator, which another version of ICU may have changed.
enum SegmentationCheck {
  /// Sentences with words of one to seven characters, equal ways, unknown characters, numbers, and other
  /// scripts beside Han.
  private static let sentences = [
    "会议指出，要加快推进以太忻一体化经济区建设，全省煤炭工业互联网发展迅速。",
    "习近平总书记在山西考察时强调，乘势而上书写新时代中国特色社会主义新篇章。",
    "二〇二二年8月，5G基站达3.5万个，同比增长10,000户；人々の生活はＡＩで変わる。",
    "研究生命起源的科学家们结婚的和尚未结婚的都参加了中华人民共和国成立大会。",
    "乌鲁木齐市发展中国家计算机科学与人工智能实验室，不可思议，一心一意！龘靐齉。",
    "数据安全法自公布之日起施行，国务院办公厅、工业和信息化部（以下简称工信部）负责解释。",
  ]

  /// Whether the words of the sentences are the same when they are cut as `advice` says.
  static func isEqual(_ advice: SharedLattice.Advice) -> Bool {
    let (lattice, iterator) = (WordSegmenter(advice: advice), WordSegmenter(advice: .iterator))
    var folder = TextFolder()
    var folded: [FoldedScalar] = []
    var (ours, theirs): ([WordPiece], [WordPiece]) = ([], [])
    for sentence in sentences {
      folder.fold(Array(sentence.utf8), into: &folded)
      do throws(AnalysisError) {
        try lattice.segment(folded, into: &ours)
        try iterator.segment(folded, into: &theirs)
      } catch {
        return false
      }
      guard ours == theirs else { return false }
    }
    return true
  }
}
