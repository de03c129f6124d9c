internal import TextAnalysis

extension DefinitionScanner {
  /// Characters that may be a name.
  struct Name {
    var range: Range<Int>
    /// Whether all of them are the name, and not only the last ones.
    var isBounded: Bool
    /// Whether a mark or a particle stands before them.
    var isSeparate: Bool
  }

  /// The name that a range is; nil if there is nothing in it.
  func name(_ range: Range<Int>) -> Name? {
    let range = trimmed(range)
    return range.isEmpty ? nil : Name(range: range, isBounded: true, isSeparate: true)
  }

  /// What a name before a place may be: what is in quotation marks there, Han characters, or words.
  func nameBefore(_ place: Int) throws -> Name? {
    var end = place
    while end > 0, isBlank(end - 1) { end -= 1 }
    guard end > 0 else { return nil }
    if let open = NameCharacters.openQuotes[text[end - 1]] {
      let earliest = max(end - Self.longestLatinName, 0)
      guard let start = text[earliest..<end - 1].lastIndex(of: open) else { return nil }
      return name(start + 1..<end - 1)
    }
    let isHan = NameCharacters.isHan(text[end - 1])
    let limit = isHan ? Self.longestFullName : Self.longestLatinName
    var start = end
    while start > max(end - limit, 0),
      isHan ? NameCharacters.isHan(text[start - 1]) : isOfLatinName(start - 1)
    {
      start -= 1
    }
    while start < end, isBlank(start) { start += 1 }
    guard start < end else { return nil }
    let name = Name(range: start..<end, isBounded: false, isSeparate: isSeparate(start))
    return isHan ? try behindParticles(name) : name
  }

  /// A name without the last particle or conjunction in it and what stands before that.
  private func behindParticles(_ name: Name) throws -> Name? {
    let (folded, words) = try folded(name.range)
    guard folded.count == name.range.count,
      let border = words.last(where: { isParticle($0, in: folded) })
    else { return name }
    let start = name.range.lowerBound + border.upperBound
    guard start < name.range.upperBound else { return nil }
    // What stands before 和 may belong to the name.
    let isSeparate = !NameCharacters.conjunctions.contains(folded[border.lowerBound])
    return Name(range: start..<name.range.upperBound, isBounded: false, isSeparate: isSeparate)
  }

  /// As a word of its own; 及 is none in 普及.
  private func isParticle(_ word: Range<Int>, in text: [UInt32]) -> Bool {
    word.count == 1 && NameCharacters.borders.contains(text[word.lowerBound])
  }

  /// RISC-V 产业联盟 is one name.
  private func isSeparate(_ place: Int) -> Bool {
    var before = place
    while before > 0, isBlank(before - 1) { before -= 1 }
    return before == 0 || !NameCharacters.isHan(text[before - 1]) && !isOfLatinName(before - 1)
  }

  private func isOfLatinName(_ place: Int) -> Bool {
    let scalar = text[place]
    return NameCharacters.isLetter(scalar) || NameCharacters.isDigit(scalar) || scalar == 0x20
      || scalar == 0x2D
  }

  private func isHanName(_ range: Range<Int>) -> Bool {
    range.allSatisfy { NameCharacters.isHan(text[$0]) }
  }

  private func isLatinName(_ range: Range<Int>) -> Bool {
    range.allSatisfy(isOfLatinName) && range.contains { NameCharacters.isLetter(text[$0]) }
  }

  /// One word of capitals, but for one letter behind the first or the s of a plural, as RVV, SoC or GPUs.
  private func isWrittenInCapitals(_ acronym: Range<Int>) -> Bool {
    guard NameCharacters.isCapital(text[acronym.lowerBound]) else { return false }
    let body = text[acronym.upperBound - 1] == 0x73 ? acronym.dropLast() : acronym
    return body.count { !NameCharacters.isCapital(text[$0]) } <= 1
  }

  /// One word with at least two capitals, as LLVM, UIKit or SoC.
  private func isAcronym(_ range: Range<Int>) -> Bool {
    guard Self.acronymLengths.contains(range.count), NameCharacters.isLetter(text[range.lowerBound])
    else { return false }
    return range.count { NameCharacters.isCapital(text[$0]) } >= 2
      && range.allSatisfy { NameCharacters.isLetter(text[$0]) || NameCharacters.isDigit(text[$0]) }
  }
}

// MARK: - What they say

