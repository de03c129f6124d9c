import TestSupport

/// An input that somebody may have meant, with a few changes.
struct MutatedInput {
  private(set) var bytes: [UInt8]

  private static let queryParts = [
    "泵站", "供水", "水", "5G基站", "河東", "(", ")", "（", "）", " ", "　", "OR", "或", "-", "NOT", "\"", "“",
    "”",
    "标题:", "作者：", "期:", "日期：", "刊头:", "总期:", "41", "41..42", "2024-05", "去年", "第四十一期", "^2", "^0",
    "~3", "~", "*", "＊", "|", "..", ">=", "1,000", "98.14%", "1+", "\u{1F}", "\0", "e\u{301}", "👩‍🌾",
    "beng",
    "zhan", "ABC", "｜", ":", "：", "\n", "-5度", "\\", "〇", "二〇二四年",
  ]
  private static let words = [
    "岚云一号", "东渡 500", "# 注", "泵站\t10", "水", "", " ", "a b c", "\u{FEFF}词", "5G 基站 3",
  ]

  init(of kind: InputReader.Kind, using random: inout SeededGenerator) {
    switch kind {
    case .query:
      let parts = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        Self.queryParts.randomElement(using: &random) ?? ""
      }
      bytes = [UInt8.random(in: 0...255, using: &random)] + Array(parts.joined().utf8)
    case .dictionary:
      let lines = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        Self.words.randomElement(using: &random) ?? ""
      }
      bytes = Array(lines.joined(separator: "\n").utf8)
    default:
      bytes = HostileFile(using: &random).bytes
      // A part of another file within it.
      if Bool.random(using: &random) {
        let other = HostileFile(using: &random).bytes
        let place = Int.random(in: 0...bytes.count, using: &random)
        bytes.insert(contentsOf: other[Self.part(of: other, &random)], at: place)
      }
    }
    for _ in 0..<Int.random(in: 0...6, using: &random) { change(&random) }
  }

  private static func part(of bytes: [UInt8], _ random: inout SeededGenerator) -> Range<Int> {
    let ends = [0, 0].map { _ in Int.random(in: 0...bytes.count, using: &random) }.sorted()
    return ends[0]..<ends[1]
  }

  private mutating func change(_ random: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: bytes.indices, using: &random)
    switch Int.random(in: 0...5, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
    case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
    case 3:
      let end = min(place + Int.random(in: 1...60, using: &random), bytes.count)
      bytes.removeSubrange(place..<end)
    case 4:
      let end = min(place + Int.random(in: 1...60, using: &random), bytes.count)
      let count = Int.random(in: 1...20, using: &random)
      let part = Array(bytes[place..<end])
      bytes.insert(contentsOf: (0..<count).flatMap { _ in part }, at: place)
    default: bytes.swapAt(place, Int.random(in: bytes.indices, using: &random))
    }
  }
}
