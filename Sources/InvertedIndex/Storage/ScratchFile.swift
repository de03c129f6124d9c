#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file without a name for what does not fit in memory; it goes with the process, however that ends.
@safe final class ScratchFile {
  static let suffix = ".runs"

  private let file: WritableFile
  private var count = 0

  /// Makes a file in the folder of the index at `path`.
  ///
  /// - Throws: ``IndexError/io(call:path:errno:)`` if that fails.
  init(beside path: String, calls: any FileCalls) throws(IndexError) {
    try Self.removeRemains(beside: path, calls: calls)
    let path = path + Self.suffix
    do throws(CallFailure) {
      file = try WritableFile(
        path: path, name: path, creation: O_CREAT | O_EXCL, permissions: 0o600, calls: calls)
    } catch {
      throw .io(call: "open", path: path, errno: error.code)
    }
    calls.clearAway(path)
  }

  /// Takes away the name of a file that a process left which was killed before it could do so: the
  /// file is empty.
  ///
  /// - Throws: ``IndexError/occupied(path:)`` if something else has the name.
  static func removeRemains(beside path: String, calls: any FileCalls) throws(IndexError) {
    let path = path + suffix
    guard !isNameFree(path) else { return }
    guard leadingBytes(ofFile: path, count: 1) == [] else { throw .occupied(path: path) }
    calls.clearAway(path)
  }

  /// Writes `bytes` to the end and returns where they are.
  func append(_ bytes: [UInt8]) throws(IndexError) -> Range<Int> {
    let start = count
    try file.write(bytes, at: start)
    count += bytes.count
    return start..<count
  }

  /// Appends the bytes of `range` to `bytes`.
  func read(_ range: Range<Int>, appendingTo bytes: inout [UInt8]) throws(IndexError) {
    try file.read(range, appendingTo: &bytes)
  }
}
