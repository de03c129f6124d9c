internal import InvertedIndex

/// What an update of an index does with each file.
struct UpdatePlan {
  /// A file as the index has it: one group of articles, or several of a large file of documents or of a volume.
  struct KnownFile {
    struct Part {
      /// The number of the group in the commit that is updated.
      var group: Int
      /// The segment that has its articles; nil if it has none.
      var segment: Int?
      /// The numbers of its articles in that commit.
      var documents: Range<UInt32> = 0..<0
      var record: FileRecord
    }

    var parts: [Part]

    var record: FileRecord { parts[0].record }
    /// Whether it has articles, and is not only known to have been left out.
    var isIssue: Bool { record.issue != nil }
  }

  /// What is done with a file.
  enum Step {
    /// Its articles stay; path and stamp may be others.
    case keep(KnownFile, isMoved: Bool)
    /// If it cannot be read after all, what is known of it stays, under its new path if it has moved.
    case read(InputFile, before: KnownFile?)
    /// Its articles are analysed again from what the index holds of them.
    case fold(KnownFile)
    /// It could not be looked at.
    case note(FileRecord)
  }

  struct File {
    var path: String
    var step: Step
  }

  /// All files of the index to be, in the order of the bytes of their paths.
  private(set) var files: [File] = []
  private(set) var changes = FileChanges()
  /// What could not be looked at, each with its reason.
  var skipped: [SkippedFile] = []
  /// What of it the system has failed to give, or what is there no more and stays all the same.
  var unread: [SkippedFile] = []

  /// What is known about the files before an update.
  struct Situation {
    var known: [KnownFile]
    var found: [FileFinder.FoundFile]
    /// Files and folders that could not be looked at, with their paths as they are shown.
    var unreadable: [SkippedFile]
    /// Links that lead nowhere, and folders that have nothing in them, with such paths.
    var lostLinks: [SkippedFile] = []
    var emptyFolders: [String] = []
    /// Whether files of a folder that has nothing in it any more are gone.
    var forgetsEmptied = false
    /// The paths at or below which everything was looked for.
    var scope: [String]
    var paths: PathNames
    /// The share of the files that the index takes; nil for all.
    var share: CollectionShare?
    /// Whether all files are read again.
    var readsAll: Bool
    /// Whether no article can stay as it is.
    var foldsAll = false
    /// Nanoseconds since 1970.
    var now: Int64
    /// Whether a document would be read otherwise today than it was.
    var isOutdated: (FileRecord) -> Bool = { _ in false }
    /// How files are read.
    var calls = SourceCalls.system
    /// Asked now and then, while files are compared, whether to stop; then the plan is of no use.
    var isCancelled: () -> Bool = { false }
  }

  let situation: Situation
  /// Which of the known files were found.
  var isTaken: [Bool]
  /// Which of them stay though they were not.
  var isHeld: [Bool]

  init(_ situation: Situation) {
    self.situation = situation
    isTaken = [Bool](repeating: false, count: situation.known.count)
    isHeld = isTaken
    files.reserveCapacity(situation.known.count + situation.found.count)
    var unknown: [InputFile] = []
    takeFound(unknown: &unknown)
    holdUnreadable()
    takeUnknown(unknown)
    holdEmptied()
    takeRest()
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    changes.sort()
    settleMoves()
  }

  /// Takes the files that were found under paths that are known.
  private mutating func takeFound(unknown: inout [InputFile]) {
    guard !situation.found.isEmpty else { return }
    var byPath: [PathKey: Int] = [:]
    byPath.reserveCapacity(situation.known.count)
    for (index, file) in situation.known.enumerated() { byPath[PathKey(file.record.path)] = index }
    for file in situation.found {
      let input = InputFile(file: file, storedPath: situation.paths.stored(file.path))
      guard let index = byPath[PathKey(input.storedPath)] else {
        unknown.append(input)
        continue
      }
      isTaken[index] = true
      let known = situation.known[index]
      if let kept = unchanged(known, as: file) {
        add(input.storedPath, .keep(kept, isMoved: false))
        changes.unchangedCount += 1
      } else {
        add(input.storedPath, .read(input, before: known.isIssue ? known : nil))
        changes.note(known.isIssue ? \.changed : \.added, file.path)
      }
    }
  }

