import BulletinSearch
import TestSupport
import Testing

@testable import bsearch

struct LineBreakingTests {
  private func lines(_ text: String, width: Int, indent: Int = 0) -> [String] {
    LineBreaker(width: width, indent: indent).lines(of: StyledText(text)).map { line in
      line.spans.map(\.text).joined()
    }
  }

  @Test func `Chinese breaks at any character, two columns each`() {
    #expect(lines("城南泵站投入运行", width: 6) == ["城南泵", "站投入", "运行"])
  }

  @Test func `a line does not begin with closing punctuation`() {
    #expect(lines("城南泵站，投入运行", width: 8) == ["城南泵", "站，投入", "运行"])
  }

  @Test func `a line does not end with an opening mark`() {
    #expect(lines("城南泵（站）", width: 8) == ["城南泵", "（站）"])
  }

  @Test func `a word of letters and digits stays whole`() {
    #expect(lines("采用GB/T19000标准", width: 10) == ["采用", "GB/T19000", "标准"])
  }

  @Test func `a word that no line can hold is cut`() {
    #expect(lines("abcdefgh", width: 3) == ["abc", "def", "gh"])
  }

  @Test func `later lines are indented`() {
    #expect(lines("城南泵站投入", width: 8, indent: 2) == ["城南泵站", "  投入"])
  }

  @Test func `highlights go on in the next line`() {
    var text = StyledText("城南")
    text.append("泵站投入", .highlight)
    let lines = LineBreaker(width: 6, indent: 0).lines(of: text)
    #expect(lines.map { $0.spans.map(\.style) } == [[.plain, .highlight], [.highlight]])
  }

  @Test(arguments: UInt64(1)...30)
  func `random texts lose nothing but spaces and fit`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("城南泵站5G（），。“” ab-😀é")
    let text = String(
      (0..<200).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] })
    let width = Int.random(in: 8...40, using: &random)
    let broken = lines(text, width: width, indent: 2)
    #expect(broken.joined().filter { $0 != " " } == text.filter { $0 != " " })
    for line in broken { #expect(displayWidth(of: line) <= width, "\(line)") }
  }
}
