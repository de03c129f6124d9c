import BulletinSearch
import Testing

struct MeasureTests {
  /// Three relevant documents, of which `c` answers best; `x` is judged and answers nothing.
  private let grades = ["a": 1, "b": 1, "c": 3, "x": 0, "y": -1]

  private func value(_ measure: Measure, _ documents: [String]) -> Double {
    measure.value(of: documents, grades: grades)
  }

  private func isClose(_ value: Double, _ expected: Double) -> Bool {
    abs(value - expected) < 1e-9
  }

  @Test func `the ideal order has all that there is to gain`() {
    for measure in Measure.allCases { #expect(isClose(value(measure, ["c", "a", "b"]), 1)) }
  }

  @Test func `a lower rank gains less, by the logarithm of the rank`() {
    // 1 ÷ log₂ 2 + 3 ÷ log₂ 3 + 1 ÷ log₂ 5, of 3 ÷ log₂ 2 + 1 ÷ log₂ 3 + 1 ÷ log₂ 4.
    let gained = 1 + 3 / 1.5849625007211562 + 1 / 2.321928094887362
    let ideal = 3 + 1 / 1.5849625007211562 + 1.0 / 2
    #expect(isClose(value(.ndcg10, ["a", "c", "x", "b"]), gained / ideal))
  }

  @Test func `what answers nothing takes a rank and gains nothing, whatever its grade`() {
    let ideal = 3 + 1 / 1.5849625007211562 + 1.0 / 2
    for document in ["x", "y", "unjudged"] {
      #expect(isClose(value(.ndcg10, [document, "c"]), 3 / 1.5849625007211562 / ideal))
      #expect(value(.reciprocalRank10, [document, "c"]) == 0.5)
    }
  }

  @Test func `the first relevant result gives the reciprocal rank, however well it answers`() {
    #expect(value(.reciprocalRank10, ["x", "y", "b", "c"]) == 1.0 / 3)
  }

  @Test func `behind the tenth result only recall at a hundred sees anything`() {
    let others = (1...10).map { "other\($0)" }
    let documents = others[..<9] + ["a", "b"]
    #expect(isClose(value(.reciprocalRank10, Array(documents)), 0.1))
    #expect(isClose(value(.recall10, Array(documents)), 1.0 / 3))
    #expect(isClose(value(.recall100, Array(documents)), 2.0 / 3))
    #expect(value(.ndcg10, others + ["c"]) == 0)
    #expect(value(.reciprocalRank10, others + ["c"]) == 0)
    #expect(value(.recall100, (1...100).map { "other\($0)" } + ["c"]) == 0)
  }

  @Test func `with more relevant documents than ten the best ten are the ideal`() {
    let grades = Dictionary(uniqueKeysWithValues: (1...20).map { ("d\($0)", 1) })
    let documents = (1...10).map { "d\($0)" }
    #expect(isClose(Measure.ndcg10.value(of: documents, grades: grades), 1))
    #expect(Measure.recall10.value(of: documents, grades: grades) == 0.5)
  }

  @Test func `no results are worth nothing`() {
    for measure in Measure.allCases { #expect(value(measure, []) == 0) }
  }
}
