import Testing
import TestSupport

@testable import TextAnalysis

/// The lattice against ICU's iterator, whose words it must give, wherever it takes them from.
struct LatticePropertyTests {
  /// The words of a folded text with and without the lattice.
  private func words(
    of text: String, _ lattice: WordSegmenter, _ iterator: WordSegmenter
  ) throws -> (lattice: [WordPiece], iterator: [WordPiece]) {
    var folder = TextFolder()
    var folded: [FoldedScalar] = []
    folder.fold(Array(text.utf8), into: &folded)
    var (ours, theirs): ([WordPiece], [WordPiece]) = ([], [])
    try lattice.segment(folded, into: &ours)
    try iterator.segment(folded, into: &theirs)
    return (ours, theirs)
  }

  @Test func `this ICU has a dictionary that the lattice can read`() {
    #expect(WordSegmenter().method == .lattice)
    #expect(WordSegmenter(allowsLattice: false).method == .iterator)
  }

  @Test(arguments: UInt64(1)...40)
  func `the lattice cuts random mixtures as ICU does`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (lattice, iterator) = (WordSegmenter(), WordSegmenter(allowsLattice: false))
    for _ in 0..<100 {
      let text = Mixture.text(with: &random)
      let (ours, theirs) = try words(of: text, lattice, iterator)
      guard ours != theirs else { continue }
      let codes = text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
      let added = ours.filter { !theirs.contains($0) }.map { "+\($0.range) \($0.kind)" }
      let missing = theirs.filter { !ours.contains($0) }.map { "-\($0.range) \($0.kind)" }
      Issue.record("\(codes): \((added + missing).joined(separator: ", "))")
    }
  }

  @Test func `every neighbour of Han is cut from it as ICU does`() throws {
    let (lattice, iterator) = (WordSegmenter(), WordSegmenter(allowsLattice: false))
    var differences: [String] = []
    for value in (UInt32(0)...0x1FFFF)
    where value % 31 == 0 || value < 0x500 || (0x2000...0x33FF).contains(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "智慧\(scalar)矿山 a\(scalar)矿山\(scalar)9"
      let (ours, theirs) = try words(of: text, lattice, iterator)
      if ours != theirs { differences.append(String(value, radix: 16)) }
    }
    #expect(differences == [])
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
