/// A few hashes of the runs of a text, so chosen that two texts with a long run in common have one in common.
///
/// Of each window of neighbouring runs the smallest hash is kept. A common run of `runLength` + `window` − 1 characters
/// has a whole window, in both texts the same, and so a fingerprint (Schleimer, Wilkerson and Aiken, *Winnowing: Local
/// Algorithms for Document Fingerprinting*, 2003). About 2 ÷ (`window` + 1) of the runs are kept.
struct TextFingerprints {
  /// The characters of a run: more than common phrases have.
  static let runLength = 12

  /// Calls `body` with each fingerprint of a text, some of them more than once.
  ///
  /// - Parameters:
  ///   - scalars: The text.
  ///   - window: How many runs are looked at together, at least 1.
  ///   - body: Gets the hashes in the order of the text.
  /// - Complexity: O(*n*) in the characters.
  static func forEach(of scalars: [UInt32], window: Int, _ body: (UInt32) -> Void) {
    guard scalars.count >= runLength else { return }
    // The places of runs whose hashes ascend, the first of them the smallest of the window.
    var candidates: [(place: Int, hash: UInt32)] = []
    var first = 0
    var chosen = -1
    let last = scalars.count - runLength
    RollingHash.forEach(of: scalars, length: runLength) { place, hash in
      while candidates.count > first, let end = candidates.last, end.hash >= hash {
        candidates.removeLast()
      }
      candidates.append((place, hash))
      if candidates[first].place + window <= place { first += 1 }
      let isComplete = place >= window - 1 || place == last
      if isComplete, candidates[first].place != chosen {
        chosen = candidates[first].place
        body(candidates[first].hash)
      }
      if first > 4_096 {
        candidates.removeFirst(first)
        first = 0
      }
    }
  }
}

/// Hashes of all runs of a length, each made of the one before.
enum RollingHash {
  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Calls `body` with the place and the hash of every run.
  static func forEach(of scalars: [UInt32], length: Int, _ body: (Int, UInt32) -> Void) {
    var expired: UInt64 = 1
    for _ in 0..<length { expired = expired &* base }
    var sum: UInt64 = 0
    for (index, scalar) in scalars.enumerated() {
      sum = sum &* base &+ UInt64(scalar) &+ 1
      if index >= length { sum &-= (UInt64(scalars[index - length]) &+ 1) &* expired }
      guard index >= length - 1 else { continue }
      // The finalizer of MurmurHash3.
      let hash = (sum ^ (sum >> 33)) &* 0xFF51_AFD7_ED55_8CCD
      body(index - length + 1, UInt32(truncatingIfNeeded: (hash ^ (hash >> 33)) >> 16))
    }
  }
}
