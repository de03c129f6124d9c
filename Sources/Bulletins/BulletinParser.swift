/// Reads the bytes of a file as an issue of a bulletin.
///
/// Nothing makes it fail: what cannot be recognised is text, and a file in which nothing can be
/// recognised is one article. The time is linear in the size of the file, whatever it holds.
public struct BulletinParser: Sendable {
  public init() {}

  /// Reads an issue.
  ///
  /// - Parameters:
  ///   - text: The bytes of the file as valid UTF-8; a byte order mark counts as a blank.
  ///   - fileName: The name without its folder. `.html` and `.htm` are read as HTML, everything
  ///     else as Markdown; a number or date in the name is used where the text has none.
  /// - Returns: The issue; without articles if the file shows no text.
  public func parse(_ text: [UInt8], fileName: String) -> Bulletin {
    var issue = IssueReader(Self.read(text, fileName: fileName), fileName: fileName)
    return issue.read()
  }

  private static func read(_ text: [UInt8], fileName: String) -> ReadFile {
    let name = fileName.lowercased()
    let isHTML = name.hasSuffix(".html") || name.hasSuffix(".htm") || name.hasSuffix(".xhtml")
    return isHTML ? HTMLReader(text).read() : MarkdownReader(text).read()
  }
}
