import TextAnalysis
import Testing

@testable import BulletinSearch

/// Which passages are chosen, and where they are cut.
struct PassageTests {
  private func passages(
    _ text: String, _ runs: String..., count: Int = 1, length: Int = 20
  ) -> [Excerpt] {
    let analyzer = TextAnalyzer()
    let sought = SoughtRuns(runs.map { analyzer.fold(Array($0.utf8)).scalars })
    var found = FoundText(Array(text.utf8), runs: sought, analyzer: analyzer)
    return found.passages(
      count: count, length: length, sentences: SentenceSegmenter(), FieldPlaces.none)
  }

  // MARK: Sentences

  @Test func `a passage is whole sentences as long as they fit`() {
    let text = "上游下了三天雨。下游的人都到堤上去了。夜里水退了。人也回来了。大家都很高兴。"
    let passage = passages(text, "水退").first
    #expect(passage?.text == "夜里水退了。人也回来了。大家都很高兴。")
    #expect(passage?.isCutAtStart == true)
    #expect(passage?.isCutAtEnd == false)
    #expect(passage?.offset == TextOffset(bytes: 57, utf16: 19, characters: 19))
  }

  @Test func `sentences before fill what is left at the end of a paragraph`() {
    let text = "上游下了三天雨。下游的人都到堤上去了。夜里水退了。"
    #expect(passages(text, "水退").map(\.text) == ["下游的人都到堤上去了。夜里水退了。"])
  }

  @Test func `a long sentence is cut at a clause`() {
    let text = "上游下了三天雨下游的人都到堤上去了，夜里水退了，人也回来，还带着从山上的村子里拿来的被子"
    #expect(passages(text, "水退", length: 12).map(\.text) == ["夜里水退了，人也回来，"])
    #expect(passages(text, "水退", length: 12).map(\.isCutAtEnd) == [true])
  }

  @Test func `where there is no clause a character is the border`() {
    let text = String(repeating: "🇨🇳", count: 20) + "水退" + String(repeating: "👩‍🌾", count: 20)
    #expect(
      passages(text, "水退", length: 8).map(\.text) == ["🇨🇳水退👩‍🌾👩‍🌾👩‍🌾👩‍🌾👩‍🌾"])
  }

  @Test func `a number or a word of letters is not cut`() {
    let text = "全省的5G基站达到14.1万个比去年增加了98.14%这是最快的一年"
    #expect(passages(text, "基站", length: 7).map(\.text) == ["基站达到"])
    #expect(passages(text, "达到", length: 10).map(\.text) == ["站达到14.1万个比"])
    #expect(passages(text, "增加", length: 9).map(\.text) == ["年增加了"])
  }

  @Test func `white space at the ends is not shown and cuts nothing`() {
    let passage = passages("\u{3000}\u{3000}夜里水退了。 \r\n人也回来了。", "水退").first
    #expect(passage?.text == "夜里水退了。")
    #expect(passage?.isCutAtStart == false)
    #expect(passage?.isCutAtEnd == false)
    #expect(passage?.offset == TextOffset(bytes: 6, utf16: 2, characters: 2))
  }

  @Test func `a text in which nothing was found begins with its first sentences`() {
    let text = "\n\n夜里水退了。人也从山上的村子里回来了，还带着被子。"
    #expect(passages(text, "火").map(\.text) == ["夜里水退了。人也从山上的村子里回来了，"])
    #expect(passages(text, "火", length: 0) == [])
    #expect(passages("", "火") == [])
  }

  // MARK: Choice

  private let gap = "河道巡查没有发现新的问题，各站照常值班。"

  @Test func `a run as it was typed comes before its words apart`() {
    let text = "水库旁边有大坝。\(gap)水库大坝完工。"
    #expect(passages(text, "水库大坝", "水库", "大坝", length: 10).map(\.text) == ["水库大坝完工。"])
  }

  @Test func `more different words come before one again and again`() {
    let text = "水库水库，水库和水库。\(gap)水库有大坝。"
    #expect(passages(text, "水库", "大坝", length: 12).map(\.text) == ["水库有大坝。"])
  }

  @Test func `words in one sentence come before words in two`() {
    let text = "水库满了。大坝很高。\(gap)水库的大坝很高。"
    #expect(passages(text, "水库", "大坝", length: 12).map(\.text) == ["水库的大坝很高。"])
  }

  @Test func `of equal passages the earlier is taken`() {
    let text = "水库一号。\(gap)水库二号。"
    #expect(passages(text, "水库", length: 10).map(\.text) == ["水库一号。"])
  }

  @Test func `the second passage shows what the first does not`() {
    let text = "泵站完工。\(gap)水库有大坝。\(gap)水库和大坝。"
    #expect(
      passages(text, "水库", "大坝", "泵站", count: 2, length: 10).map(\.text)
        == ["泵站完工。", "水库有大坝。"])
  }

  @Test func `the weight of a run is the caller's`() {
    let analyzer = TextAnalyzer()
    let runs = ["水库", "大坝"].map { analyzer.fold(Array($0.utf8)).scalars }
    let text = Array("水库完工。\(gap)大坝完工。".utf8)
    var found = FoundText(
      text,
      runs: SoughtRuns([
        SoughtRuns.Run(scalars: runs[0], weight: 1), SoughtRuns.Run(scalars: runs[1], weight: 2),
      ]), analyzer: analyzer)
    let passages = found.passages(
      count: 1, length: 10, sentences: SentenceSegmenter(), FieldPlaces.none)
    #expect(passages.map(\.text) == ["大坝完工。"])
  }

  // MARK: Bounds

  @Test func `a text with very many places takes no long time`() {
    let sentence = "水库满了水库，"
    let text = String(repeating: sentence, count: 100_000)
    let clock = ContinuousClock()
    let start = clock.now
    #expect(passages(text, "水库", "大坝", count: 3, length: 80).count == 3)
    #expect(passages(text, "水库", count: 1_000_000, length: 1_000_000).count == 1)
    // Some 2 MB: a second is a hundred times what is usual, and quadratic work would take hours.
    #expect(clock.now - start < .seconds(60))
  }

  @Test func `what is one highlight from end to end is cut`() {
    let text = String(repeating: "水", count: 5_000)
    let passage = passages(text, "水").first
    #expect(passage?.text.count == 1_000)
    #expect(passage?.highlights == [0..<3_000])
    #expect(passage?.isCutAtEnd == true)
  }
}
