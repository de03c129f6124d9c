/// What cannot be read now is not gone: the article <doc:Safety> has the rule.
extension UpdatePlan {
  /// Lets the articles of files stay that the system did not give, or a link does not lead to any more.
  ///
  /// What is no file, or a link that is not to be followed, is known for what it is: its articles go.
  mutating func holdUnreadable() {
    let failures = situation.unreadable.filter(\.reason.isOfSystem)
    let held = hold(below: (failures + situation.lostLinks).map(\.path)) { _, _ in true }
    for file in situation.unreadable {
      let path = situation.paths.stored(file.path)
      let held = held[PathKey(path)]
      let keepsArticles = held?.hasIssues ?? false
      tell(file, keepsArticles: keepsArticles, isUnread: keepsArticles || !file.reason.isOfLink)
      // What it is, nobody knows; but of all shares only one says that it is there.
      guard !(held?.isItself ?? false), situation.share?.has(path) ?? true else { continue }
      var record = FileRecord(path: path, reading: FileReading(format: .bulletin))
      record.omit(FileRecord.Omission(line: 0, reason: file.reason))
      add(path, .note(record))
    }
    for link in situation.lostLinks
    where held[PathKey(situation.paths.stored(link.path))]?.hasIssues ?? false {
      tell(link, keepsArticles: true, isUnread: true)
    }
  }

  /// Lets the articles of folders stay that have nothing in them any more, as one has on which no drive is mounted.
  ///
  /// A folder of which a file was found elsewhere has been emptied by hand.
  mutating func holdEmptied() {
    guard !situation.forgetsEmptied else { return }
    let held = hold(below: situation.emptyFolders) { count, foundCount in
      count > 0 && foundCount == 0
    }
    for folder in situation.emptyFolders
    where held[PathKey(situation.paths.stored(folder))]?.hasIssues ?? false {
      tell(
        SkippedFile(path: folder, reason: .emptiedFolder), keepsArticles: true, isUnread: true)
    }
  }

  private mutating func tell(_ file: SkippedFile, keepsArticles: Bool, isUnread: Bool) {
    var file = file
    file.keepsArticles = keepsArticles
    skipped.append(file)
    if isUnread, file.reason.isOfSystem || keepsArticles { unread.append(file) }
  }

  /// Lets known files at or below some paths stay that were not found.
  ///
  /// - Parameters:
  ///   - paths: As they are shown.
  ///   - condition: Asked for each path, with the numbers of issues below it that were not found and that were.
  /// - Returns: What stays for each path, as it is written.
  private mutating func hold(
    below paths: [String], if condition: (_ count: Int, _ foundCount: Int) -> Bool
  ) -> [PathKey: Held] {
    guard !paths.isEmpty else { return [:] }
    let keys = Set(paths.map { PathKey(situation.paths.stored($0)) })
    let missing = knownFiles(below: keys) { !isTaken[$0] && !isHeld[$0] }
    // Mostly nothing is missing, and all that was found need not be gone through.
    guard !missing.isEmpty else { return [:] }
    let found = knownFiles(below: keys) { isTaken[$0] }
    var held: [PathKey: Held] = [:]
    for (key, indices) in missing {
      let count = indices.count { situation.known[$0].isIssue }
      guard condition(count, found[key]?.count ?? 0) else { continue }
      held[key] = Held(hasIssues: count > 0)
      for index in indices {
        let known = situation.known[index]
        guard PathKey(known.record.path) == key else {
          isHeld[index] = true
          continue
        }
        // What was left out before is noted anew.
        if known.isIssue { isHeld[index] = true } else { isTaken[index] = true }
        held[key]?.isItself = known.isIssue
      }
    }
    return held
  }

  /// The numbers of those of the known files that are at or below paths, for each of these.
  private func knownFiles(
    below keys: Set<PathKey>, where isWanted: (Int) -> Bool
  ) -> [PathKey: [Int]] {
    var files: [PathKey: [Int]] = [:]
    for (index, known) in situation.known.enumerated()
    where isWanted(index) && isInScope(known.record.path) {
      for key in PathNames.foldersAtAndAbove(known.record.path).map(PathKey.init)
      where keys.contains(key) {
        files[key, default: []].append(index)
      }
    }
    return files
  }

  /// What stays of the files at or below a path.
  private struct Held {
    var hasIssues: Bool
    /// Whether the path itself is an issue that stays.
    var isItself = false
  }
}
