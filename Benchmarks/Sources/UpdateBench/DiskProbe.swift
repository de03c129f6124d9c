internal import Foundation

/// Does with a file beside an index what no update can do without: so much of its time is the disk's.
struct DiskProbe {
  /// A slot of the header, about.
  private static let slotByteCount = 64

  private let descriptor: Int32
  private let folder: Int32
  private let path: String
  private var end = 4_096

  init(besideFileAt path: String) throws {
    self.path = path + ".probe"
    descriptor = open(self.path, O_RDWR | O_CREAT | O_TRUNC, 0o644)
    folder = open(URL(filePath: path).deletingLastPathComponent().path, O_RDONLY)
    guard descriptor >= 0, folder >= 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// Appends bytes, waits for them, for the names of the folder, and for a few bytes at the beginning.
  mutating func time(appending byteCount: Int) -> Duration {
    let bytes = [UInt8](repeating: 0x55, count: byteCount)
    let clock = ContinuousClock()
    let start = clock.now
    end += pwrite(descriptor, bytes, byteCount, off_t(end))
    fsync(descriptor)
    fsync(folder)
    pwrite(descriptor, bytes, min(Self.slotByteCount, byteCount), 0)
    fsync(descriptor)
    return clock.now - start
  }

  func close() {
    Foundation.close(descriptor)
    Foundation.close(folder)
    unlink(path)
  }
}
