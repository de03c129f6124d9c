internal import InvertedIndex

extension BulletinIndex {
  /// The articles that appear again, whole or in parts, in the same or in another bulletin.
  ///
  /// Texts are compared as they are searched, so that width, traditional forms and punctuation do not count. Candidates have a
  /// fingerprint in common (`TextFingerprints`), so that no common passage of 27 characters is overlooked unless many
  /// articles have it; then both texts are compared.
  ///
  /// - Parameter options: Which pairs.
  /// - Returns: The pairs, with what differs.
  /// - Throws: `IndexError` if the index is damaged.
  /// - Complexity: O(*n* log *n*) in the characters of all articles, besides the texts of the pairs.
  public func reprints(options: ReprintOptions = ReprintOptions()) throws -> ReprintList {
    var candidates = ReprintCandidates()
    for number in 0..<UInt32(reader.documentCount) {
      candidates.add(try body(of: DocumentID(rawValue: number)), document: number)
    }
    let pairs = candidates.pairs(options)
    var found: [(pair: ReprintCandidates.Pair, common: Int, share: Double)] = []
    var known: (document: UInt32, text: [UInt32]) = (.max, [])
    for pair in pairs {
      if known.document != pair.first {
        known = (pair.first, try body(of: DocumentID(rawValue: pair.first)))
      }
      let second = try body(of: DocumentID(rawValue: pair.second))
      let runs = CommonRuns(known.text, second)
      let common = runs.count
      let share = Double(common) / Double(max(min(known.text.count, second.count), 1))
      guard common >= ReprintCandidates.leastCommon,
        share >= options.leastShare || runs.longest >= options.longPassage
      else { continue }
      found.append((pair, common, share))
    }
    found.sort {
      ($1.share, $1.common, $0.pair.first, $0.pair.second)
        < ($0.share, $0.common, $1.pair.first, $1.pair.second)
    }
    let times = try IssueTimes(of: self)
    return ReprintList(
      total: found.count,
      pairs: try found.prefix(max(options.limit, 0)).map { try reprint(of: $0.pair, times) })
  }

  /// The searched characters of the text of an article, without its title.
  private func body(of document: DocumentID) throws -> [UInt32] {
    let scalars = try reader.scalars(of: document)
    var separators = 0
    for (place, scalar) in scalars.enumerated() where scalar == UInt32(Field.separator) {
      separators += 1
      if separators == Field.stored.count - 1 { return Array(scalars[(place + 1)...]) }
    }
    return []
  }

  private func reprint(of pair: ReprintCandidates.Pair, _ times: IssueTimes) throws -> Reprint {
    var documents = [pair.first, pair.second].map(DocumentID.init(rawValue:))
    if times.precedes(times.issue(of: documents[1]), times.issue(of: documents[0])) {
      documents.reverse()
    }
    let bodies = try documents.map { document in
      let text = try reader.alignedText(of: document)
      return StoredField(StoredField.places(in: text)[Field.body.rawValue], of: text)
    }
    let scalars = bodies.map { Array($0.text.scalars[$0.scalars]) }
    let common = CommonRuns(scalars[0], scalars[1])
    let articles = try zip(documents, scalars).map { document, scalars in
      let article = try StoredArticle(document, in: self)
      return Reprint.Article(
        id: article.id, bulletin: article.issue.bulletin, date: article.issue.date,
        title: article.text(of: .title), characterCount: scalars.count)
    }
    return Reprint(
      earlier: articles[0], later: articles[1], commonCount: common.count,
      differences: Self.differences(Self.refined(common.inOrder, scalars), bodies))
  }

  /// Between two long common runs, what is shorter counts as common too: a changed word does not hide the sentence
  /// around it.
  private static let leastBetween = 4

  /// Common runs, and the shorter ones between them.
  private static func refined(_ runs: [CommonRuns.Run], _ texts: [[UInt32]]) -> [CommonRuns.Run] {
    var refined: [CommonRuns.Run] = []
    var ends = (first: 0, second: 0)
    let border = CommonRuns.Run(first: texts[0].count, second: texts[1].count, count: 0)
    for run in runs + [border] {
      let between = CommonRuns(
        Array(texts[0][ends.first..<run.first]), Array(texts[1][ends.second..<run.second]),
        leastCount: leastBetween)
      refined += between.inOrder.map {
        CommonRuns.Run(
          first: ends.first + $0.first, second: ends.second + $0.second, count: $0.count)
      }
      if run.count > 0 { refined.append(run) }
      ends = (run.first + run.count, run.second + run.count)
    }
    return refined
  }

