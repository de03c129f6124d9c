import Testing
import TestSupport

@testable import TextAnalysis

/// The lattice against ICU's iterator, whose words it must give, wherever it takes them from.
struct LatticePropertyTests {
  /// What cuts in each of the ways.
  private struct Segmenters {
    let dictionary = WordSegmenter(advice: .dictionary)
    let table: WordSegmenter
    let iterator = WordSegmenter(advice: .iterator)

    init() throws {
      let lattice = try #require(HanLattice())
      table = WordSegmenter(advice: .table(try #require(lattice.makeTable())))
    }

    /// Records what the three do not cut alike.
    func compare(_ text: String) throws {
      let folded = text.folded
      let theirs = try iterator.words(of: folded)
      for (name, segmenter) in [("dictionary", dictionary), ("table", table)] {
        let ours = try segmenter.words(of: folded)
        guard ours != theirs else { continue }
        let codes = text.unicodeScalars.prefix(100).map { String($0.value, radix: 16) }
        let added = ours.filter { !theirs.contains($0) }.map { "+\($0.range) \($0.kind)" }
        let missing = theirs.filter { !ours.contains($0) }.map { "-\($0.range) \($0.kind)" }
        Issue.record(
          "\(name): \(codes.joined(separator: " ")): \((added + missing).joined(separator: ", "))")
      }
    }
  }

  @Test func `this ICU has a dictionary that the lattice can read`() {
    #expect(WordSegmenter().method == .lattice)
    #expect(WordSegmenter(advice: .iterator).method == .iterator)
  }

  @Test(arguments: UInt64(1)...40)
  func `the lattice cuts random mixtures as ICU does`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let segmenters = try Segmenters()
    for _ in 0..<100 { try segmenters.compare(Mixture.text(with: &random)) }
  }

  @Test(arguments: [(1, 10), (500, 20), (5_000, 6), (100_000, 1)])
  func `the lattice cuts long texts as ICU does`(length: Int, count: Int) throws {
    var random = SeededGenerator(seed: UInt64(length))
    let segmenters = try Segmenters()
    for _ in 0..<count {
      var text = ""
      while text.unicodeScalars.count < length { text += Mixture.text(with: &random) }
      try segmenters.compare(String(text.unicodeScalars.prefix(length)))
    }
  }

  @Test(arguments: [100, 5_000, 100_000])
  func `the lattice cuts long runs of Han as ICU does`(length: Int) throws {
    var random = SeededGenerator(seed: UInt64(length))
    let segmenters = try Segmenters()
    var text = ""
    while text.unicodeScalars.count < length { text += Mixture.han(with: &random) }
    try segmenters.compare(text)
  }

  @Test func `every neighbour of Han is cut from it as ICU does`() throws {
    let segmenters = try Segmenters()
    for value in (UInt32(0)...0x1FFFF)
    where value % 31 == 0 || value < 0x500 || (0x2000...0x33FF).contains(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      try segmenters.compare("智慧\(scalar)矿山 a\(scalar)矿山\(scalar)9")
    }
  }
}

extension String {
  fileprivate var folded: [FoldedScalar] {
    var folder = TextFolder()
    var folded: [FoldedScalar] = []
    folder.fold(Array(utf8), into: &folded)
    return folded
  }
}

extension WordSegmenter {
  fileprivate func words(of text: [FoldedScalar]) throws -> [WordPiece] {
    var pieces: [WordPiece] = []
    try segment(text, into: &pieces)
    return pieces
  }
}

/// Random texts of everything that stands next to Han.
private enum Mixture {
  private static let pieces: [String] = [
    "山西", "移动", "互联网", "习近平", "以太忻一体化", "会议指出", "二〇二二年", "人々", "的", "了", "中国特色社会主义",
    "国务院办公厅", "煤炭工业", "信息化", "5G", "AI", "3.5", "10,000", "a.b", "don't", "1'2", "1;2", "x;y",
    "a:b",
    "1:2", "a·b", "’", "‘", "“", "”", "，", "。", "、", "：", "_", "__", "5_", "-", "—", "…", " ", "\n",
    "\r\n",
    "\t", "　", "の", "カタカナ", "ー", "ひらがな", "기지국", "한", "\u{301}", "\u{FE0F}", "\u{200D}", "👍🏽", "🇨🇳",
    "\u{3099}", "\u{302A}", "㈱", "㎏", "５Ｇ", "é", "нет", "ไทย", "א\"ב", "\u{FFF9}", "\u{600}", "〆",
    "〒", "〃", "〡",
    "⼀", "⺀", "豈", "﨎", "々", "〇", "㍿", "①", "½", "²", "A", "z", "7", "/", "+", "%", "#", "@", "'",
    ".", ",", ";",
  ]

  static func text(with random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...14, using: &random)).map { _ in part(with: &random) }.joined()
  }

  /// A few Han characters, among them such as take two units of UTF-16.
  static func han(with random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<20, using: &random) {
    case 0: scalars(in: [0x4E00...0x9FFF], with: &random)
    case 1: scalars(in: [0x3400...0x4DBF, 0x20000...0x2A6FF], with: &random)
    case 2...8: scalars(in: [0x4E00...0x5FFF], with: &random)
    default: HanWord.all.randomElement(using: &random) ?? ""
    }
  }

  private static func part(with random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: scalars(in: [0x4E00...0x9FFF], with: &random)
    case 1: scalars(in: [0x4E00...0x5FFF], with: &random)
    case 2:
      scalars(
        in: [0x3400...0x4DBF, 0x20000...0x2A6FF, 0x2A700...0x323FF, 0x2F800...0x2FA1F],
        with: &random)
    case 3: scalars(in: [0x2E80...0x33FF, 0xF900...0xFAFF, 0xFE00...0xFFEF], with: &random)
    case 4: scalars(in: [0x20...0x7E, 0xA0...0x2FF, 0x2000...0x206F], with: &random)
    case 5, 6: HanWord.all.randomElement(using: &random) ?? ""
    default: pieces.randomElement(using: &random) ?? ""
    }
  }

  private static func scalars(
    in ranges: [ClosedRange<UInt32>], with random: inout SeededGenerator
  ) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let range = ranges.randomElement(using: &random) ?? 0x4E00...0x4E00
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
        text.append(scalar)
      }
    }
    return String(text)
  }
}

/// Words that ICU's dictionary has, or nearly so.
private enum HanWord {
  static let all =
    "实习 生产 产业 业务 务实 实现 现代 代表 表示 示范 范围 围绕 绕过 过程 程序 序列 列车 车站 站台 台湾 湾区 区域 域名 名称 称为 为了 了解 解决 决定 定期 期间 间接 接受 受到 到处 处理 理论 论文 文化 化学 学习 习惯 惯例 例如 如果 果然 然后 后来 来自 自然 发展中国家 人工智能 计算机科学 中华人民共和国 马克思主义 北京大学 乌鲁木齐 阿塞拜疆 不可思议 一心一意"
    .split(separator: " ").map(String.init)
}
