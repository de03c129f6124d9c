/// Why a field of a query is not taken.
package struct ParameterError: Error, Equatable {
  package enum Reason: Equatable {
    case missing
    case unknown
    case repeated
    case tooMany(limit: Int)
    case tooLong(limit: Int)
    case noNumber(ClosedRange<Int>)
    case noChoice([String])
    case noDate
    case reversedDates
  }

  package var name: String
  package var reason: Reason
}

/// Takes the fields of a query one after the other, so that in the end it is known which were not asked for.
package struct ParameterReader {
  private let query: QueryString
  private var known: Set<String> = []

  /// Longer texts are cut out of the address by some browsers; a query of this length is a page of a book.
  package static let longestText = 4096
  /// More values of one name are no choice any more.
  private static let mostValues = 16
  /// Names and numbers are no longer.
  private static let longestValue = 256

  package init(_ query: QueryString) { self.query = query }

  /// A text that may be empty; nil if it is not there.
  package mutating func text(_ name: String) throws(ParameterError) -> String? {
    let values = query.values(name)
    known.insert(name)
    guard values.count < 2 else { throw ParameterError(name: name, reason: .repeated) }
    return try values.first.map { value throws(ParameterError) in try bounded(value, name) }
  }

  /// A text that has to be there.
  package mutating func required(_ name: String) throws(ParameterError) -> String {
    guard let text = try text(name), !text.isEmpty else {
      throw ParameterError(name: name, reason: .missing)
    }
    return text
  }

  /// All values of a name that are not empty.
  package mutating func list(
    _ name: String, atMost limit: Int = mostValues, longest: Int = longestValue
  ) throws(ParameterError) -> [String] {
    known.insert(name)
    let values = query.values(name).filter { !$0.isEmpty }
    guard values.count <= limit else {
      throw ParameterError(name: name, reason: .tooMany(limit: limit))
    }
    for value in values { _ = try bounded(value, name, longest) }
    return values
  }

  package mutating func number(_ name: String, in range: ClosedRange<Int>, default usual: Int)
    throws(ParameterError) -> Int
  {
    try optionalNumber(name, in: range) ?? usual
  }

  package mutating func optionalNumber(_ name: String, in range: ClosedRange<Int>)
    throws(ParameterError) -> Int?
  {
    guard let text = try text(name), !text.isEmpty else { return nil }
    guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let number = Int(text), range.contains(number)
    else { throw ParameterError(name: name, reason: .noNumber(range)) }
    return number
  }

  /// Whether a flag is set: `true` or `false`, and of a form `on`.
  package mutating func flag(_ name: String) throws(ParameterError) -> Bool {
    switch try text(name) {
    case "true", "on": return true
    case nil, "", "false": return false
    default: throw ParameterError(name: name, reason: .noChoice(["true", "false"]))
    }
  }

  package mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Choice.Type = Choice.self
  ) throws(ParameterError) -> Choice? where Choice.RawValue == String {
    guard let text = try text(name), !text.isEmpty else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw ParameterError(name: name, reason: .noChoice(Choice.allCases.map(\.rawValue)))
    }
    return choice
  }

  /// Asks that there is nothing else.
  package func finish() throws(ParameterError) {
    if let other = query.fields.first(where: { !known.contains($0.name) }) {
      throw ParameterError(name: other.name, reason: .unknown)
    }
  }

  private func bounded(
    _ value: String, _ name: String, _ limit: Int = longestText
  ) throws(ParameterError) -> String {
    guard value.unicodeScalars.count <= limit else {
      throw ParameterError(name: name, reason: .tooLong(limit: limit))
    }
    return value
  }
}
