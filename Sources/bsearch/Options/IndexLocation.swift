/// Where an index is or is to be.
struct IndexLocation: Equatable {
  static let defaultName = ".bsearch"

  /// The path that was named; nil to look for one.
  var explicit: String?

  /// The path of the index that is there: the one that was named, else the nearest in `folder` or
  /// one of its parents.
  ///
  /// - Throws: ``CommandError``.
  func existing(from folder: String, exists: (String) -> Bool) throws(CommandError) -> String {
    if let explicit {
      guard exists(explicit) else { throw .missingIndex(path: explicit) }
      return explicit
    }
    guard !folder.isEmpty else { throw .noFolder }
    var parent = folder[...]
    while true {
      let path = parent.hasSuffix("/") ? parent + Self.defaultName : "\(parent)/\(Self.defaultName)"
      if exists(String(path)) { return String(path) }
      guard let slash = parent.lastIndex(of: "/"), parent != "/" else { break }
      parent = slash == parent.startIndex ? "/" : parent[..<slash]
    }
    throw .noIndex(folder: folder)
  }

  /// The path of an index that is to be written.
  var new: String {
    explicit ?? "./" + Self.defaultName
  }
}
