/// A run of bytes of a text that were copied from the file as they are.
///
/// An empty one is the place in the file of what stands there in another form, as `&amp;` does.
public struct Piece: Hashable, Sendable {
  // Half of the memory of whole integers: a text of short lines has millions of pieces.
  private var packedTextOffset: UInt32
  private var packedSourceOffset: UInt32
  private var packedCount: UInt32

  /// - Precondition: All are below 2³².
  public init(textOffset: Int, sourceOffset: Int, count: Int) {
    packedTextOffset = UInt32(textOffset)
    packedSourceOffset = UInt32(sourceOffset)
    packedCount = UInt32(count)
  }

  /// Where the run begins in the text, in UTF-8 bytes.
  public var textOffset: Int {
    get { Int(packedTextOffset) }
    set { packedTextOffset = UInt32(newValue) }
  }

  /// Where it begins in the file, in bytes.
  public var sourceOffset: Int {
    get { Int(packedSourceOffset) }
    set { packedSourceOffset = UInt32(newValue) }
  }

  /// How many bytes the piece has.
  public var count: Int {
    get { Int(packedCount) }
    set { packedCount = UInt32(newValue) }
  }
}
