/// Does work on several threads and gives the results in the order in which the work was given.
///
/// One thread gives work and takes results. Threads of the system and not tasks, because the work
/// blocks, and because the runtime for tasks would be loaded for every search.
@safe final class OrderedWorkers<Work: Sendable, Output: Sendable>: @unchecked Sendable {
  // All that threads share is guarded by `lock`.
  private let lock = ThreadLock()
  private var waiting: [(number: Int, work: Work)] = []
  private var done: [Int: Output] = [:]
  private var isClosed = false

  private var given = 0
  private var taken = 0
  private var threads: [WorkerThread] = []
  /// Does the work if there is no thread.
  private var ownWorker: ((Work) -> Output)?

  /// How long it may take until somebody who wants to end is heard.
  private static var patience: Duration { .milliseconds(100) }

  /// - Parameters:
  ///   - count: How many threads there are.
  ///   - usesThread: Whether there is one if it is the only one; else the work is done where results are taken.
  ///   - makeWorker: Called once on each thread for what does the work there.
  init(
    count: Int, usesThread: Bool? = nil, makeWorker: @escaping @Sendable () -> (Work) -> Output
  ) {
    for _ in 0..<(usesThread ?? (count > 1) ? count : 0) {
      guard let thread = WorkerThread({ [self] in run(makeWorker()) }) else { break }
      threads.append(thread)
    }
    if threads.isEmpty { ownWorker = makeWorker() }
  }

  /// How many results are still to be taken.
  var pendingCount: Int { given - taken }

  /// Gives work, which begins as soon as a thread is free.
  func give(_ work: Work) {
    lock.locked { waiting.append((given, work)) }
    given += 1
    lock.signal()
  }

  /// Waits for the result of the earliest work whose result was not taken yet.
  ///
  /// - Precondition: There is such work.
  /// - Parameter isCancelled: Asked now and then whether to wait no longer.
  /// - Returns: Nil if it was waited no longer.
  func take(unless isCancelled: () -> Bool) -> Output? {
    precondition(pendingCount > 0, "no work was given")
    if isCancelled() { return nil }
    if let ownWorker {
      taken += 1
      return ownWorker(waiting.removeFirst().work)
    }
    while true {
      let output = lock.wait(atMost: Self.patience) { done.removeValue(forKey: taken) }
      if let output {
        taken += 1
        return output
      }
      if isCancelled() { return nil }
    }
  }

  /// Lets the threads end when they have done what they are doing, and does not wait until they have.
  func abandon() {
    end()
    for thread in threads { thread.detach() }
    threads.removeAll()
  }

  private func end() {
    lock.locked {
      isClosed = true
      waiting.removeAll()
    }
    lock.signal()
  }

  /// Lets the threads end and waits until they have.
  ///
  /// Work that no thread has begun is not done.
  func close() {
    end()
    for thread in threads { thread.join() }
    threads.removeAll()
  }

  private func run(_ worker: (Work) -> Output) {
    while case .work(let number, let work) = lock.wait({ next() }) {
      let output = worker(work)
      lock.locked { done[number] = output }
      lock.signal()
    }
  }

  /// What a thread does next.
  private enum Task {
    case work(number: Int, Work)
    case end
  }

  /// Nil if there is nothing to do yet.
  private func next() -> Task? {
    if isClosed { return .end }
    guard !waiting.isEmpty else { return nil }
    let (number, work) = waiting.removeFirst()
    return .work(number: number, work)
  }
}
