/// One scalar of a folded text and the bytes that it comes from.
struct FoldedScalar {
  /// The scalar and what it is.
  let entry: FoldEntry
  /// Where its cluster begins in the original text, in bytes.
  let start: UInt32
  /// Where its cluster ends in the original text, in bytes.
  let end: UInt32

  var value: UInt32 { entry.scalar }
  var scalarClass: ScalarClass { entry.scalarClass }
  var isWord: Bool { entry.isWord }
  var cutClass: CutClass { entry.cutClass }
}
