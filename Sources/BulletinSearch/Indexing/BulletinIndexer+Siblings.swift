internal import InvertedIndex
internal import TextAnalysis

// An issue is divided into articles as its siblings are.
extension BulletinIndexer {
  /// All files with what they decide together; those that are to be divided otherwise are read once more.
  ///
  /// What is decided depends on what each file shows by itself, so once is enough, and twice where a file comes back
  /// whose better twin has gone. A file that cannot be read now, or has changed meanwhile, stays as it is until the
  /// next update.
  mutating func listing(
    of update: IndexUpdate, onProgress: (IndexingProgress) -> Void = { _ in }
  ) throws -> CommitListing {
    let analyzer = TextAnalyzer(dictionary: update.dictionary)
    var listing = collected(update)
    var deviating = listing.decide(analyzer: analyzer)
    for _ in 0..<Self.mostPasses {
      let inputs = deviating.compactMap { path, wish in update.input(ofKnown: path, wish: wish) }
      guard !inputs.isEmpty else { break }
      try addAgain(inputs, onProgress: onProgress)
      listing = collected(update)
      deviating = listing.decide(analyzer: analyzer)
    }
    listing.lookAgain(at: Set(deviating.map { PathKey($0.path) }))
    return listing
  }

  private static let mostPasses = 2

  private func collected(_ update: IndexUpdate) -> CommitListing {
    var listing = CommitListing(paths: update.paths, neighbours: update.neighbours)
    for file in update.files {
      if let parts = parts(ofReadAgain: file.path) {
        for part in parts { listing.add(part.record, part.group.map { .added($0) } ?? .note) }
        continue
      }
      switch file.step {
      case .keep(let known, _):
        for part in known.parts {
          // Where no article stays, the index is begun anew, and has no groups that could be kept.
          guard update.keepsArticles else {
            listing.add(part.record, .note)
            continue
          }
          listing.add(part.record, .kept(part.group), before: update.known(part.group))
        }
      case .note(let record): listing.add(record, .note)
      case .read, .fold:
        for part in parts(ofRead: file.path) {
          listing.add(part.record, part.group.map { .added($0) } ?? .note)
        }
      }
    }
    return listing
  }
}
