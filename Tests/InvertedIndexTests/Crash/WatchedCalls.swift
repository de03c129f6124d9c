import Synchronization
import Testing

@testable import InvertedIndex

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The system's calls, of which a record is kept, and of which some can be made to fail.
final class WatchedCalls: FileCalls {
  /// What goes wrong.
  enum Fault: Equatable, CustomTestStringConvertible {
    /// One call fails with an error number.
    case error(Int32)
    /// A call and all that follow fail.
    case errors(Int32)
    /// From a call on, waiting for the disk fails.
    case noWaiting
    /// From a call on, there is no room for more bytes or files; half of the first ones still fit.
    case fullDisk
    /// One call is interrupted by a signal.
    case interruption
    /// From a call on, writes are short.
    case shortWrites

    var testDescription: String { "\(self)" }
  }

  private struct State {
    var calls: [RecordedCall] = []
    /// How many calls were asked for, without those that close.
    var count = 0
    /// The first call that failed.
    var failed: RecordedCall?
  }

  private let fault: Fault?
  private let number: Int
  private let system = SystemCalls()
  private let state = Mutex(State())

  /// - Parameters:
  ///   - fault: What goes wrong, if anything does.
  ///   - number: With which call, counted from 0, it begins.
  init(_ fault: Fault? = nil, at number: Int = 0) {
    self.fault = fault
    self.number = number
  }

  /// The calls that succeeded.
  var calls: [RecordedCall] { state.withLock(\.calls) }

  /// The first call that failed or was short; its descriptor is −1 if it was to open a file.
  var failed: RecordedCall? { state.withLock(\.failed) }

  func openFile(_ path: String, flags: Int32, permissions: mode_t) throws(CallFailure) -> Int32 {
    try begin(.open(path: path, descriptor: -1), needsRoom: flags & O_CREAT != 0)
    let descriptor = try system.openFile(path, flags: flags, permissions: permissions)
    record(.open(path: path, descriptor: descriptor))
    return descriptor
  }

  func closeFile(_ descriptor: Int32) {
    system.closeFile(descriptor)
    record(.close(descriptor: descriptor))
  }

  func writePart(of bytes: ArraySlice<UInt8>, to descriptor: Int32, at offset: Int)
    throws(CallFailure) -> Int
  {
    let call = RecordedCall.write(Array(bytes), descriptor: descriptor, offset: offset)
    let part = bytes.prefix(try begin(call, byteCount: bytes.count, needsRoom: true))
    let count = try system.writePart(of: part, to: descriptor, at: offset)
    record(.write(Array(part.prefix(count)), descriptor: descriptor, offset: offset))
    return count
  }

  func synchronize(_ descriptor: Int32) throws(CallFailure) {
    let call = RecordedCall.synchronize(descriptor: descriptor)
    // A test has no need of the disk.
    try begin(call)
    record(call)
  }

  func truncate(_ descriptor: Int32, to byteCount: Int) throws(CallFailure) {
    let call = RecordedCall.truncate(descriptor: descriptor, byteCount: byteCount)
    try begin(call)
    try system.truncate(descriptor, to: byteCount)
    record(call)
  }

  func setPermissions(_ descriptor: Int32, _ permissions: mode_t) throws(CallFailure) {
    let call = RecordedCall.setPermissions(descriptor: descriptor, permissions)
    try begin(call)
    try system.setPermissions(descriptor, permissions)
    record(call)
  }

  func setOwner(_ descriptor: Int32, _ owner: uid_t, group: gid_t) throws(CallFailure) {
    let call = RecordedCall.setOwner(descriptor: descriptor)
    try begin(call)
    try system.setOwner(descriptor, owner, group: group)
    record(call)
  }

  func copyAccessList(of path: String, to descriptor: Int32) throws(CallFailure) -> Bool {
    let call = RecordedCall.copyAccessList(descriptor: descriptor)
    try begin(call)
    defer { record(call) }
    return try system.copyAccessList(of: path, to: descriptor)
  }

  func move(_ path: String, to newPath: String) throws(CallFailure) {
    let call = RecordedCall.move(path: path, newPath: newPath)
    try begin(call)
    try system.move(path, to: newPath)
    record(call)
  }

  func remove(_ path: String) throws(CallFailure) {
    let call = RecordedCall.remove(path: path)
    try begin(call)
    try system.remove(path)
    record(call)
  }

  private func record(_ call: RecordedCall) {
    state.withLock { $0.calls.append(call) }
  }

  /// Counts a call, and fails if it is to fail.
  ///
  /// - Returns: How many bytes a write may take.
  @discardableResult
  private func begin(_ call: RecordedCall, byteCount: Int = 0, needsRoom: Bool = false)
    throws(CallFailure) -> Int
  {
    let (turn, isFirst) = state.withLock { state in
      defer { state.count += 1 }
      return (state.count - number, state.failed == nil)
    }
    let half = (byteCount + 1) / 2
    guard turn >= 0 else { return byteCount }
    switch fault {
    case nil:
      return byteCount
    case .error(let code):
      guard turn == 0 else { return byteCount }
      throw failure(code, call)
    case .errors(let code):
      throw failure(code, call)
    case .noWaiting:
      guard call.kind == .synchronize else { return byteCount }
      throw failure(EIO, call)
    case .fullDisk:
      guard needsRoom else { return byteCount }
      guard isFirst, byteCount > 1 else { throw failure(ENOSPC, call) }
      note(call)
      return half
    case .interruption:
      guard turn == 0 else { return byteCount }
      throw failure(EINTR, call)
    case .shortWrites:
      note(call)
      return half
    }
  }

  private func failure(_ code: Int32, _ call: RecordedCall) -> CallFailure {
    note(call)
    return CallFailure(code: code)
  }

  private func note(_ call: RecordedCall) {
    state.withLock { $0.failed = $0.failed ?? call }
  }
}
