/// Words: texts that end at a space.
extension QueryScanner {
  /// Where the word from `start` ends, which is at a space, a bar, or a bracket that ends the group;
  /// and its first bracket that has no other half.
  func wordEnd(from start: Int) -> (end: Int, unpaired: Int?) {
    var end = start
    var open: [Int] = []
    var unpaired: Int?
    while let scalar = scalar(at: end), !QuerySigns.isSpace(scalar), !QuerySigns.isBar(scalar) {
      if QuerySigns.isOpening(scalar) {
        open.append(end)
      } else if QuerySigns.isClosing(scalar), open.popLast() == nil {
        if !openings.isEmpty { break }
        unpaired = unpaired ?? end
      }
      end += 1
    }
    return (end, open.first ?? unpaired)
  }

  /// The word that begins at `position`, if it is no operator a text, or a prefix with a star.
  mutating func word() -> QueryToken {
    let start = position
    let end = checkedWordEnd()
    let text = string(start..<end)
    if QuerySigns.ors.contains(text) || QuerySigns.nots.contains(text) {
      position = end
      return QuerySigns.ors.contains(text) ? .or(text) : .not(text)
    }
    return textOrPrefix(start..<end)
  }

  /// The value of a text field, in which there are no operators but the star and the factor.
  mutating func valueWord() -> QueryToken {
    reportNestedField()
    return textOrPrefix(position..<checkedWordEnd())
  }

  private mutating func checkedWordEnd() -> Int {
    let (end, unpaired) = wordEnd(from: position)
    // A bracket in front has been reported.
    if let unpaired, unpaired > position || QuerySigns.isClosing(scalars[unpaired]) {
      report(
        QuerySigns.isClosing(scalars[unpaired]) ? .unopenedBracket : .unclosedBracket,
        unpaired..<unpaired + 1)
    }
    return end
  }

  private mutating func textOrPrefix(_ word: Range<Int>) -> QueryToken {
    var end = word.upperBound
    if let caret = boostPlace(in: word) {
      acceptsBoost = true
      end = caret
    }
    position = end
    let stars = scalars[word.lowerBound..<end].filter(QuerySigns.isStar).count
    let stem = word.lowerBound..<end - 1
    if stars == 1, QuerySigns.isStar(scalars[end - 1]),
      scalars[stem].contains(where: QuerySigns.isLetterOrDigit)
    {
      return .prefix(string(stem))
    }
    return .text(string(word.lowerBound..<end))
  }

  /// Where the factor at the end of a word begins; 2^10 and x^2+y^2 have none.
  private mutating func boostPlace(in word: Range<Int>) -> Int? {
    guard let caret = scalars[word].firstIndex(where: QuerySigns.isCaret),
      scalars[word.lowerBound..<caret].contains(where: QuerySigns.isLetter)
    else { return nil }
    if let boost = boost(at: caret), boost.end == word.upperBound { return caret }
    let rest = scalars[caret + 1..<word.upperBound]
    if rest.allSatisfy({ ("0"..."9").contains($0) || $0 == "." || QuerySigns.isMinus($0) }) {
      report(.badBoost, caret..<word.upperBound)
    }
    return nil
  }
}

// MARK: - Fields

extension QueryScanner {
  /// What the name of a field at `position` and its value are; nil if there is no such name.
  mutating func fieldName() -> QueryToken? {
    guard !isInField else {
      reportNestedField()
      return nil
    }
    let start = position
    guard let (name, end) = name(at: start) else { return nil }
    guard !isBoundary(at: end) else {
      report(.missingValue, start..<end)
      position = end
      return .text(string(start..<end))
    }
    switch name {
    case .text(let field):
      position = end
      expectsValue = true
      return .field(field, typed: string(start..<end))
    case .number(let field):
      return value(from: start, end, .badNumber) { text, _ in
        NumberField.condition(field, text).map(QueryToken.number)
      }
    case .date:
      return value(from: start, end, .badDate) { text, today in
        DateRange(text, today: today).map(QueryToken.date)
      }
    }
  }

  /// The field whose name and colon are at `start`, and where they end.
  private func name(at start: Int) -> (name: FieldName, end: Int)? {
    let limit = min(start + FieldName.maximumLength + 1, scalars.count)
    guard let colon = scalars[start..<limit].firstIndex(where: QuerySigns.isColon),
      let name = FieldName(string(start..<colon))
    else { return nil }
    return (name, colon + 1)
  }

  private mutating func reportNestedField() {
    if let (_, end) = name(at: position) { report(.nestedField, position..<end) }
  }

  /// What `read` makes of the value from `valueStart` to the end of the word that begins at `start`;
  /// the whole word as text if that is nothing, also if it would be a range from the other end.
  private mutating func value(
    from start: Int, _ valueStart: Int, _ problem: QueryProblem.Kind,
    _ read: (String, CalendarDate?) -> QueryToken?
  ) -> QueryToken {
    let end = wordEnd(from: start).end
    let caret = scalars[valueStart..<end].firstIndex(where: QuerySigns.isCaret)
    let valueEnd = caret.flatMap { boost(at: $0)?.end == end ? $0 : nil } ?? end
    let text = string(valueStart..<valueEnd)
    guard let token = read(text, today) else {
      let isReversed = RangeExpression.reversed(text).flatMap { read($0, today) } != nil
      report(isReversed ? .reversedRange : problem, valueStart..<end)
      position = end
      return .text(string(start..<end))
    }
    position = valueEnd
    acceptsBoost = true
    return token
  }
}
