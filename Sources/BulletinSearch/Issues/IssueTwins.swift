internal import Bulletins
internal import InvertedIndex

/// By what one issue in two files is known, whatever the kinds of the files.
///
/// An index keeps it of every issue, also of one whose articles it leaves out because a better file has them.
struct IssueSketch: Equatable, Sendable {
  /// The kind of a document, as in ``IssueSummary/encoding``; empty for a text file.
  var kind = ""
  /// What the file says of number and date, each in a form of its own.
  var names: [String] = []
  var text = TextSketch()

  /// Kinds from the best source to the worst: of text files and of those in which paragraphs, headings and tables
  /// stand as such nothing is lost, of pages some of it must be guessed.
  private static let order = [
    "", "docx", "odt", "epub", "html", "rtf", "mail", "ofd", "pdf", "doc",
  ]

  /// How good a source the file is, from 0, the best.
  fileprivate var rank: Int { Self.order.firstIndex(of: kind) ?? Self.order.count }

  /// Those of ``names`` that are numbers.
  fileprivate var numbers: [String] { names.filter { $0.contains("#") || $0.contains("/") } }

  init() {}

  /// - Parameters:
  ///   - kind: The kind of the file.
  ///   - issues: The issue as the file alone shows it, or those of a volume: what siblings decide must not decide who
  ///     its twin is.
  init(kind: String, issues: [Bulletin]) {
    self.kind = kind
    var names: Set<String> = []
    for issue in issues {
      for article in issue.articles {
        text.add(article.title)
        text.add(article.text.string)
      }
      names.formUnion(Self.names(of: issue.masthead))
    }
    self.names = names.sorted().prefix(Self.mostNames).map(\.self)
  }

  private static func names(of masthead: Masthead) -> Set<String> {
    var names: Set<String> = []
    for claim in masthead.claims {
      if let date = claim.date { names.insert("\(date)") }
      guard let number = claim.number else { continue }
      if let total = number.total { names.insert("#\(total)") }
      if let first = number.number, let year = number.year ?? masthead.date?.year {
        names.insert("\(year)/\(first)")
      }
    }
    return names
  }

  private static let mostNames = 8
}

extension IssueSketch {
  func append(to writer: inout ByteWriter) {
    writer.append(kind)
    writer.appendVarint(names.count)
    for name in names { writer.append(name) }
    text.append(to: &writer)
  }

  /// Reads what ``append(to:)`` wrote.
  ///
  /// - Throws: `IndexError.corrupted` if it is cut short.
  init(_ cursor: inout ByteCursor) throws {
    kind = try cursor.string()
    for _ in 0..<(try cursor.varint(atMost: Self.mostNames)) { names.append(try cursor.string()) }
    text = try TextSketch(&cursor)
  }
}

/// Finds issues that stand in files of several kinds, as `9.docx` and `9.pdf`.
///
/// Two files of a folder are twins if their kinds differ and one at least is a document, if their names but for the
/// endings are the same or they say the same number or date, and if their texts are nearly the same. Files of different
/// folders, as `pdf/9.pdf` and `word/9.docx`, have to say the same number.
struct IssueTwins {
  /// With so many files of one name or date, it says nothing.
  private static let mostNamesakes = 50

  /// The places of those that are left out, each with the place of the better file.
  private(set) var better: [Int: Int] = [:]

  /// - Parameter files: What is known of each file, with its path.
  init(_ files: [(path: String, sketch: IssueSketch)]) {
    var folders: [Substring: [Int]] = [:]
    for (place, file) in files.enumerated() {
      folders[file.path[..<Self.nameStart(of: file.path)], default: []].append(place)
    }
    for places in folders.values {
      findTwins(places, files) { ["=" + Self.stem(of: $0.path)] + $0.sketch.names }
    }
    guard folders.count > 1 else { return }
    findTwins(files.indices.filter { better[$0] == nil }, files) { $0.sketch.numbers }
    // The better file of one may have been found to have a better one itself.
    for (place, other) in better {
      if let best = better[other] { better[place] = best }
    }
  }

  private mutating func findTwins(
    _ places: [Int], _ files: [(path: String, sketch: IssueSketch)],
    namedBy namesOf: ((path: String, sketch: IssueSketch)) -> [String]
  ) {
    guard places.contains(where: { !files[$0].sketch.kind.isEmpty }) else { return }
    let sorted = places.sorted { left, right in
      let (first, second) = (files[left], files[right])
      return first.sketch.rank != second.sketch.rank
        ? first.sketch.rank < second.sketch.rank
        : first.path.utf8.lexicographicallyPrecedes(second.path.utf8)
    }
    var namesakes: [String: [Int]] = [:]
    for place in sorted {
      let file = files[place]
      let names = namesOf(file)
      let twin = names.lazy.flatMap { namesakes[$0] ?? [] }.first { other in
        files[other].sketch.kind != file.sketch.kind
          && files[other].sketch.text.resembles(file.sketch.text)
      }
      if let twin {
        better[place] = twin
        continue
      }
      for name in names where namesakes[name]?.count ?? 0 < Self.mostNamesakes {
        namesakes[name, default: []].append(place)
      }
    }
  }

  private static func nameStart(of path: String) -> String.Index {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
  }

  /// The name without its ending.
  private static func stem(of path: String) -> String {
    let name = path[nameStart(of: path)...]
    return (name.lastIndex(of: ".").map { name[..<$0] } ?? name).lowercased()
  }
}
