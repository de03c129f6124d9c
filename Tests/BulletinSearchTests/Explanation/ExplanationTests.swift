import BulletinSearch
import Testing

@Suite(.tags(.corpus))
struct ExplanationTests {
  @Test(arguments: [
    "5G基站", "岚江 移讯", "岚云一号 验收 或 算力中心^2", "山洪来之前，预警短信是怎么发到村里的？",
    "标题：5G 基站", "\"岚江 5G\"~9", "net*", "基站 -铁塔", "。",
  ])
  func `the sum of an explanation is the score, and its rank the place`(query: String) throws {
    let index = try Corpus.index.get()
    var options = SearchOptions()
    options.limit = 400
    options.passageCount = 0
    let results = try index.search(query, options: options).results
    for (place, result) in results.enumerated() where place % 7 == 0 {
      let explanation = try #require(try index.explain(query, id: result.id))
      #expect(explanation.score == result.score)
      #expect(explanation.rank == place + 1)
      #expect(explanation.match == result.match)
      let terms = explanation.terms.reduce(0) { $0 + $1.score }
      #expect(terms + (explanation.nearness?.sum ?? 0) == explanation.score)
    }
  }

  @Test func `a term's share follows from the numbers beside it`() throws {
    let index = try Corpus.index.get()
    let explanation = try #require(try index.explain("5G基站", id: "97/4"))
    let constants = RankingParameters()
    let length = Double(explanation.length) / explanation.averageLength
    let factor = constants.k1 * (1 - constants.b + constants.b * length)
    for term in explanation.terms {
      let frequency = Double(term.frequency)
      let share =
        term.weight * term.inverseDocumentFrequency * frequency / (frequency + factor)
      #expect(abs(share - term.score) < 0.001, "\(term)")
    }
  }

  @Test func `an article that a query does not find has no explanation`() throws {
    let index = try Corpus.index.get()
    #expect(try index.explain("糠醛", id: "97/4") == nil)
    #expect(try index.explain("5G基站", id: "97/400") == nil)
  }

  @Test func `words of a query are explained without an article`() throws {
    let terms = try Corpus.index.get().rankingTerms(of: "5G基站")
    #expect(Set(terms.map(\.text)).isSuperset(of: ["5g", "g基", "基站", "站"]))
    #expect(terms.allSatisfy { $0.frequency == 0 })
  }
}
