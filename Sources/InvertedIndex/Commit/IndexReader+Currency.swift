extension IndexReader {
  /// Whether this is still the newest commit of the file that `path` leads to.
  ///
  /// A commit appends to the file or takes its place; either is seen here as soon as a reader that is opened now would see it.
  /// False also if there is no such file, or nothing that can be read.
  ///
  /// - Complexity: O(1): the file is asked for by its name, and the two slots of its header are read.
  public func isNewest(at path: String) -> Bool {
    guard file.isOfFile(at: path) else { return false }
    return (try? CommitSlot.valid(in: file, path: path).newest) == slot
  }
}
