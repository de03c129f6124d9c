#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A new folder of the test's own, which goes with everything in it when the value goes.
public struct TemporaryDirectory: ~Copyable, Sendable {
  public let path: String

  public init() throws {
    let name = UInt64.random(in: 0...UInt64.max)
    path = "/tmp/bulletin-search-test-\(name)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes `bytes` to a file with `name` in the folder and returns its path.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) throws -> String {
    let path = path + "/" + name
    if let slash = path.lastIndex(of: "/") {
      try FileManager.default.createDirectory(
        atPath: String(path[..<slash]), withIntermediateDirectories: true)
    }
    try writeFile(bytes, to: path)
    return path
  }

  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// Says that a file was last changed long ago, so that its time tells changes apart.
  public func settle(_ name: String, minutesAgo: Int = 60) throws {
    let date = Date(timeIntervalSinceReferenceDate: Double(700_000_000 - 60 * minutesAgo))
    try FileManager.default.setAttributes(
      [.modificationDate: date], ofItemAtPath: path + "/" + name)
  }

  /// Takes away a file or folder, if it is there.
  public func remove(_ name: String) {
    try? FileManager.default.removeItem(atPath: path + "/" + name)
  }

  /// Gives a file or folder another name, and makes the folder of that.
  public func move(_ name: String, to newName: String) throws {
    let target = path + "/" + newName
    if let slash = target.lastIndex(of: "/") {
      try FileManager.default.createDirectory(
        atPath: String(target[..<slash]), withIntermediateDirectories: true)
    }
    try FileManager.default.moveItem(atPath: path + "/" + name, toPath: target)
  }

  /// The names of what is in the folder, sorted.
  public var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  /// Makes a symbolic link with `name` in the folder that leads to `target`, and returns its path.
  @discardableResult
  public func link(_ name: String, to target: String) throws -> String {
    let path = path + "/" + name
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    return path
  }
}

/// The bytes of the file at `path`.
public func readFile(_ path: String) throws -> [UInt8] {
  Array(try Data(contentsOf: URL(filePath: path)))
}

/// Writes `bytes` to the file at `path`, in place of what it may hold.
public func writeFile(_ bytes: [UInt8], to path: String) throws {
  try Data(bytes).write(to: URL(filePath: path))
}

/// The value of a variable of the environment; nil if it is not set.
public func environmentVariable(_ name: String) -> String? {
  ProcessInfo.processInfo.environment[name]
}