  /// The file as it is known, if its content is still the same.
  private func unchanged(_ known: KnownFile, as file: FileFinder.FoundFile) -> KnownFile? {
    guard !situation.readsAll, known.record.reading == file.reading,
      let stamp = known.record.stamp
    else { return nil }
    if isOutdated(known.record) { return nil }
    if stamp.matches(file) { return known }
    // The hash is that of what was read.
    guard !known.parts.contains(where: \.record.endsEarly) else { return nil }
    guard stamp.byteCount == file.byteCount, stamp.contentHash == hash(of: file) else {
      return nil
    }
    return known.stamped(FileStamp(file, contentHash: stamp.contentHash, now: situation.now))
  }

  /// Whether a file is a document that would be read otherwise today.
  private func isOutdated(_ record: FileRecord) -> Bool {
    guard record.reader.isEmpty else { return situation.isOutdated(record) }
    // An index of an earlier version has it as a file that is no text.
    guard case .binary(let kind)? = record.omissions.first?.reason else { return false }
    return kind.mayBeDocument
  }

  /// Takes the files that were found under new paths: new ones, and known ones that have moved.
  private mutating func takeUnknown(_ unknown: [InputFile]) {
    let gone = situation.readsAll ? [:] : goneFiles(withSizesOf: unknown)
    for input in unknown {
      guard let candidates = gone[input.file.byteCount],
        let hash = hash(of: input.file),
        let index = candidates.first(where: { index in
          let record = situation.known[index].record
          return !isTaken[index] && record.stamp?.contentHash == hash
            && record.reading == input.file.reading && !isOutdated(record)
        })
      else {
        add(input.storedPath, .read(input, before: nil))
        changes.note(\.added, input.file.path)
        continue
      }
      isTaken[index] = true
      changes.note(\.renamed, input.file.path)
      let known = situation.known[index]
      let stamp = FileStamp(input.file, contentHash: hash, now: situation.now)
      let moved = known.stamped(stamp).moved(to: input.storedPath)
      // What is read of a file may depend on its name.
      if Self.saysTheSame(known.record.path, input.storedPath), known.parts.count == 1 {
        add(input.storedPath, .keep(moved, isMoved: true))
      } else {
        // Until it can be read, it is not known what it is under its new name.
        add(input.storedPath, .read(input, before: moved.stamped(nil)))
      }
    }
  }

  /// The known files of which a new one may be the new place, by their sizes.
  ///
  /// The others need not be looked for: one new file must not cost a look at all that are known.
  private func goneFiles(withSizesOf unknown: [InputFile]) -> [Int: [Int]] {
    let sizes = Set(unknown.map(\.file.byteCount))
    var files: [Int: [Int]] = [:]
    for (index, known) in situation.known.enumerated() where !isTaken[index] && known.isIssue {
      guard let stamp = known.record.stamp, sizes.contains(stamp.byteCount), !isHeld[index],
        isGone(known)
      else { continue }
      files[stamp.byteCount, default: []].append(index)
    }
    return files
  }

  /// Takes the files that were not found, unless they should have been.
  private mutating func takeRest() {
    for (index, known) in situation.known.enumerated() where !isTaken[index] {
      let path = known.record.path
      if isInScope(path), !isHeld[index] {
        if known.isIssue { changes.note(\.removed, situation.paths.shown(path)) }
      } else {
        if !situation.foldsAll {
          add(path, .keep(known, isMoved: false))
        } else {
          add(path, known.isIssue ? .fold(known) : .note(known.record))
        }
        if known.isIssue { changes.unchangedCount += 1 }
      }
    }
  }

  mutating func add(_ path: String, _ step: Step) {
    files.append(File(path: path, step: step))
  }

  /// Whether a file would have been found if it were there.
  func isInScope(_ path: String) -> Bool {
    situation.scope.contains { PathNames.isPath(path, atOrBelow: $0) }
  }

