#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

@testable import InvertedIndex

/// The calls of the system, without waiting for the disk.
struct UnsyncedCalls: FileCalls {
  private let calls = SystemCalls()

  func openFile(_ path: String, flags: Int32, permissions: mode_t) throws(CallFailure) -> Int32 {
    try calls.openFile(path, flags: flags, permissions: permissions)
  }

  func closeFile(_ descriptor: Int32) { calls.closeFile(descriptor) }

  func writePart(of bytes: ArraySlice<UInt8>, to descriptor: Int32, at offset: Int)
    throws(CallFailure) -> Int
  {
    try calls.writePart(of: bytes, to: descriptor, at: offset)
  }

  func synchronize(_ descriptor: Int32) throws(CallFailure) {}

  func truncate(_ descriptor: Int32, to byteCount: Int) throws(CallFailure) {
    try calls.truncate(descriptor, to: byteCount)
  }

  func setPermissions(_ descriptor: Int32, _ permissions: mode_t) throws(CallFailure) {
    try calls.setPermissions(descriptor, permissions)
  }

  func setOwner(_ descriptor: Int32, _ owner: uid_t, group: gid_t) throws(CallFailure) {
    try calls.setOwner(descriptor, owner, group: group)
  }

  func copyAccessList(of path: String, to descriptor: Int32) throws(CallFailure) -> Bool {
    try calls.copyAccessList(of: path, to: descriptor)
  }

  func move(_ path: String, to newPath: String) throws(CallFailure) {
    try calls.move(path, to: newPath)
  }

  func remove(_ path: String) throws(CallFailure) { try calls.remove(path) }
}

extension UnsyncedCalls {
  /// Makes a file that has `bytes`, in place of one that may be there.
  func replaceFile(at path: String, with bytes: [UInt8]) throws {
    unlink(path)
    let file = try openFile(path, flags: O_CREAT | O_RDWR, permissions: 0o600)
    defer { closeFile(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      rest = rest.dropFirst(try writePart(of: rest, to: file, at: rest.startIndex))
    }
  }
}
