internal import BulletinSearch
internal import Foundation
internal import InvertedIndex

/// Indexes the files of a folder part by part, and puts no segments together.
struct SegmentedIndexing {
  var folder: String
  var partCount: Int
  var indexPath: String

  /// - Throws: `IndexError`, `IndexingError`, or an error of the system.
  func run() throws {
    try? FileManager.default.removeItem(atPath: indexPath)
    var options = IndexingOptions()
    options.merging = .none
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    for part in 0..<partCount {
      let range = part * files.count / partCount..<(part + 1) * files.count / partCount
      let paths = files[range].map { "\(folder)/\($0)" }
      if paths.isEmpty { continue }
      _ = try BulletinIndexer.index(paths: paths, into: indexPath, options: options)
    }
    print(try BulletinIndex(path: indexPath).status().segments)
  }
}