  /// What stands between the common runs of two texts.
  private static func differences(
    _ runs: [CommonRuns.Run], _ bodies: [StoredField]
  ) -> [Reprint.Difference] {
    var differences: [Reprint.Difference] = []
    var ends = (first: 0, second: 0)
    let counts = bodies.map(\.scalars.count)
    let border = CommonRuns.Run(first: counts[0], second: counts[1], count: 0)
    for run in runs + [border] {
      let texts = [
        bodies[0].passage(ends.first..<run.first), bodies[1].passage(ends.second..<run.second),
      ]
      if !texts[0].isEmpty || !texts[1].isEmpty {
        differences.append(Reprint.Difference(earlier: texts[0], later: texts[1]))
      }
      ends = (run.first + run.count, run.second + run.count)
    }
    return differences
  }
}

extension StoredField {
  /// What is printed between two of its searched characters, from the first to the last of a range.
  fileprivate func passage(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let start = scalars.lowerBound
    let bytes = bytes[sourceRange(of: start + range.lowerBound..<start + range.upperBound)]
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Finds pairs of texts that may have a passage in common.
struct ReprintCandidates {
  /// Two documents, the one with the lower number first.
  struct Pair: Hashable {
    var first: UInt32
    var second: UInt32
  }

  /// Fewer common characters are a phrase.
  static let leastCommon = 40
  /// How many runs are looked at together: a common passage of 27 characters has a fingerprint.
  private static let window = 16
  /// What more documents have is compared only with the one before and the first: a formula, or an announcement of every
  /// issue.
  private static let mostDocuments = 8
  /// How many fingerprints are kept, of eight bytes each; of larger indexes those of every second, third … kind.
  private static let mostFingerprints = 8 << 20

  /// Hash and document of each fingerprint.
  private var fingerprints: [UInt64] = []
  private var counts: [UInt32] = []
  /// Only hashes that this divides are kept.
  private var stride: UInt32 = 1

  mutating func add(_ scalars: [UInt32], document: UInt32) {
    var own: Set<UInt32> = []
    TextFingerprints.forEach(of: scalars, window: Self.window) { own.insert($0) }
    counts.append(UInt32(own.count))
    for hash in own where hash.isMultiple(of: stride) {
      fingerprints.append(UInt64(hash) << 32 | UInt64(document))
    }
    if fingerprints.count > Self.mostFingerprints {
      stride *= 2
      let stride = stride
      fingerprints.removeAll { !UInt32($0 >> 32).isMultiple(of: stride) }
    }
  }

  /// The pairs with so many fingerprints in common that they may have enough text in common, in their order.
  consuming func pairs(_ options: ReprintOptions) -> [Pair] {
    fingerprints.sort()
    var pairs: [UInt64] = []
    var start = 0
    while start < fingerprints.count {
      let hash = fingerprints[start] >> 32
      var end = start + 1
      while end < fingerprints.count, fingerprints[end] >> 32 == hash { end += 1 }
      let group = fingerprints[start..<end].map { $0 & 0xFFFF_FFFF }
      for place in group.indices.dropFirst() {
        let others =
          group.count <= Self.mostDocuments ? Array(0..<place) : place == 1 ? [0] : [0, place - 1]
        for other in others { pairs.append(group[other] << 32 | group[place]) }
      }
      start = end
    }
    fingerprints = []
    pairs.sort()
    var found: [Pair] = []
    var place = 0
    // Fingerprints are as dense as that, and by chance half as dense.
    let density = 2 / Double(Self.window + 1) / Double(stride) / 2
    while place < pairs.count {
      var end = place + 1
      while end < pairs.count, pairs[end] == pairs[place] { end += 1 }
      let pair = Pair(
        first: UInt32(pairs[place] >> 32), second: UInt32(truncatingIfNeeded: pairs[place]))
      let common = Double(end - place)
      let least =
        Double(min(counts[Int(pair.first)], counts[Int(pair.second)])) / Double(stride) / 2
      if common >= min(least * options.leastShare, Double(options.longPassage) * density) {
        found.append(pair)
      }
      place = end
    }
    return found
  }
}