  private func isGone(_ known: KnownFile) -> Bool {
    isInScope(known.record.path)
      || situation.calls.isAbsent(situation.paths.shown(known.record.path))
  }

  /// Whether two paths say the same of an issue: the names are the same, and the folders have no numbers.
  private static func saysTheSame(_ path: String, _ other: String) -> Bool {
    SeriesFolders.name(of: path) == SeriesFolders.name(of: other)
      && [path, other].allSatisfy { !NumberPattern.hasNumeral(SeriesFolders.folder(of: $0)) }
  }

  /// The hash of a file's content; nil if it cannot be read, which will be told when it is to be read.
  private func hash(of file: FileFinder.FoundFile) -> UInt64? {
    let chunkSize = 1 << 20
    guard var reader = try? FileReader(path: file.openedPath, calls: situation.calls) else {
      return nil
    }
    var hash = ContentHash()
    while !situation.isCancelled(), let chunk = try? reader.read(atMost: chunkSize) {
      guard !chunk.isEmpty else { return hash.value }
      hash.update(chunk)
    }
    return nil
  }
}

extension UpdatePlan.KnownFile {
  fileprivate func stamped(_ stamp: FileStamp?) -> Self {
    var file = self
    for index in parts.indices { file.parts[index].record.stamp = stamp }
    return file
  }

  fileprivate func moved(to path: String) -> Self {
    var file = self
    for index in parts.indices {
      file.parts[index].record.path = path
      file.parts[index].record.issue?.path = path
    }
    return file
  }
}

// MARK: - The order of articles

extension UpdatePlan {
  /// Lets those moved files be read again whose articles stand in another order in their segment than they
  /// would in the index.
  private mutating func settleMoves() {
    var bounds: [Int: Int] = [:]
    var runs: [Int: [(file: Int, group: Int)]] = [:]
    var isSettled = [Bool](repeating: true, count: files.count)
    func settle(_ segment: Int, below limit: Int) {
      let run = (runs.removeValue(forKey: segment) ?? [])
        .filter { $0.group > bounds[segment, default: -1] && $0.group < limit }
      for place in run.map(\.group).longestAscendingPlaces {
        isSettled[run[place].file] = true
        bounds[segment] = run[place].group
      }
    }
    for (index, file) in files.enumerated() {
      guard case .keep(let known, let isMoved) = file.step else { continue }
      for part in known.parts {
        guard let segment = part.segment else { continue }
        if isMoved {
          isSettled[index] = false
          runs[segment, default: []].append((index, part.group))
        } else {
          settle(segment, below: part.group)
          bounds[segment] = part.group
        }
      }
    }
    for segment in runs.keys.sorted() { settle(segment, below: .max) }
    guard isSettled.contains(false) else { return }
    let found = Dictionary(
      situation.found.map { (PathKey(situation.paths.stored($0.path)), $0) },
      uniquingKeysWith: { $1 })
    for (index, file) in files.enumerated() where !isSettled[index] {
      guard let input = found[PathKey(file.path)] else { continue }
      guard case .keep(let known, _) = file.step else { continue }
      files[index].step = .read(
        InputFile(file: input, storedPath: file.path), before: known.stamped(nil))
    }
  }
}

extension [Int] {
  /// The places of a longest ascending part of the numbers, which are all different.
  ///
  /// Fredman, *On computing the length of longest increasing subsequences*, 1975.
  ///
  /// - Complexity: O(*n* log *n*)
  var longestAscendingPlaces: [Int] {
    /// For each length, the place of the lowest number with which such a part can end.
    var ends: [Int] = []
    var previous = [Int?](repeating: nil, count: count)
    for (place, number) in enumerated() {
      let length = ends.firstIndex(in: 0..<ends.count) { self[$0] >= number }
      if length > 0 { previous[place] = ends[length - 1] }
      if length == ends.count { ends.append(place) } else { ends[length] = place }
    }
    var places: [Int] = []
    var place = ends.last
    while let current = place {
      places.append(current)
      place = previous[current]
    }
    return places.reversed()
  }
}
