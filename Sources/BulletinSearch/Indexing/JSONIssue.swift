internal import Bulletins

/// The issue that a line of JSON says its document to be of.
///
/// Lines that follow each other and say the same are one issue. What a line says is taken as it is: it was decided where
/// the line comes from, and no folder decides it again.
struct JSONIssue: Equatable, Decodable {
  /// Tells issues apart that are alike in all else, as two of one day; nothing is called by it.
  var id: String?
  var bulletin: String?
  var year: Int?
  var volume: Int?
  var number: Int?
  var lastNumber: Int?
  var total: Int?
  var part: String?
  var kind: IssueNumber.Kind?
  var date: IssueDate?
  var publisher: String?
  /// The file that it was read from: an issue without number and date is called by its name.
  var file: String?

  private enum Key: String, CodingKey {
    case id, bulletin, year, volume, number, lastNumber, total, part, kind, date, publisher, file
  }

  /// What is not of the form that it should have is as good as not there.
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    func text(_ key: Key) -> String? {
      let text = (try? container.decode(String.self, forKey: key)).map(Self.line)
      return text?.isEmpty ?? true ? nil : text
    }
    func number(_ key: Key) -> Int? {
      (try? container.decode(Int.self, forKey: key)).flatMap {
        Self.numbers.contains($0) ? $0 : nil
      }
    }
    id = text(.id)
    bulletin = text(.bulletin)
    year = number(.year)
    volume = number(.volume)
    self.number = number(.number)
    lastNumber = number(.lastNumber)
    total = number(.total)
    part = text(.part)
    kind = text(.kind).flatMap(IssueNumber.Kind.init(rawValue:))
    date = text(.date).flatMap(IssueDate.init(iso:))
    publisher = text(.publisher)
    file = text(.file)
  }

  /// No bulletin has more issues, and no year is later.
  private static let numbers = 0...999_999_999

  /// A text in one line, as names are that are read from issues.
  private static func line(_ text: String) -> String {
    guard text.contains(where: \.isNewline) else { return text }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// Its number; nil for an issue that is called by its date or its file.
  private var issueNumber: IssueNumber? {
    guard [year, volume, number, total].contains(where: { $0 != nil }) || kind != nil else {
      return nil
    }
    return IssueNumber(
      year: year, number: number, lastNumber: lastNumber, volume: volume, total: total,
      kind: kind ?? .regular, part: part)
  }

  /// What an index keeps of it for all later commits.
  var evidence: IssueEvidence {
    var evidence = IssueEvidence()
    if let bulletin {
      evidence.names.append(IssueEvidence.Name(place: .frontMatter, text: bulletin))
    }
    if let file { evidence.names.append(IssueEvidence.Name(place: .fileName, text: file)) }
    if let issueNumber {
      evidence.numbers.append(IssueEvidence.Number(place: .frontMatter, number: issueNumber))
    }
    return evidence
  }
}

extension IssueNumber.Kind: Decodable {}
