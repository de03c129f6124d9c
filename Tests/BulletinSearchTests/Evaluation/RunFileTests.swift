import BulletinSearch
import TestSupport
import Testing

struct RunFileTests {
  private let run = RankedRun(answers: [
    RankedRun.Answer(query: "q2", documents: ["b", "c", "a"]),
    RankedRun.Answer(query: "q1", documents: ["a"]),
    RankedRun.Answer(query: "q3", documents: []),
  ])

  @Test func `a run file is ordered by its scores as by its ranks`() throws {
    #expect(
      try run.trecText(tag: "standard") == """
        q2 Q0 b 1 3 standard
        q2 Q0 c 2 2 standard
        q2 Q0 a 3 1 standard
        q1 Q0 a 1 1 standard

        """)
  }

  @Test func `a run that was written is read as it was`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(run.trecText(tag: "standard"), to: "run")
    #expect(try RankedRun.read(path: path).answers == Array(run.answers.prefix(2)))
  }

  @Test func `scores order the results of others, and identifiers those of equal scores`() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(
      """
      q1 Q0 low 1 0.5 other
      q1\tQ0\ttie-a\t2\t1.5e0\tother
      q2 Q0 high 9 -1 other
      q1 Q0 tie-b 3 1.5 other
      q1 Q0 high 4 12 other
      """, to: "run")
    #expect(
      try RankedRun.read(path: path).answers == [
        RankedRun.Answer(query: "q1", documents: ["high", "tie-b", "tie-a", "low"]),
        RankedRun.Answer(query: "q2", documents: ["high"]),
      ])
  }

  @Test(arguments: ["q1 Q0 a 1 nan t", "q1 Q0 a 1 t", "q1 Q0 a 1 hoch t"])
  func `a line that is no result is named`(line: String) throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write("q1 Q0 b 1 2 t\n\(line)\n", to: "run")
    #expect(throws: EvaluationError.malformed(path: path, line: 2, kind: .run)) {
      try RankedRun.read(path: path)
    }
  }

  @Test func `an identifier with a blank is refused, because it would be read as two`() {
    let run = RankedRun(answers: [RankedRun.Answer(query: "q1", documents: ["水务 简讯:92/3"])])
    #expect(throws: EvaluationError.blankInIdentifier("水务 简讯:92/3")) {
      try run.trecText(tag: "standard")
    }
  }
}
