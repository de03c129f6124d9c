#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

import TestSupport

/// The files of this repository.
enum Repository {
  private static let root =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  /// The targets whose files are in folders.
  static let targets: [String] = {
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/Sources")) ?? []
    return folders.sorted().filter { target in
      (try? sources(of: target).keys.contains { $0.contains("/") }) ?? false
    }
  }()

  /// The text of a file by its path in the repository.
  static func text(_ path: String) throws -> String {
    String(decoding: try readFile("\(root)/\(path)"), as: UTF8.self)
  }

  /// The Swift files of a target by their paths in it.
  static func sources(of target: String) throws -> [String: [UInt8]] {
    let folder = "\(root)/Sources/\(target)"
    var files: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where path.hasSuffix(".swift") {
      files[path] = try readFile("\(folder)/\(path)")
    }
    return files
  }
}
