/// A run of bytes of a text that were copied from the file as they are.
///
/// An empty one is the place in the file of what stands there in another form, as `&amp;` does.
public struct Piece: Hashable, Sendable {
  /// Where the run begins in the text, in UTF-8 bytes.
  public var textOffset: Int
  /// Where it begins in the file, in bytes.
  public var sourceOffset: Int
  public var count: Int

  public init(textOffset: Int, sourceOffset: Int, count: Int) {
    self.textOffset = textOffset
    self.sourceOffset = sourceOffset
    self.count = count
  }
}
