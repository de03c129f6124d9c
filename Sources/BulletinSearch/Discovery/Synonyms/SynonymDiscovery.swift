internal import InvertedIndex
internal import TextAnalysis

/// Finds names that stand for each other, by the articles that say so.
///
/// What is a matter of form (中国联合网络通信有限公司（中国联通）, Link Time Optimization (LTO)) is believed once. What only stands
/// side by side (循环神经网络（RNN）) is believed when two places say so in other words, and where the Han name
/// begins is what they have in common. A name that is said to be several is left out: who searches for it could
/// not understand what is found.
struct SynonymDiscovery {
  /// The most pairs of names that are remembered, which bounds memory; collections of 20,000 documents have some
  /// thousand.
  private static let maximumPairCount = 200_000
  /// How many places of a pair count; nobody looks at more.
  private static let maximumContextCount = 100
  private static let evidenceCount = 3
  /// How many characters up to the end of a definition tell two places apart.
  ///
  /// Reprints have the same ones.
  private static let contextLength = 40
  /// What only stands side by side needs so many places, and one more if the acronym has two letters only.
  private static let leastJuxtapositions = 2
  /// A Han name that one place defines and that stands in so many times the articles of the full one has another
  /// meaning, as 申请者 or 新证.
  private static let mostFrequent = 10
  /// Of several full names for a short one, the best needs so many times the places of the next.
  private static let margin = 2

  fileprivate struct Pair: Hashable {
    var short: String
    var full: String
  }

  fileprivate struct Place {
    var document: DocumentID
    /// Bytes of the stored text.
    var range: Range<Int>
  }

  fileprivate struct Support {
    /// As they are written at the first place.
    var short: String
    var full: String
    var ground: Definition.Ground
    var contexts: Set<String> = []
    var places: [Place] = []
    /// Whether a place says 简称 and where the name begins.
    var isCertain = false
    /// Whether at a place nothing stands before the full name that could be a part of it.
    var isBounded = false

    var count: Int { contexts.count + (isCertain ? 1 : 0) }
  }

  private let index: BulletinIndex
  private let analyzer = TextAnalyzer()
  private var found: [Pair: Support] = [:]

  init(_ index: BulletinIndex) throws {
    self.index = index
    for document in 0..<index.reader.documentCount {
      try read(DocumentID(rawValue: UInt32(document)))
    }
  }

  private mutating func read(_ document: DocumentID) throws {
    let bytes = try index.reader.text(of: document)
    var text: [UInt32] = []
    var offsets: [Int] = []
    var offset = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      text.append(scalar.value)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    for definition in try DefinitionScanner(text, analyzer: analyzer).definitions {
      // Folded, since the same issue may be there in traditional characters too.
      let context = folded(Array(text[..<definition.range.upperBound].suffix(Self.contextLength)))
      let range = offsets[definition.range.lowerBound]..<offsets[definition.range.upperBound]
      add(definition, context: context, Place(document: document, range: range))
    }
  }

  private mutating func add(
    _ definition: Definition, context: String, _ place: Place
  ) {
    let short = folded(definition.short)
    for start in definition.starts {
      let written = Array(definition.full[start...])
      let pair = Pair(short: short, full: folded(written))
      guard pair.short != pair.full, found[pair] != nil || found.count < Self.maximumPairCount
      else {
        continue
      }
      var support =
        found[pair]
        ?? Support(
          short: String(scalars: definition.short), full: String(scalars: written),
          ground: definition.ground)
      if definition.starts.count == 1, definition.isMarked { support.isCertain = true }
      if start == 0, definition.isBounded { support.isBounded = true }
      if support.contexts.count < Self.maximumContextCount,
        support.contexts.insert(context).inserted,
        support.places.count < Self.evidenceCount
      {
        support.places.append(place)
      }
      found[pair] = support
    }
  }

  private func folded(_ scalars: [UInt32]) -> String {
    String(scalars: analyzer.fold(Array(String(scalars: scalars).utf8)).scalars)
  }
}

// MARK: - What is believed

extension SynonymDiscovery {
  /// The pairs, those first that most places define.
  ///
  /// - Parameters:
  ///   - limit: How many at most.
  ///   - prefix: How one of the names begins.
  ///   - minimumDefinitions: In how many places they are defined at least.
  ///   - known: Names of the user, which are left out.
  /// - Returns: The pairs with their places.
  /// - Throws: `IndexError` if the index is damaged, `AnalysisError` if ICU fails.
  func synonyms(limit: Int, prefix: String, minimumDefinitions: Int, known: Synonyms?) throws
    -> [SuggestedSynonym]
  {
    let prefix = folded(Array(prefix.unicodeScalars.map(\.value)))
    let wanted = believed().filter { pair, support in
      (prefix.isEmpty || pair.short.hasPrefix(prefix) || pair.full.hasPrefix(prefix))
        && support.contexts.count >= minimumDefinitions
        && !(known?.others(of: pair.short.unicodeScalars.map(\.value)) ?? [])
          .contains { folded($0.unicodeScalars.map(\.value)) == pair.full }
    }
    let sorted = wanted.sorted {
      ($1.support.count, $0.pair.short, $0.pair.full)
        < ($0.support.count, $1.pair.short, $1.pair.full)
    }
    var synonyms: [SuggestedSynonym] = []
    for (_, support) in sorted where synonyms.count < limit {
      let synonym = try synonym(support)
      if !hasOtherMeaning(synonym) { synonyms.append(synonym) }
    }
    return synonyms
  }

