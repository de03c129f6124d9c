extension Segment {
  /// What codes texts as those of the segment are.
  ///
  /// Segments that are coded with it are merged by copying.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the segment is damaged.
  var coder: TextCoder {
    get throws(IndexError) {
      try TextCoder(alphabet: texts.alphabet, differenceCode: texts.code)
    }
  }
}
