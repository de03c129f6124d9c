extension IndexReader {
  /// The original text of `document` and its searched characters, with which bytes each of these stands for.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged.
  /// - Complexity: O(*n*) in the length of the text.
  public func alignedText(of document: DocumentID) throws(IndexError) -> AlignedText {
    let (segment, local) = try locate(document)
    return try segments[segment].texts.aligned(of: local)
  }

  /// Whether the searched characters of `document` begin with some characters.
  ///
  /// - Throws: ``IndexError/corrupted(section:offset:reason:)`` if the index is damaged.
  /// - Complexity: O(*n*) in the length of the prefix.
  public func searchedText(
    of document: DocumentID, hasPrefix prefix: [UInt32]
  ) throws(IndexError) -> Bool {
    let (segment, local) = try locate(document)
    return try segments[segment].texts.searched(of: local).beginsWith(prefix)
  }
}
