/// Reads the bytes of a file as an issue of a bulletin.
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

  /// Reads an issue.
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
      mostArticles: mostArticles)
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
      file, location: FileLocation(path: path), wish: cutting, mostArticles: mostArticles)
    return issue.read()
  }

  private static func read(_ text: [UInt8], fileName: String) -> ReadFile {
    let name = fileName.lowercased()
    let isHTML = name.hasSuffix(".html") || name.hasSuffix(".htm") || name.hasSuffix(".xhtml")
    if isHTML { return HTMLReader(text).read() }
    return MarkdownReader(text, hasComponents: name.hasSuffix(".mdx")).read()
  }
}
