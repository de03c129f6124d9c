internal import InvertedIndex
internal import TextAnalysis

// An issue is divided into articles as its siblings are.
extension BulletinIndexer {
  /// All files with what they decide together; those that are to be divided otherwise are read once more.
  ///
  /// What is decided depends on what each file shows by itself, so once is enough. A file that cannot be read
  /// now, or has changed meanwhile, stays as it is until the next update.
  mutating func listing(
    of update: IndexUpdate, onProgress: (IndexingProgress) -> Void = { _ in }
  ) throws -> CommitListing {
    let analyzer = TextAnalyzer(dictionary: update.dictionary)
    var listing = collected(update)
    let deviating = listing.decide(analyzer: analyzer)
    guard !deviating.isEmpty else { return listing }
    let inputs = deviating.compactMap { path, wish in update.input(ofKnown: path, wish: wish) }
    if !inputs.isEmpty {
      try addAgain(inputs, onProgress: onProgress)
      listing = collected(update)
      let left = listing.decide(analyzer: analyzer)
      listing.lookAgain(at: Set(left.map { PathKey($0.path) }))
    } else {
      listing.lookAgain(at: Set(deviating.map { PathKey($0.path) }))
    }
    return listing
  }

  private func collected(_ update: IndexUpdate) -> CommitListing {
    var listing = CommitListing(paths: update.paths)
    for file in update.files {
      if let parts = parts(ofReadAgain: file.path) {
        for part in parts { listing.add(part.record, part.group.map { .added($0) } ?? .note) }
        continue
      }
      switch file.step {
      case .keep(let known, _):
        for part in known.parts {
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
