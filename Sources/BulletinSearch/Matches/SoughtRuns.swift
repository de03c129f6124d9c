internal import TextAnalysis

/// Runs of characters to look for in texts, each with the weight that it has in the choice of
/// passages.
struct SoughtRuns {
  /// A run in the form that is searched.
  struct Run {
    var scalars: [UInt32]
    var weight: Int
    /// Whether no letter or digit may stand right before it.
    var beginsWord = false
  }

  /// The different runs.
  private(set) var runs: [Run] = []
  /// The weight of each run.
  private(set) var weights: [Int] = []
  /// Whether the runs are bytes of the original, and not characters as they are searched.
  private(set) var isWritten = false
  /// Whether a run begins with a scalar whose low byte this is, so that most scalars need no look-up.
  private var beginsRun = [Bool](repeating: false, count: 1 << UInt8.bitWidth)
  private var states = [State()]
  private var transitions = RunTransitions()

  /// Where the search stands after some scalars: at the longest end of them that begins a run.
  private struct State {
    var depth = 0
    /// The run that this state completes.
    var run: Int?
    /// The state for the next shorter end.
    var shorter = 0
    /// The next of the shorter ones that completes a run; 0 if there is none.
    var nextComplete = 0
  }

  /// A run that was found, as a range of the searched scalars.
  struct Occurrence {
    var range: Range<Int>
    var run: Int
  }

  /// Empty runs are left out; of equal ones the greatest weight counts.
  init(_ sought: [Run]) {
    for run in sought {
      guard let first = run.scalars.first else { continue }
      beginsRun[Int(UInt8(truncatingIfNeeded: first))] = true
      var state = 0
      for scalar in run.scalars { state = self.state(after: state, scalar) }
      if let known = states[state].run {
        runs[known].weight = max(runs[known].weight, run.weight)
        if !run.beginsWord { runs[known].beginsWord = false }
      } else {
        states[state].run = runs.count
        runs.append(run)
      }
    }
    weights = runs.map(\.weight)
    linkStates()
  }

  /// The text of a query as it stands.
  init(_ item: QueryItem) {
    guard item.written == nil else {
      self.init(
        written: item.writtenRuns.map { Run(scalars: $0.map(UInt32.init), weight: $0.count) })
      return
    }
    let isPrefix = item.form == .prefix
    self.init(item.runs.map { Run(scalars: $0, weight: $0.count, beginsWord: isPrefix) })
  }

  /// Runs that weigh by their length.
  init(_ runs: [[UInt32]]) {
    self.init(runs.map { Run(scalars: $0, weight: $0.count) })
  }

  /// Bytes that have to stand in the original as they are, in place of scalars.
  init(written runs: [Run]) {
    self.init(runs)
    isWritten = true
  }

  /// Visits all places at which a run stands, in the order of their ends; of those with the same end
  /// the longest first.
  ///
  /// This is the automaton of Aho and Corasick, *Efficient String Matching: An Aid to Bibliographic
  /// Search*, 1975: one pass, whatever the number of runs.
  func forEachOccurrence<Scalar: FixedWidthInteger & UnsignedInteger>(
    in scalars: [Scalar], _ body: (Occurrence) -> Void
  ) {
    forEachOccurrence(in: scalars, 0..<scalars.count, body)
  }

  /// The same for a part of a text, as if there were nothing before and behind it.
  @inline(__always)  // For the loop to be of one type.
  func forEachOccurrence<Scalar: FixedWidthInteger & UnsignedInteger>(
    in text: [Scalar], _ part: Range<Int>, _ body: (Occurrence) -> Void
  ) {
    guard !runs.isEmpty else { return }
    let scalars = text.span
    let beginsRun = beginsRun.span
    var state = 0
    for index in part {
      let scalar = scalars[index]
      if state == 0, !beginsRun[Int(UInt8(truncatingIfNeeded: scalar))] { continue }
      state = next(state, UInt32(truncatingIfNeeded: scalar))
      var complete = states[state].run == nil ? states[state].nextComplete : state
      while complete != 0 {
        if let run = states[complete].run {
          let start = index + 1 - states[complete].depth
          if !runs[run].beginsWord || start == part.lowerBound
            || !continuesWord(behind: UInt32(truncatingIfNeeded: scalars[start - 1]))
          {
            body(Occurrence(range: start..<index + 1, run: run))
          }
        }
        complete = states[complete].nextComplete
      }
    }
  }
}

extension SoughtRuns {
  /// How often the runs occur in a text, as ``Occurrences`` counts them.
  func occurrenceCount<Scalar: FixedWidthInteger & UnsignedInteger>(in scalars: [Scalar]) -> Int {
    var occurrences = Occurrences(of: 0..<scalars.count)
    forEachOccurrence(in: scalars) { occurrences.add($0.range) }
    return occurrences.ranges.count
  }

  /// The same runs with a number in place of each scalar.
  func numbered(_ numbers: [UInt32: UInt32]) -> SoughtRuns {
    SoughtRuns(
      runs.map { run in
        Run(scalars: run.scalars.map { numbers[$0] ?? 0 }, weight: run.weight)
      })
  }

  private func continuesWord(behind scalar: UInt32) -> Bool {
    // Of the bytes of the original only ASCII says what it is.
    isWritten && scalar >= 0x80 ? false : ScalarClass(of: scalar) == .word
  }

  private mutating func state(after state: Int, _ scalar: UInt32) -> Int {
    if let known = transitions[state, scalar] { return known }
    states.append(State(depth: states[state].depth + 1))
    transitions.add(state, scalar, next: states.count - 1)
    return states.count - 1
  }

  private func next(_ state: Int, _ scalar: UInt32) -> Int {
    var state = state
    while true {
      if let next = transitions[state, scalar] { return next }
      guard state != 0 else { return 0 }
      state = states[state].shorter
    }
  }

  /// Sets for each state which shorter ones it contains, the shorter states first.
  private mutating func linkStates() {
    let edges = transitions.all.sorted { states[$0.next].depth < states[$1.next].depth }
    for (parent, scalar, state) in edges {
      let shorter = parent == 0 ? 0 : next(states[parent].shorter, scalar)
      states[state].shorter = shorter
      states[state].nextComplete =
        states[shorter].run == nil ? states[shorter].nextComplete : shorter
    }
  }
}
