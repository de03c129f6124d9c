import Testing

@testable import BulletinSearch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

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
      if workers.pendingCount > 7, let result = workers.take(unless: { false }) {
        results.append(result)
      }
    }
    while workers.pendingCount > 0, let result = workers.take(unless: { false }) {
      results.append(result)
    }
    workers.close()
    #expect(results == Array(0..<200))
  }

  @Test func `threads end though not all work is done`() {
    let workers = OrderedWorkers<Int, Int>(count: 3) { { $0 } }
    for number in 0..<1_000 { workers.give(number) }
    #expect(workers.take(unless: { false }) == 0)
    workers.close()
  }

  @Test func `who does not want to wait any longer does not wait for the work`() {
    let workers = OrderedWorkers<Int, Int>(count: 1, usesThread: true) {
      { work in
        usleep(5_000_000)
        return work
      }
    }
    workers.give(1)
    var askedCount = 0
    let start = ContinuousClock.now
    let result = workers.take {
      askedCount += 1
      return askedCount > 2
    }
    workers.abandon()
    #expect(result == nil)
    #expect(start.duration(to: .now) < .seconds(3))
  }
}
