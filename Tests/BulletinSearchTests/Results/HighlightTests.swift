import BulletinSearch
import TestSupport
import TextAnalysis
import Testing

struct HighlightTests {
  @Test func `a passage shows what was found in its sentence`() throws {
    let index = try makeIndex(of: [
      TestDocument(
        id: "1", title: "东渡水厂投产",
        body: "上游下了三天雨，下游的人都到堤上去了。今年新建的 5G 基站在水厂旁边，夜里水退了，人也回来了。")
    ])
    let result = try #require(try index.search("5g基站", options: length(20)).results.first)
    #expect(result.title == Excerpt(text: "东渡水厂投产", field: .title))
    let passage = try #require(result.passages.first)
    #expect(passage.text == "今年新建的 5G 基站在水厂旁边，")
    #expect(found(in: passage) == ["5G 基站"])
    #expect(passage.isCutAtStart)
    #expect(passage.isCutAtEnd)
  }

  @Test func `what was found in the title is lit there`() throws {
    let index = try makeIndex(of: [TestDocument(id: "1", title: "东渡水厂，水厂", body: "投产。")])
    let result = try #require(try index.search("水厂").results.first)
    #expect(found(in: result.title) == ["水厂", "水厂"])
    #expect(result.passages == [Excerpt(text: "投产。")])
  }

  @Test func `the words that stand apart are lit each`() throws {
    let index = try makeIndex(of: [TestDocument(id: "1", body: "大坝旁边是水库，水面很宽")])
    let passage = try #require(try index.search("水库大坝").results.first?.passages.first)
    #expect(found(in: passage) == ["大坝", "水库"])
  }

  @Test func `passages come in the order of the text and do not overlap`() throws {
    let sentence = "河道巡查没有发现新的问题，各站照常值班。"
    let gap = String(repeating: sentence, count: 10)
    let index = try makeIndex(of: [
      TestDocument(id: "1", body: "水库开闸。" + gap + "水库关闸，水库蓄水。" + gap + "水库清淤。")
    ])
    var options = length(30)
    options.passageCount = 2
    let passages = try #require(try index.search("水库", options: options).results.first).passages
    #expect(passages.map { String($0.text.prefix(5)) } == ["水库开闸。", "水库关闸，"])
    options.passageCount = 0
    #expect(try index.search("水库", options: options).results.first?.passages == [])
  }

  @Test func `a highlight is never cut`() throws {
    let index = try makeIndex(of: [
      TestDocument(id: "1", body: "省里的东渡水库大坝安全监测平台和市里的东渡水库大坝安全监测平台今天同时上线运行")
    ])
    for length in 1...40 {
      var options = self.length(length)
      options.passageCount = 3
      let result = try #require(try index.search("东渡水库大坝安全监测平台", options: options).results.first)
      for passage in result.passages {
        #expect(Set(found(in: passage)) == ["东渡水库大坝安全监测平台"], "\(length): \(passage.text)")
      }
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `what is lit is what was asked for`(seed: UInt64) throws {
    let index = try makeIndex(of: RecallArticles.documents)
    let analyzer = TextAnalyzer()
    var generator = SeededGenerator(seed: seed)
    let queries = [
      "5g基站", "哨兵", "c", "2", "m2", "абв", "东渡", "台", "后", "5%", "+", "e", "カ", "é", "👍", "が", "kg",
      "abc123", "3", "水", "哈哈", "1+9", "ss",
    ]
    for query in queries {
      let run = analyzer.fold(Array(query.utf8)).scalars
      var options = length(Int.random(in: 1...60, using: &generator))
      options.passageCount = 3
      guard let response = try? index.search("『\(query)』", options: options) else { continue }
      for excerpt in response.results.flatMap({ [$0.title] + $0.passages }) {
        var end = 0
        for highlight in excerpt.highlights {
          #expect(highlight.lowerBound >= end, "\(query) in \(excerpt.text)")
          end = highlight.upperBound
        }
        for lit in found(in: excerpt) {
          let folded = analyzer.fold(Array(lit.utf8)).scalars
          #expect(folded.contains(run), "\(lit) for \(query) in \(excerpt.text)")
        }
      }
    }
  }

  private func length(_ length: Int) -> SearchOptions {
    var options = SearchOptions()
    options.passageLength = length
    return options
  }
}

/// The texts of the highlights of an excerpt.
func found(in excerpt: Excerpt) -> [String] {
  let bytes = Array(excerpt.text.utf8)
  return excerpt.highlights.map { String(decoding: bytes[$0], as: UTF8.self) }
}
