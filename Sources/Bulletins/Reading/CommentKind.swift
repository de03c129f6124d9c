/// A way in which a Markdown file writes what nobody is to read.
enum CommentKind: CaseIterable {
  /// `<!-- … -->`
  case page
  /// `{/* … */}`, in files for a site that is made of components (MDX).
  case component

  var opening: [UInt8] { self == .page ? Self.pageOpening : Self.componentOpening }
  /// Three bytes.
  var closing: [UInt8] { self == .page ? Self.pageClosing : Self.componentClosing }

  private static let pageOpening = Array("<!--".utf8)
  private static let pageClosing = Array("-->".utf8)
  private static let componentOpening = Array("{/*".utf8)
  private static let componentClosing = Array("*/}".utf8)

  /// Where the last comment of each kind ends in a file that has any.
  static func lastEnds(in source: [UInt8]) -> [CommentKind: Int] {
    var ends: [CommentKind: Int] = [:]
    var end = source.count
    while end >= 3, ends.count < allCases.count {
      let last = source[end - 1]
      let kind = last == UInt8(ascii: ">") ? page : component
      if last == UInt8(ascii: ">") || last == UInt8(ascii: "}"), ends[kind] == nil,
        source[..<end].suffix(3).elementsEqual(kind.closing)
      {
        ends[kind] = end
      }
      end -= 1
    }
    return ends
  }
}
