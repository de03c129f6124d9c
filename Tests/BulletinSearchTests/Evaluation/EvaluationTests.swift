import BulletinSearch
import Testing

struct EvaluationTests {
  private let queries = ["一", "二", "三", "四"].map { EvaluationQuery(id: $0, text: "泵站") }

  private var judgements: Judgements {
    var judgements = Judgements()
    judgements.set(1, query: "一", document: "a")
    judgements.set(1, query: "二", document: "b")
    judgements.set(0, query: "三", document: "a")
    judgements.set(1, query: "五", document: "a")
    return judgements
  }

  @Test func `the mean is over the queries that have a relevant document`() {
    let run = RankedRun(answers: [
      RankedRun.Answer(query: "一", documents: ["b", "a"]),
      RankedRun.Answer(query: "三", documents: ["a"]),
      RankedRun.Answer(query: "五", documents: ["a"]),
    ])
    let evaluation = Evaluation(of: run, queries: queries, judgements: judgements)
    #expect(evaluation.queries.map(\.id) == ["一", "二"])
    #expect(evaluation.leftOutCount == 2)
    #expect(evaluation.unansweredCount == 1)
    #expect(evaluation.values(of: .reciprocalRank10) == [0.5, 0])
    #expect(evaluation.mean(of: .reciprocalRank10) == 0.25)
    #expect(evaluation.mean(of: .recall100) == 0.5)
  }

  @Test func `a document that comes twice counts once, where it comes first`() {
    let answer = RankedRun.Answer(query: "一", documents: ["b", "b", "a", "b"])
    #expect(answer.documents == ["b", "a"])
  }

  @Test func `the time of a search is the mean and the middle of what was measured`() {
    let times: [Duration] = [.milliseconds(1), .milliseconds(8)]
    let run = RankedRun(
      answers: zip(queries, times).map {
        RankedRun.Answer(query: $0.id, documents: [], duration: $1)
      })
    let evaluation = Evaluation(of: run, queries: queries, judgements: judgements)
    #expect(evaluation.meanDuration == .microseconds(4500))
    #expect(evaluation.medianDuration == .milliseconds(8))
    let untimed = Evaluation(of: RankedRun(), queries: queries, judgements: judgements)
    #expect(untimed.meanDuration == nil)
  }

  @Test func `queries are searched as they were typed`() throws {
    let index = try makeIndex(of: [
      TestDocument(id: "p1", title: "城南泵站", body: "城南泵站投入运行，水压恢复。"),
      TestDocument(id: "p2", title: "老城管网", body: "老城更换管道，泵站暂停。"),
      TestDocument(id: "p3", title: "防汛", body: "各街道检查堤防。"),
    ])
    let queries = [
      EvaluationQuery(id: "q1", text: "城南泵站"), EvaluationQuery(id: "q2", text: "？！"),
      EvaluationQuery(id: "q3", text: "堤防 -泵站"),
    ]
    let run = try index.run(queries, options: SearchOptions())
    #expect(run.answers.map(\.query) == ["q1", "q2", "q3"])
    #expect(run.answers.map(\.documents) == [["p1", "p2"], [], ["p3"]])
    #expect(run.answers.allSatisfy { $0.duration != nil })
  }

  @Test func `an index tells how many relevant documents it has`() throws {
    let index = try makeIndex(of: [TestDocument(id: "a", body: "泵站")])
    let coverage = try index.coverage(of: judgements, queries: queries)
    #expect(coverage == (found: 1, relevant: 2))
  }

  @Test func `queries that moved most come first, and those that did not move are left out`() {
    var judgements = Judgements()
    for query in queries { judgements.set(1, query: query.id, document: "a") }
    func evaluation(_ documents: [[String]]) -> Evaluation {
      Evaluation(
        of: RankedRun(
          answers: zip(queries, documents).map {
            RankedRun.Answer(query: $0.id, documents: $1)
          }), queries: queries, judgements: judgements)
    }
    let none = queries.map { _ in ["b"] }
    var better = none
    better[0] = ["b", "a"]
    better[1] = ["a"]
    let movements = evaluation(better).movements(from: evaluation(none), of: .reciprocalRank10)
    #expect(movements.map(\.query) == [queries[1].id, queries[0].id])
    #expect(movements.map(\.difference) == [1, 0.5])
    let back = evaluation(none).movements(from: evaluation(better), of: .reciprocalRank10)
    #expect(back.map(\.difference) == [-1, -0.5])
  }
}