  private func hasOtherMeaning(_ synonym: SuggestedSynonym) -> Bool {
    Self.isHan(synonym.short) && synonym.definitions == 1
      && synonym.shortArticles > Self.mostFrequent * synonym.fullArticles
  }

  private func believed() -> [(pair: Pair, support: Support)] {
    var byShort: [String: [(pair: Pair, support: Support)]] = [:]
    for (pair, support) in found { byShort[pair.short, default: []].append((pair, support)) }
    var chosen: [(pair: Pair, support: Support)] = []
    for candidates in byShort.values {
      for isHan in [true, false] {
        let ofScript = candidates.filter { Self.isHan($0.pair.full) == isHan }
        let byForm = ofScript.filter { $0.support.ground == .form }
        if let best = byForm.isEmpty ? Self.longestCommon(ofScript) : Self.clearest(byForm) {
          chosen.append(best)
        }
      }
    }
    // 芯片 beside SoC and beside MCU is neither: it says of what kind they are.
    var shortNames: [String: Int] = [:]
    for (pair, support) in chosen where support.ground == .juxtaposition {
      shortNames[pair.full, default: 0] += 1
    }
    return chosen.filter {
      $0.support.ground == .form || shortNames[$0.pair.full] == 1
    }
  }

  /// The pair that most places define, if it is clear which that is.
  private static func clearest(_ pairs: [(pair: Pair, support: Support)])
    -> (pair: Pair, support: Support)?
  {
    let sorted = pairs.sorted {
      ($1.support.count, $0.pair.full) < ($0.support.count, $1.pair.full)
    }
    guard let best = sorted.first else { return nil }
    // The plural, and what is the same from some word on, is no other name.
    let next = sorted.dropFirst().first {
      !$0.pair.full.hasSuffix(best.pair.full) && !best.pair.full.hasSuffix($0.pair.full)
        && $0.pair.full != best.pair.full + "s" && $0.pair.full + "s" != best.pair.full
    }
    guard let next else { return best }
    return best.support.count >= margin * next.support.count ? best : nil
  }

  /// Of what stands before an acronym, the longest that at least half of the places have in common.
  private static func longestCommon(_ pairs: [(pair: Pair, support: Support)])
    -> (pair: Pair, support: Support)?
  {
    let most = pairs.map(\.support.count).max() ?? 0
    let common = pairs.filter {
      let least = leastJuxtapositions + ($0.pair.short.unicodeScalars.count == 2 ? 1 : 0)
      return $0.support.count >= max(least, (most + 1) / 2) && $0.support.isBounded
    }
    let longest = common.max {
      ($0.pair.full.count, $0.support.count, $1.pair.full)
        < ($1.pair.full.count, $1.support.count, $0.pair.full)
    }
    guard let longest else { return nil }
    // Another name that as many places give makes it unclear.
    let isUnclear = common.contains {
      !longest.pair.full.hasSuffix($0.pair.full) && !$0.pair.full.hasSuffix(longest.pair.full)
        && margin * $0.support.count > longest.support.count
    }
    return isUnclear ? nil : longest
  }

  private static func isHan(_ name: String) -> Bool {
    name.unicodeScalars.contains { NameCharacters.isHan($0.value) }
  }

  private func synonym(_ support: Support) throws -> SuggestedSynonym {
    SuggestedSynonym(
      short: support.short, full: support.full, definitions: support.contexts.count,
      shortArticles: try articleCount(of: support.short),
      fullArticles: try articleCount(of: support.full),
      evidence: try support.places.map(evidence))
  }

  /// In how many articles a name stands; one word of another script only as a word, since ISA is in disadvantage.
  private func articleCount(of name: String) throws -> Int {
    let scalars = analyzer.fold(Array(name.utf8)).scalars
    guard !scalars.contains(where: { !NameCharacters.isLetter($0) && !NameCharacters.isDigit($0) })
    else {
      return try index.count("\"\(name)\"").articles
    }
    return try index.reader.documentFrequency(of: TermKey.word(scalars[...]))
  }

  private func evidence(_ place: Place) throws -> SuggestedSynonym.Evidence {
    let article = try StoredArticle(place.document, in: index)
    let bytes = try index.reader.text(of: place.document)
    return SuggestedSynonym.Evidence(
      article: article.id, path: article.issue.path,
      line: article.record.place(ofTextOffset: place.range.lowerBound).line,
      text: String(decoding: bytes[place.range], as: UTF8.self))
  }
}
