#if canImport(Glibc)
  internal import Glibc

  /// Learns of changes from the kernel of Linux, which tells what happens in folders (inotify).
  ///
  /// After everything that may have changed which folders there are, all are walked again: asking for
  /// a folder that is watched already changes nothing. A folder is watched before its names are
  /// read, so that what is made in a new one is either found or told.
  final class FolderNotifications: ChangeSource {
    /// How often a path that vanished is looked for: the folder that would tell of it may be gone too.
    private static let missingInterval = Duration.seconds(2)

    /// A folder of which the kernel tells.
    private struct Folder {
      /// With a slash at its end.
      var path: String
      var identity: FileIdentity
      /// Whether all files in it count, or only `names`.
      var isWhole: Bool
      var names: Set<String>
    }

    private let files: WatchedFiles
    private let queue: NotificationQueue
    private var folders: [Int32: Folder] = [:]
    /// The paths of the folders that count as a whole.
    private var folderPaths: Set<String> = []
    private var isPathMissing = false

    init(_ files: WatchedFiles) throws(FileError) {
      self.files = files
      queue = try NotificationQueue()
      try watchAll()
    }

    func next(within limit: Duration?, or signals: TerminationSignals) -> ChangeStep {
      let start = ContinuousClock.now
      while true {
        let rest = limit.map { max($0 - start.duration(to: .now), .zero) }
        let pause = isPathMissing ? min(rest ?? Self.missingInterval, Self.missingInterval) : rest
        do {
          switch DescriptorWait.wait(for: queue.descriptor, or: signals, within: pause) {
          case .ended:
            return .ended
          case .readable:
            if try takeEvents() { return .changed }
          case .timeout:
            guard isPathMissing else { return .nothing }
            try watchAll()
            if !isPathMissing { return .changed }
          }
        } catch {
          return .impossible(reason: error.reason)
        }
        if let rest, rest == .zero { return .nothing }
      }
    }

    /// Reads what the kernel tells; whether something that counts has changed.
    private func takeEvents() throws(FileError) -> Bool {
      var isChange = false
      var mayHaveNewFolders = false
      for event in try queue.events() {
        let meaning = meaning(of: event)
        isChange = isChange || meaning != .nothing
        mayHaveNewFolders = mayHaveNewFolders || meaning == .folders
      }
      if mayHaveNewFolders { try watchAll() }
      return isChange
    }
  }

  // MARK: - What an event means

  extension FolderNotifications {
    private enum Meaning {
      case nothing, file
      /// Which folders there are may have changed.
      case folders
    }

    private func meaning(of event: NotificationQueue.Event) -> Meaning {
      if event.isOverflow { return .folders }
      guard let folder = folders[event.watch] else { return .nothing }
      if event.isEndOfWatch {
        folders[event.watch] = nil
        return .nothing
      }
      // The folder itself was moved or removed, or its permissions changed.
      guard !event.name.isEmpty else { return .folders }
      if folder.names.contains(event.name) { return event.isOfEntry ? .folders : .file }
      guard folder.isWhole, !event.name.hasPrefix("."),
        !files.indexFiles.contains(event.name, in: folder.identity)
      else { return .nothing }
      if event.isOfFolder { return .folders }
      let path = folder.path + event.name
      if event.isOfEntry, folderPaths.contains(path + "/") || FolderEntry.isLink(path) {
        return .folders
      }
      return files.isWanted(event.name, in: folder.identity) ? .file : .nothing
    }
  }

  // MARK: - Watching

  extension FolderNotifications {
    /// Watches what there is to watch now, and nothing else any more.
    private func watchAll() throws(FileError) {
      let collection = WatchCollection(queue)
      isPathMissing = false
      var finder = FileFinder(onFolder: { path, identity in
        collection.add(path, identity, name: nil)
      })
      for source in files.sources {
        collection.addName(source.path)
        do {
          try finder.add(source.path, reading: source.reading, links: source.linkRule)
        } catch {
          isPathMissing = true
        }
      }
      for path in finder.linkedFiles { collection.addName(path) }
      if let failure = collection.failure { throw failure }
      for watch in folders.keys where collection.folders[watch] == nil { queue.remove(watch) }
      folders = collection.folders
      folderPaths = collection.paths
    }

    /// Folders that are being watched.
    private final class WatchCollection {
      private let queue: NotificationQueue
      private(set) var folders: [Int32: Folder] = [:]
      private(set) var paths: Set<String> = []
      private(set) var failure: FileError?

      init(_ queue: NotificationQueue) {
        self.queue = queue
      }

      /// Watches a folder, or only a name in it.
      func add(_ path: String, _ identity: FileIdentity, name: String?) {
        guard failure == nil else { return }
        let path = path.hasSuffix("/") ? path : path + "/"
        do {
          // A folder that cannot be watched because it is gone, or closed to us, is not indexed either.
          guard let watch = try queue.add(path) else { return }
          var folder =
            folders[watch] ?? Folder(path: path, identity: identity, isWhole: false, names: [])
          if let name {
            folder.names.insert(name)
          } else {
            folder.isWhole = true
            folder.path = path
            paths.insert(path)
          }
          folders[watch] = folder
        } catch {
          failure = error
        }
      }

      /// Watches the name that `path` ends in, which may come and go, and the one it leads to.
      func addName(_ path: String) {
        for path in [path, FolderEntry.resolved(path)].compactMap(\.self) {
          let (folder, name) = FolderEntry.parts(of: path)
          guard ![".", "..", "", "/"].contains(name), let status = FileStatus(path: folder) else {
            continue
          }
          add(folder, status.identity, name: name)
        }
      }
    }
  }
#endif
