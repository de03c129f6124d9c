import TextAnalysis

/// The slow and obvious counterpart of the search for near texts: it looks at every part of every text.
struct NearReference {
  /// Every part of two and more characters, with the number of texts that have it.
  private(set) var frequencies: [[UInt32]: Int] = [:]

  init(_ texts: [String]) {
    for text in texts {
      let scalars = text.unicodeScalars.map(\.value)
      var parts: Set<[UInt32]> = []
      for start in scalars.indices {
        for end in start..<scalars.count where end > start {
          parts.insert(Array(scalars[start...end]))
        }
      }
      for part in parts { frequencies[part, default: 0] += 1 }
    }
  }

  /// The parts within `limit` edits of `run`, without those that hold the run.
  func parts(near run: [UInt32], limit: Int) -> [[UInt32]: Int] {
    var parts: [[UInt32]: Int] = [:]
    for part in frequencies.keys where !part.holds(run) {
      let distance = Self.distance(part, run)
      if distance <= limit { parts[part] = distance }
    }
    return parts
  }

  /// The parts that are read as `run` and are not the run.
  func homophones(of run: [UInt32]) -> Set<[UInt32]> {
    Set(
      frequencies.keys.filter { part in
        part != run && part.count == run.count
          && zip(part, run).allSatisfy { $0 == $1 || Pinyin.shared.areHomophones($0, $1) }
      })
  }

  /// The parts whose readings, one after the other, are `letters`.
  func parts(readAs letters: String) -> Set<[UInt32]> {
    Set(
      frequencies.keys.filter { part in
        var spellings: Set = [""]
        for scalar in part {
          let readings = Pinyin.shared.readings(of: scalar)
          spellings = Set(spellings.flatMap { start in readings.map { start + $0 } })
        }
        return spellings.contains(letters)
      })
  }

  /// Replaced, left out, put in, or swapped with the neighbour: the whole table.
  static func distance(_ left: [UInt32], _ right: [UInt32]) -> Int {
    var table = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count {
      for column in 0...right.count {
        if row == 0 || column == 0 {
          table[row][column] = row + column
          continue
        }
        let same = left[row - 1] == right[column - 1]
        var best = table[row - 1][column - 1] + (same ? 0 : 1)
        best = min(best, table[row - 1][column] + 1, table[row][column - 1] + 1)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, table[row - 2][column - 2] + 1)
        }
        table[row][column] = best
      }
    }
    return table[left.count][right.count]
  }
}

extension [UInt32] {
  fileprivate func holds(_ run: [UInt32]) -> Bool {
    indices.contains { self[$0...].starts(with: run) }
  }
}
