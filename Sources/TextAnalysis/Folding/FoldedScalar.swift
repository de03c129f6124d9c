/// One scalar of a folded text and the bytes that it comes from.
struct FoldedScalar {
  let value: UInt32
  let scalarClass: ScalarClass
  /// Where its cluster begins in the original text, in bytes.
  let start: UInt32
  /// Where its cluster ends in the original text, in bytes.
  let end: UInt32
}
