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
  private let ownWorker: ((Work) -> Output)?

  /// - Parameters:
  ///   - count: How many threads there are; with one, the work is done where results are taken.
  ///   - makeWorker: Called once on each thread for what does the work there.
  init(count: Int, makeWorker: @escaping @Sendable () -> (Work) -> Output) {
    ownWorker = count > 1 ? nil : makeWorker()
    guard count > 1 else { return }
    for _ in 0..<count {
      guard let thread = WorkerThread({ [self] in run(makeWorker()) }) else { break }
      threads.append(thread)
    }
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
  func take() -> Output {
    precondition(pendingCount > 0, "no work was given")
    defer { taken += 1 }
    if let ownWorker { return ownWorker(waiting.removeFirst().work) }
    return lock.wait { done.removeValue(forKey: taken) }
  }

  /// Lets the threads end and waits until they have.
  ///
  /// Work that no thread has begun is not done.
  func close() {
    lock.locked {
      isClosed = true
      waiting.removeAll()
    }
    lock.signal()
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
