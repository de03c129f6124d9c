import Testing

@testable import BulletinSearch

struct OrderedWorkersTests {
  @Test(arguments: [1, 2, 5])
  func `results come in the order of the work`(count: Int) {
    let workers = OrderedWorkers<Int, Int>(count: count) {
      { work in
        // The earlier work takes longer.
        (0..<(200 - work) * 100).reduce(0) { $0 &+ $1 } &* 0 &+ work
      }
    }
    var results: [Int] = []
    for number in 0..<200 {
      workers.give(number)
      if workers.pendingCount > 7 { results.append(workers.take()) }
    }
    while workers.pendingCount > 0 { results.append(workers.take()) }
    workers.close()
    #expect(results == Array(0..<200))
  }

  @Test func `threads end though not all work is done`() {
    let workers = OrderedWorkers<Int, Int>(count: 3) { { $0 } }
    for number in 0..<1_000 { workers.give(number) }
    #expect(workers.take() == 0)
    workers.close()
  }
}