extension DefinitionScanner {
  /// What 全称（简称） says.
  mutating func add(short: Range<Int>, after full: Name, isMarked: Bool, end: Int) throws {
    if Self.shortNameLengths.contains(short.count), isHanName(short), isHanName(full.range) {
      let (text, words) = try folded(full.range)
      let name = try folded(short).text
      guard text.count == full.range.count, isMarked || isBody(text),
        let start = AbbreviationForm.start(
          of: name, in: text, words: words, isMarked: isMarked),
        !full.isBounded || start == 0
      else { return }
      let range = full.range.lowerBound + start..<full.range.upperBound
      append(short, range, .form, isMarked: isMarked, from: range.lowerBound, to: end)
    } else if isAcronym(short), isLatinName(full.range) {
      let words = words(of: full.range)
      guard
        let first = AbbreviationForm.firstWord(of: Array(text[short]), in: words.map(string))
      else { return }
      let range = words[first].lowerBound..<full.range.upperBound
      append(short, range, .form, isMarked: isMarked, from: range.lowerBound, to: end)
    } else if isAcronym(short), isWrittenInCapitals(short), isHanName(full.range) {
      let isLed = NameCharacters.prepositions.contains(self.text[full.range.lowerBound])
      let range = isLed && !full.isBounded ? full.range.dropFirst() : full.range
      let (text, words) = try folded(range)
      guard text.count == range.count else { return }
      let starts = full.isBounded ? [0] : words.map(\.lowerBound)
      append(
        short, range, .juxtaposition, isMarked: isMarked,
        starts: starts.filter { text.count - $0 >= Self.shortestTranslation },
        isBounded: isLed || full.isSeparate, from: range.lowerBound, to: end)
    }
  }

  /// What 简称（全称） says.
  mutating func add(full: Range<Int>, after short: Name, isMarked: Bool, end: Int) throws {
    if isHanName(full), isHanName(short.range) {
      let (text, words) = try folded(full)
      let (before, borders) = try folded(short.range)
      guard text.count == full.count, before.count == short.range.count, let first = text.first,
        let start = borders.map(\.lowerBound).last(where: { before[$0] == first }),
        !short.isBounded || start == 0, !words.contains(where: { isParticle($0, in: text) })
      else { return }
      let name = Array(before[start...])
      guard Self.shortNameLengths.contains(name.count),
        isMarked || isBody(text),
        AbbreviationForm.start(of: name, in: text, words: words, isMarked: isMarked) == 0
      else { return }
      let range = short.range.lowerBound + start..<short.range.upperBound
      append(range, full, .form, isMarked: isMarked, from: range.lowerBound, to: end)
      return
    }
    guard let acronym = words(of: short.range).last, acronym.upperBound == short.range.upperBound,
      isAcronym(acronym), !short.isBounded || acronym == short.range
    else { return }
    if isLatinName(full) {
      let words = words(of: full)
      guard AbbreviationForm.firstWord(of: Array(self.text[acronym]), in: words.map(string)) == 0
      else { return }
      append(acronym, full, .form, isMarked: isMarked, from: acronym.lowerBound, to: end)
    } else if isWrittenInCapitals(acronym), isHanName(full),
      Self.translationLengths.contains(full.count)
    {
      let (text, words) = try folded(full)
      guard !words.contains(where: { isParticle($0, in: text) }) else { return }
      append(
        acronym, full, .juxtaposition, isMarked: isMarked, starts: [0], from: acronym.lowerBound,
        to: end)
    }
  }

  /// Whether a full name that no 简称 goes with is that of a body or a place: 资源预加载与加载 in brackets behind 资源加载 is a
  /// remark.
  private func isBody(_ full: [UInt32]) -> Bool {
    full.last.map(NameCharacters.bodies.contains) == true
      || AbbreviationForm.legalFormLength(of: full) > 0
  }

  private mutating func append(
    _ short: Range<Int>, _ full: Range<Int>, _ ground: Definition.Ground, isMarked: Bool,
    starts: [Int] = [0], isBounded: Bool = true, from: Int, to end: Int
  ) {
    guard !starts.isEmpty else { return }
    definitions.append(
      Definition(
        short: Array(text[short]), full: Array(text[full]), starts: starts, isBounded: isBounded,
        ground: ground,
        isMarked: isMarked, range: from..<end))
  }

  private func folded(_ range: Range<Int>) throws -> (text: [UInt32], words: [Range<Int>]) {
    let analyzed = try analyzer.analyze(Array(string(range).utf8))
    return (analyzed.match.scalars, analyzed.tokens.map(\.range))
  }

  /// The words of other scripts between blanks and hyphens.
  private func words(of range: Range<Int>) -> [Range<Int>] {
    text[range].split { $0 == 0x20 || $0 == 0x2D }.map { $0.startIndex..<$0.endIndex }
  }

  private func string(_ range: Range<Int>) -> String {
    String(scalars: Array(text[range]))
  }
}
