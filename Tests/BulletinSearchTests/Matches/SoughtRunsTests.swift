import TestSupport
import Testing

@testable import BulletinSearch

struct SoughtRunsTests {
  private func found(_ runs: [String], in text: String) -> [String] {
    let sought = SoughtRuns(runs.map { $0.unicodeScalars.map(\.value) })
    let scalars = Array(text.unicodeScalars)
    var found: [String] = []
    sought.forEachOccurrence(in: scalars.map(\.value)) { occurrence in
      let text = scalars[occurrence.range].map(String.init).joined()
      found.append("\(occurrence.range.lowerBound):\(text)")
    }
    return found
  }

  @Test func `runs within runs and over each other are all found`() {
    #expect(
      found(["水厂", "厂", "东渡水厂", "厂区"], in: "东渡水厂区")
        == ["0:东渡水厂", "2:水厂", "3:厂", "3:厂区"])
    #expect(found(["水水"], in: "水水水") == ["0:水水", "1:水水"])
  }

  @Test func `equal runs are one, of the greater weight, and empty ones are none`() {
    let sought = SoughtRuns(
      [([1, 2], 3), ([], 9), ([1, 2], 5), ([2], 1)].map {
        SoughtRuns.Run(scalars: $0.0, weight: $0.1)
      })
    #expect(sought.weights == [5, 1])
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `all is found that a search for each run finds`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = (0..<200).map { _ in UInt32.random(in: 1...3, using: &random) }
    let runs = Set(
      (0..<12).map { _ in
        (0...Int.random(in: 0...5, using: &random)).map { _ in
          UInt32.random(in: 1...3, using: &random)
        }
      })
    var found: Set<[Int]> = []
    var count = 0
    SoughtRuns(Array(runs)).forEachOccurrence(in: text) { occurrence in
      found.insert([occurrence.range.lowerBound, occurrence.range.upperBound])
      count += 1
    }
    var wanted: Set<[Int]> = []
    for run in runs {
      for start in text.indices where text[start...].starts(with: run) {
        wanted.insert([start, start + run.count])
      }
    }
    #expect(found == wanted)
    #expect(count == wanted.count)
  }
}
