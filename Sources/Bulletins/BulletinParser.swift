/// Reads the bytes of a file as an issue of a bulletin, or as those of a volume.
///
/// Nothing makes it fail: what cannot be recognised is text, and a file in which nothing can be
/// recognised is one article. The time is linear in the size of the file, whatever it holds.
public struct BulletinParser: Sendable {
  /// How long a file may be: places in it are kept in 32 bits, and decoded references may make its text a little longer.
  public static let maximumByteCount = 1 << 31

  /// More titles than this make a file no issue but a list of things, which is read as one article; as many lines make
  /// no contents.
  ///
  /// With as many in a file of the greatest size, each has sixty characters; and each takes half a kilobyte of memory.
  public static let mostArticles = ArticleLimit.count

  private let mostArticles: Int

  /// A parser for files of up to ``mostArticles`` articles.
  public init() { self.init(mostArticles: Self.mostArticles) }

  /// Reads files with at most so many articles.
  ///
  /// - Precondition: These are not more than usual.
  init(mostArticles: Int) {
    precondition(mostArticles <= Self.mostArticles, "more articles than there can be")
    self.mostArticles = mostArticles
  }

  /// Reads the issues of a file: one, or several if it is a volume, in the order of the file.
  ///
  /// Lines and columns are those of the file, and so are the bytes of the blocks, which all issues together tile.
  ///
  /// - Parameters:
  ///   - text: As for ``parse(_:path:cutting:)``.
  ///   - path: As there; a number or date in it says nothing of the issues of a volume.
  /// - Returns: The issues, some perhaps without articles; at least one.
  public func issues(_ text: [UInt8], path: String) -> [Bulletin] {
    precondition(text.count <= Self.maximumByteCount, "a file of more than 2 GiB")
    let location = FileLocation(path: path)
    return issues(Self.read(text, fileName: location.fileName), location)
  }

  /// Reads the issues of a document: one, or several if it is a volume.
  ///
  /// - Parameters:
  ///   - document: Its text, at most ``maximumByteCount`` bytes of it.
  ///   - path: As for a text file; its ending says nothing.
  /// - Returns: The issues, with places as those of a single one have them.
  package func issues(_ document: PlacedText, path: String) -> [Bulletin] {
    let file = PlacedReader(document).read()
    precondition(file.source.count <= Self.maximumByteCount, "a text of more than 2 GiB")
    return issues(file, FileLocation(path: path))
  }

  private func issues(_ file: ReadFile, _ location: FileLocation) -> [Bulletin] {
    let lineStarts = LineCounter.lineStarts(in: file.source)
    let issues = VolumeFinder(file, location: location).issues
    guard !issues.isEmpty else {
      var issue = IssueReader(
        file, location: location, mostArticles: mostArticles, lineStarts: lineStarts)
      return [issue.read()]
    }
    return issues.map { issue in
      var reader = IssueReader(
        file.part(issue.lines), location: location, issue: issue,
        mostArticles: mostArticles / issues.count, lineStarts: lineStarts)
      return reader.read()
    }
  }

  /// Reads a file as a single issue.
  ///
  /// - Parameters:
  ///   - text: The bytes of the file as valid UTF-8, at most ``maximumByteCount`` of them; a byte order mark counts as
  ///     a blank.
  ///   - path: The name of the file with those of its folders before it, as far as they are known and belong to
  ///     the bulletin, between slashes. `.html` and `.htm` are read as HTML, everything else as Markdown; a number
  ///     or date in the path is used where the text has none.
  ///   - cutting: How to divide the issue, as its siblings are; nil to decide by this file alone. It counts if it is
  ///     one of ``Bulletin/otherCuttings``, and ``Bulletin/cutting`` says what was done.
  /// - Returns: The issue; without articles if the file shows no text.
  public func parse(_ text: [UInt8], path: String, cutting: Cutting? = nil) -> Bulletin {
    precondition(text.count <= Self.maximumByteCount, "a file of more than 2 GiB")
    let location = FileLocation(path: path)
    var issue = IssueReader(
      Self.read(text, fileName: location.fileName), location: location, wish: cutting,
      mostArticles: mostArticles, lineStarts: LineCounter.lineStarts(in: text))
    return issue.read()
  }

  /// Reads an issue from a document.
  ///
  /// - Parameters:
  ///   - document: Its text, at most ``maximumByteCount`` bytes of it.
  ///   - path: As for a text file; its ending says nothing.
  ///   - cutting: As for a text file.
  /// - Returns: The issue, whose lines and offsets count in a text of one paragraph a line;
  ///   ``Bulletin/pages`` says where these stand in the document.
  package func parse(_ document: PlacedText, path: String, cutting: Cutting? = nil) -> Bulletin {
    let file = PlacedReader(document).read()
    precondition(file.source.count <= Self.maximumByteCount, "a text of more than 2 GiB")
    var issue = IssueReader(
      file, location: FileLocation(path: path), wish: cutting, mostArticles: mostArticles,
      lineStarts: LineCounter.lineStarts(in: file.source))
    return issue.read()
  }

  private static func read(_ text: [UInt8], fileName: String) -> ReadFile {
    let name = fileName.lowercased()
    let isHTML = name.hasSuffix(".html") || name.hasSuffix(".htm") || name.hasSuffix(".xhtml")
    if isHTML { return HTMLReader(text).read() }
    return MarkdownReader(text, hasComponents: name.hasSuffix(".mdx")).read()
  }
}
