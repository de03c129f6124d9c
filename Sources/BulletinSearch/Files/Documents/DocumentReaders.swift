/// What reads each kind of document now: lines such as `docx/1` and `pdf/1 pdftotext/22.12.0`.
struct DocumentReaders: Sendable, Equatable {
  /// The lines by the kind and the version of the reader: `pdf/1`.
  private let lines: [String: String]
  /// What the record of a file says that no reader could cope with, so that another one is tried.
  let all: String

  /// No reader, as where the program that has them is missing.
  init() { self.init("") }

  /// - Parameter text: What `bsearch-extract --readers` has written.
  init(_ text: String) {
    var lines: [String: String] = [:]
    for line in text.split(separator: "\n") where line.utf8.count <= Self.longestLine {
      lines[String(line.prefix { $0 != " " })] = String(line)
    }
    self.lines = lines
    all = lines.values.sorted().joined(separator: ", ")
  }

  private static let longestLine = 200

  var isEmpty: Bool { lines.isEmpty }

  var sorted: [String] { lines.values.sorted() }

  /// The line of a reader with the version of its tool.
  func identity(of reader: String) -> String { lines[reader] ?? reader }

  /// Whether a document would be read otherwise today than it was.
  ///
  /// - Parameters:
  ///   - identity: What an index says has read it.
  ///   - wasRead: Whether there was a text.
  /// - Returns: False also if what would read it is away, and what was read is worth keeping.
  func isOutdated(_ identity: String, wasRead: Bool) -> Bool {
    guard !isEmpty, identity != all, !lines.values.contains(identity) else { return false }
    // What was read with a tool is not given up because the tool is away.
    let kind = identity.prefix { $0 != "/" }
    let now = lines.values.first { $0.hasPrefix(kind + "/") }
    return !(wasRead && now?.hasSuffix("/-") ?? false)
  }
}
