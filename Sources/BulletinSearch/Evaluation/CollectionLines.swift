/// The lines of a file of a test collection that are not blank.
struct CollectionLines: ~Copyable {
  /// The longest line that is read; a query or a judgement is much shorter.
  static let maximumLineByteCount = 16 << 20

  /// A line and where it stands.
  struct Line {
    var text: String
    /// From 1.
    var number: Int

    /// The cells between tabs, or between blanks if there is no tab; those that are empty are left
    /// out.
    var cells: [String] {
      // A combining character may follow the tab, so it is looked for among scalars.
      text.unicodeScalars.contains("\t")
        ? text.unicodeScalars.split(separator: "\t").map(String.init) : words
    }

    /// The cells between blanks.
    var words: [String] {
      text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map(String.init)
    }
  }

  private let path: String
  private var lines: LineReader

  init(path: String) throws(EvaluationError) {
    self.path = path
    do {
      lines = try LineReader(path: path, limit: Self.maximumLineByteCount)
    } catch {
      throw .unreadable(path: error.path, reason: error.reason)
    }
  }

  /// The next line that is not blank; nil after the last.
  mutating func next() throws(EvaluationError) -> Line? {
    do {
      while let bytes = try lines.next() {
        var text = String(decoding: bytes, as: UTF8.self)
        if lines.count == 1, text.unicodeScalars.first == "\u{FEFF}" {
          text.unicodeScalars.removeFirst()
        }
        if text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) {
          return Line(text: text, number: lines.count)
        }
      }
      return nil
    } catch {
      throw .unreadable(path: error.path, reason: error.reason)
    }
  }
}
