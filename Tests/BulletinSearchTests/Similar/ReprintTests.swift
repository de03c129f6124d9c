import TestSupport
import Testing

@testable import BulletinSearch

/// Reprints: what appears again is found with what differs, whatever stands around it.
struct ReprintTests {
  private static let first =
    "本月十日，青禾县水务局组织专家对东渡水库大坝进行安全检查，重点检查了溢洪道、闸门启闭设备和大坝位移观测设施，发现问题七处并现场提出整改意见。下一步将建立台账，逐项销号，确保安全度汛。"
  private static let other =
    "云岭林场今年完成造林三千二百亩，其中油松一千八百亩、侧柏一千四百亩，成活率经县林业局验收达到百分之九十一点五，比上年提高两个百分点。"

  private static func issue(_ name: String, _ month: Int, _ texts: [String]) -> String {
    "# \(name)\n\n2023年第\(month)期\n\n2023-0\(month)-28\n\n"
      + texts.enumerated().map { "## **第\($0.offset + 1)篇报道县里的工作**\n\n\($0.element)\n\n" }.joined()
  }

  @Test func `an article that another bulletin prints again is found with what differs`() throws {
    let changed = Self.first.replacing("七处", with: "九处").replacing("下一步将建立台账，", with: "")
    let index = try makeIndex(of: [
      ("b/2.md", Self.issue("云岭林业通讯", 5, [Self.other, changed])),
      ("a/1.md", Self.issue("青禾水务简讯", 3, [Self.first])),
    ])
    let list = try index.reprints()
    let pair = try #require(list.pairs.first)
    #expect(list.total == 1)
    #expect(pair.earlier.bulletin == "青禾水务简讯" && pair.later.bulletin == "云岭林业通讯")
    #expect(
      pair.differences == [
        Reprint.Difference(earlier: "七", later: "九"),
        Reprint.Difference(earlier: "下一步将建立台账", later: ""),
      ])
    // Of runs of twelve characters.
    #expect(pair.share > 0.6 && pair.share < 1)
  }

  @Test func `a passage within a longer article is found, and a formula in all is not`() throws {
    let formula = "请各单位于每月二十五日前将稿件报送编辑部，逾期不予刊登。"
    let texts = (1...9).map { number in
      "\(number)月的工作是\(String(repeating: "\(number)号渠道清淤，", count: 9))" + formula
    }
    let long = Self.other + Self.first + "以上各项由办公室督办。"
    var files = texts.enumerated().map { number, text in
      ("\(number).md", Self.issue("简讯\(number)号刊", 1, [text]))
    }
    files.append(("x.md", Self.issue("青禾水务简讯", 3, [long])))
    files.append(("y.md", Self.issue("云岭林业通讯", 4, ["摘自水务简讯：" + Self.first])))
    let list = try makeIndex(of: files).reprints()
    #expect(list.pairs.map { [$0.earlier.bulletin, $0.later.bulletin] } == [["青禾水务简讯", "云岭林业通讯"]])
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a common passage of 27 characters has a fingerprint wherever it stands`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func text(_ count: Int) -> [UInt32] {
      (0..<count).map { _ in UInt32.random(in: 0x4E00..<0x4E00 + 40, using: &random) }
    }
    let passage = text(27)
    let texts = (0..<2).map { _ in
      text(Int.random(in: 0...60, using: &random)) + passage
        + text(Int.random(in: 0...60, using: &random))
    }
    let prints = texts.map { text in
      var found: Set<UInt32> = []
      TextFingerprints.forEach(of: text, window: 16) { found.insert($0) }
      return found
    }
    #expect(!prints[0].isDisjoint(with: prints[1]))
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `common runs stand in both texts, and their number is what a plain comparison finds`(
    seed: UInt64
  ) {
    var random = SeededGenerator(seed: 500 + seed)
    var parts: [[UInt32]] = []
    for _ in 0..<4 {
      parts.append(
        (0..<Int.random(in: 5...30, using: &random)).map { _ in
          UInt32.random(in: 0x4E00..<0x9000, using: &random)
        })
    }
    func text() -> [UInt32] {
      (0..<5).flatMap { _ in parts[Int.random(in: 0..<4, using: &random)] }
    }
    let (first, second) = (text(), text())
    let common = CommonRuns(first, second, leastCount: 6)
    for run in common.runs {
      #expect(
        first[run.first..<run.first + run.count] == second[run.second..<run.second + run.count])
    }
    var covered = [Bool](repeating: false, count: second.count)
    let runs = Set((0...first.count - 6).map { Array(first[$0..<$0 + 6]) })
    for place in 0...second.count - 6 where runs.contains(Array(second[place..<place + 6])) {
      for index in place..<place + 6 { covered[index] = true }
    }
    // A run of the plain comparison may begin within one that ends, and is cut there.
    let plain = covered.count(where: \.self)
    #expect(common.count <= plain && common.count >= plain - 6 * common.runs.count)
    let chain = common.inOrder
    for (run, next) in zip(chain, chain.dropFirst()) {
      #expect(run.first + run.count <= next.first && run.second + run.count <= next.second)
    }
  }
}
