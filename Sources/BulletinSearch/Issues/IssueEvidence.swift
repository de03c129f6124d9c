internal import Bulletins
internal import InvertedIndex

/// What a file says of the bulletin and the number of its issue, as far as it may matter for its siblings.
///
/// An index keeps it, so that what a folder decides can be decided anew whenever a sibling comes, changes or
/// goes, without reading any file again.
struct IssueEvidence: Equatable, Sendable {
  struct Name: Equatable, Sendable {
    var place: IssueClaim.Place
    var text: String
    /// Whether a number or a date stands with it, as in a masthead.
    var isDated = false
  }

  struct Number: Equatable, Sendable {
    var place: IssueClaim.Place
    var number: IssueNumber
  }

  /// In the order of trust.
  var names: [Name] = []
  /// In the order of trust.
  var numbers: [Number] = []
  /// What stands before the first or behind the last mark that divides a title: 山茶周刊 of `山茶周刊｜春天来了`.
  var titleParts: [String] = []

  init() {}

  init(_ masthead: Masthead) {
    for claim in masthead.claims {
      if let name = claim.name {
        // The front matter has title and date in lines of their own, which is no masthead.
        let isDated = claim.number != nil || claim.date != nil && claim.place != .frontMatter
        names.append(Name(place: claim.place, text: name, isDated: isDated))
      }
      if let number = claim.number {
        numbers.append(Number(place: claim.place, number: number))
      }
      for part in Self.parts(of: claim.title ?? "") where !titleParts.contains(part) {
        titleParts.append(part)
      }
    }
  }

  private static let titleMarks: Set<Character> = ["|", "｜", "：", ":", "—", "–", "·", "丨"]
  /// A longer part of a title is no name.
  private static let maximumPartLength = 30

  /// The first and the last part of a title that is divided.
  static func parts(of title: String) -> [String] {
    let parts = title.split(whereSeparator: titleMarks.contains)
      .map { String($0.trimmingBlanks) }.filter { !$0.isEmpty }
    guard parts.count > 1 else { return [] }
    return [parts[0], parts[parts.count - 1]].filter { $0.count <= maximumPartLength }
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    var rest = self
    while rest.first?.isWhitespace ?? false { rest.removeFirst() }
    while rest.last?.isWhitespace ?? false { rest.removeLast() }
    return rest
  }
}

// MARK: - Of lines of JSON

extension IssueEvidence {
  /// The bulletin that a line of JSON names.
  var givenBulletin: String? { names.first { $0.place == .frontMatter }?.text }
  /// The file that the issue of a line of JSON was read from.
  var givenFile: String? { names.first { $0.place == .fileName }?.text }
  /// The number that a line of JSON gives.
  var givenNumber: IssueNumber? { numbers.first?.number }
}

// MARK: - In the row of a file

extension IssueEvidence {
  /// Appends names, numbers and parts of titles, each with a count in front.
  func append(to writer: inout ByteWriter) {
    writer.appendVarint(names.count)
    for name in names {
      writer.appendVarint(name.place.rawValue * 2 + (name.isDated ? 1 : 0))
      writer.append(name.text)
    }
    writer.appendVarint(numbers.count)
    for number in numbers {
      writer.append(UInt8(number.place.rawValue))
      number.number.append(to: &writer)
    }
    writer.appendVarint(titleParts.count)
    for part in titleParts { writer.append(part) }
  }

  /// Reads what ``append(to:)`` wrote.
  ///
  /// - Throws: `IndexError.corrupted` if it is something else.
  init(_ cursor: inout ByteCursor) throws {
    func place(_ value: Int) throws -> IssueClaim.Place {
      guard let place = IssueClaim.Place(rawValue: value) else { throw IndexError.unknownPlace }
      return place
    }
    for _ in 0..<(try cursor.varint(atMost: Self.mostClaims)) {
      let code = try cursor.varint(atMost: Int(UInt8.max))
      names.append(
        Name(place: try place(code / 2), text: try cursor.string(), isDated: code % 2 == 1))
    }
    for _ in 0..<(try cursor.varint(atMost: Self.mostClaims)) {
      numbers.append(
        Number(place: try place(Int(try cursor.uint8())), number: try IssueNumber(&cursor)))
    }
    for _ in 0..<(try cursor.varint(atMost: Self.mostClaims)) {
      titleParts.append(try cursor.string())
    }
  }

  /// Passes over what ``append(to:)`` wrote.
  ///
  /// - Throws: `IndexError.corrupted` if it is cut short.
  static func skip(_ cursor: inout ByteCursor) throws {
    for _ in 0..<(try cursor.varint(atMost: mostClaims)) {
      _ = try cursor.varint()
      try cursor.skipString()
    }
    for _ in 0..<(try cursor.varint(atMost: mostClaims)) {
      try cursor.skip(2)
      for _ in 0..<IssueNumber.storedNumberCount { _ = try cursor.varint() }
      try cursor.skipString()
    }
    for _ in 0..<(try cursor.varint(atMost: mostClaims)) { try cursor.skipString() }
  }

  /// A file says less than this.
  private static let mostClaims = 1_000
}

extension IndexError {
  fileprivate static var unknownPlace: IndexError {
    .corrupted(section: "catalogue", offset: 0, reason: "an issue that is named nowhere")
  }
}

extension IssueNumber {
  /// How many varints ``append(to:)`` writes.
  fileprivate static let storedNumberCount = 5

  /// Appends all but the theme: kind and unit as a byte, five numbers as varints, the part.
  fileprivate func append(to writer: inout ByteWriter) {
    let kindNumber = Kind.allCases.firstIndex(of: kind) ?? 0
    let unitNumber = Unit.allCases.firstIndex(of: unit) ?? 0
    writer.append(UInt8(kindNumber * Unit.allCases.count + unitNumber))
    for number in [year, number, lastNumber, volume, total] {
      writer.appendVarint(number.map { max(0, min($0, Int(Int32.max) - 1)) + 1 } ?? 0)
    }
    writer.append(part ?? "")
  }

  fileprivate init(_ cursor: inout ByteCursor) throws {
    self.init()
    let code = Int(try cursor.uint8())
    guard code < Kind.allCases.count * Unit.allCases.count else { throw IndexError.unknownPlace }
    kind = Kind.allCases[code / Unit.allCases.count]
    unit = Unit.allCases[code % Unit.allCases.count]
    func number() throws -> Int? {
      let number = try cursor.varint(atMost: Int(Int32.max))
      return number == 0 ? nil : number - 1
    }
    year = try number()
    self.number = try number()
    lastNumber = try number()
    volume = try number()
    total = try number()
    let text = try cursor.string()
    part = text.isEmpty ? nil : text
  }
}
