#if canImport(Glibc)
  internal import Glibc

  /// The events of inotify.
  @safe final class NotificationQueue {
    /// Something that happened in a watched folder.
    struct Event {
      /// Which watch tells of it.
      var watch: Int32
      /// The name in the folder; empty if it happened to the folder itself.
      var name: String
      fileprivate var mask: UInt32

      /// Whether events were lost.
      var isOverflow: Bool { has(IN_Q_OVERFLOW) }
      /// Whether nothing more will come of this watch.
      var isEndOfWatch: Bool { has(IN_IGNORED) }
      var isOfFolder: Bool { has(IN_ISDIR) }
      /// Whether a name came or went.
      var isOfEntry: Bool { has(IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO) }

      private func has(_ bits: Int32) -> Bool { mask & UInt32(bitPattern: bits) != 0 }
    }

    /// `IN_CLOSE_WRITE` tells of the end of writing, `IN_MODIFY` of writing by a program that keeps the
    /// file open, and `IN_ATTRIB` of a file that becomes readable.
    private static let watched =
      UInt32(IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_CLOSE_WRITE | IN_MODIFY)
      | UInt32(IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)
    /// How many bytes of events are read at once: some hundreds of events.
    private static let bufferSize = 1 << 16
    /// The parts of `struct inotify_event` before its name: watch, mask, cookie, length of the name.
    private static let headerSize = 16
    private static let maskOffset = 4
    private static let nameCountOffset = 12

    let descriptor: Int32

    /// - Throws: ``FileError`` if the user or the process has no room for one more.
    init() throws(FileError) {
      descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      guard descriptor >= 0 else { throw FileError(path: "inotify", reason: .lastOfSystem) }
    }

    deinit {
      close(descriptor)
    }

    /// Watches the folder at `path`; nil if there is none that can be read.
    ///
    /// - Throws: ``FileError`` if the user or the system has no room for more watches.
    func add(_ path: String) throws(FileError) -> Int32? {
      var watch = unsafe inotify_add_watch(
        descriptor, SystemPath.characters(path), Self.watched)
      if watch < 0, errno == ENAMETOOLONG {
        let folder = SystemPath.open(path, O_RDONLY | O_DIRECTORY)
        guard folder >= 0 else { return nil }
        defer { close(folder) }
        // The kernel's own name of an open folder is short, whatever its path.
        watch = unsafe inotify_add_watch(descriptor, "/proc/self/fd/\(folder)", Self.watched)
      }
      if watch >= 0 { return watch }
      guard errno == ENOSPC || errno == ENOMEM else { return nil }
      let reason = errno == ENOSPC ? FileProblem.tooManyFolders : .lastOfSystem
      throw FileError(path: path, reason: reason)
    }

    func remove(_ watch: Int32) {
      inotify_rm_watch(descriptor, watch)
    }

    /// Some of the events that wait; none if there are none.
    func events() throws(FileError) -> [Event] {
      var count = 0
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Self.bufferSize) { buffer, filled in
        repeat {
          count = unsafe read(descriptor, buffer.baseAddress, buffer.count)
        } while count < 0 && errno == EINTR
        filled = max(count, 0)
      }
      guard count >= 0 || errno == EAGAIN else {
        throw FileError(path: "inotify", reason: .lastOfSystem)
      }
      return Self.events(in: bytes)
    }

    private static func events(in bytes: [UInt8]) -> [Event] {
      var events: [Event] = []
      var offset = 0
      func number(at place: Int) -> UInt32 {
        let index = offset + place
        // Kernel and process have the same order of bytes.
        return unsafe bytes.withUnsafeBytes { bytes in
          unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self)
        }
      }
      while offset + headerSize <= bytes.count {
        let nameStart = offset + headerSize
        let nameEnd = nameStart + Int(number(at: nameCountOffset))
        guard nameEnd <= bytes.count else { break }
        let name = SystemPath.text(Array(bytes[nameStart..<nameEnd].prefix { $0 != 0 }))
        events.append(
          Event(
            watch: Int32(bitPattern: number(at: 0)), name: name, mask: number(at: maskOffset)))
        offset = nameEnd
      }
      return events
    }
  }
#endif
