internal import InvertedIndex
internal import TextAnalysis

extension QueryItem {
  /// Articles that have the text as it stands.
  var verbatimFilter: Filter {
    if let documents { return documents }
    if let written, form == .words || form == .exact {
      return .original(
        OriginalRun(
          utf8: written, terms: certainGrams(in: markedField), part: field.map(\.part)))
    }
    switch form {
    case .words, .exact: return run(readings)
    case .prefix: return .prefix(TermKey.wordPrefix(scalars[...], field: markedField))
    case .near(let distance):
      let runs = nearParts.map { textRun(text.match, $0, part: nil) }
      let near = Filter.near(NearRuns(runs: runs, distance: distance))
      guard written != nil || field != nil else { return near }
      // What else has to hold is put so that its occurrences do not count.
      return .excluding(near, .excluding(.all([]), .all(nearParts.map(partFilter))))
    }
  }

  /// Articles that have a part of ``Form/near(distance:)`` in the field, as it is written if it has to be.
  private func partFilter(_ range: Range<Int>) -> Filter {
    guard let written else { return run(text.match, range) }
    let terms = text.match.grams(of: range, in: markedField)
    return .original(
      OriginalRun(
        utf8: Array(written[text.match.sourceRange(of: range)]), terms: terms,
        part: field.map(\.part)))
  }

  /// Articles that have all required words of the text, wherever they stand.
  var scatteredFilter: Filter {
    .all(wordFilters)
  }

  /// For each required word of the text, articles that have it.
  var wordFilters: [Filter] {
    guard form == .words, written == nil, documents == nil else { return [verbatimFilter] }
    return requiredUnits.map { unit in
      let isTerm = !unit.isHan && (field == nil || markedField != nil)
      return isTerm
        ? .term(TermKey.word(scalars[unit.range], field: markedField)) : run(unit.readings)
    }
  }

  /// For each pair and word of the text, articles that have it.
  ///
  /// Single Han characters are left out beside pairs: an article with nothing but one of them has
  /// nothing of the text. So are pairs of nothing but ``OptionalWords``.
  var partFilters: [Filter] {
    guard form == .words, written == nil, field == nil else { return [verbatimFilter] }
    let words = text.tokens.filter(\.kind.isSpaced).map { scalars[$0.range] }
    // By position, since a pasted text may have thousands of words.
    var isTelling = Array(repeating: false, count: scalars.count)
    for index in requiredUnits.lazy.flatMap(\.range) { isTelling[index] = true }
    var terms = words.map { TermKey.word($0) }
    for index in scalars.indices.dropLast()
    where text.match.isWord(at: index) && text.match.isWord(at: index + 1)
      && (text.match.isHanLike(at: index) || text.match.isHanLike(at: index + 1))
      && (isTelling[index] || isTelling[index + 1])
    {
      terms.append(TermKey.gram(scalars[index...index + 1]))
    }
    if terms.isEmpty { return wordFilters }
    var known: Set<Term> = []
    return terms.filter { known.insert($0).inserted }.map { .term($0) }
  }

  /// Articles in which one of the readings stands.
  private func run(_ readings: [MatchText]) -> Filter {
    let runs = readings.map { run($0, 0..<$0.count) }
    return runs.count == 1 ? runs[0] : .any(runs)
  }

  /// Articles in which the characters of `range` stand as they do in a match text.
  private func run(_ match: MatchText, _ range: Range<Int>) -> Filter {
    let grams = match.grams(of: range, in: markedField)
    // One character or pair is a term itself, unless a mark belongs to it; there is nothing to confirm.
    let hasMark = !range.allSatisfy(match.isWord(at:))
    // 哈哈哈 has the pair twice and the text once.
    let overlapsItself =
      range.count == 2 && match.scalars[range.lowerBound] == match.scalars[range.lowerBound + 1]
    if grams.count == 1, range.count <= 2, !hasMark, !overlapsItself,
      field == nil || markedField != nil
    {
      return .term(grams[0])
    }
    return .run(textRun(match, range, part: field))
  }

  private func textRun(_ match: MatchText, _ range: Range<Int>, part: Field?) -> TextRun {
    TextRun(
      scalars: Array(match.scalars[range]),
      terms: match.grams(of: range, in: part.flatMap { _ in markedField }),
      part: part.map(\.part))
  }

  /// The field, if it has terms of its own.
  private var markedField: Field? {
    field.flatMap { TermKey.mark(of: $0) == nil ? nil : $0 }
  }
}

extension Field {
  /// The part of the stored texts that is the field.
  var part: TextPart {
    TextPart(
      separator: UInt32(Self.separator), number: rawValue, isLast: self == Self.stored.last)
  }
}
