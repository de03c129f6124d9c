internal import BulletinSearch
internal import Foundation

/// Updates an index again and again, and tells what each update took.
struct UpdateSeries {
  /// More than this is not written to the probe: what merges write is told apart.
  private static let maximumProbeByteCount = 1 << 22

  /// What the index follows.
  var folder: String
  /// The folder of the files that are added.
  var issues: String
  var indexPath: String

  /// - Throws: `IndexError`, `IndexingError`, or an error of the system.
  func run() throws {
    var probe = try DiskProbe(besideFileAt: indexPath)
    defer { probe.close() }
    try? FileManager.default.removeItem(atPath: indexPath)
    let known = try files(in: folder)
    let added = try files(in: issues)
    try update("build", [folder], &probe)
    for (number, path) in added.enumerated() {
      let target = folder + "/" + URL(filePath: path).lastPathComponent
      try FileManager.default.copyItem(atPath: path, toPath: target)
      try update("add", number, target, &probe)
    }
    // No file is taken twice, and none of them was added.
    let taken = known.spread(2 * added.count)
    for (number, place) in stride(from: 0, to: taken.count - 1, by: 2).enumerated() {
      try change(taken[place])
      try update("change", number, taken[place], &probe)
    }
    for (number, place) in stride(from: 1, to: taken.count, by: 2).enumerated() {
      try FileManager.default.removeItem(atPath: taken[place])
      try update("remove", number, nil, &probe)
    }
    for _ in added { try update("nothing, all", [], &probe) }
    try measure("compact", &probe) { try BulletinIndexer.compact(indexPath) }
  }

  private func files(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { "\(folder)/\($0)" }
  }

  /// Gives the last article of a file another sentence.
  private func change(_ path: String) throws {
    var text = try Data(contentsOf: URL(filePath: path))
    text.append(Data("\n\n这一期有更正：以此为准。\n".utf8))
    try text.write(to: URL(filePath: path))
  }

  /// Every other update looks at all files.
  private func update(_ step: String, _ number: Int, _ path: String?, _ probe: inout DiskProbe)
    throws
  {
    if let path, number.isMultiple(of: 2) {
      try update("\(step), named", [path], &probe)
    } else {
      try update("\(step), all", [], &probe)
    }
  }

  private func update(_ step: String, _ paths: [String], _ probe: inout DiskProbe) throws {
    try measure(step, &probe) { _ = try BulletinIndexer.index(paths: paths, into: indexPath) }
  }

  private func measure(_ step: String, _ probe: inout DiskProbe, _ work: () throws -> Void) throws {
    let segmentsBefore = try segmentCount
    let fileBefore = fileNumber
    let before = ProcessCosts.now
    try work()
    let after = ProcessCosts.now
    let written = after.writtenByteCount - before.writtenByteCount
    let disk = probe.time(appending: min(written, Self.maximumProbeByteCount))
    let figures = [
      Int((after.wall - before.wall) / .microseconds(1)),
      Int((after.cpu - before.cpu) / .microseconds(1)), written, Int(disk / .microseconds(1)),
      segmentsBefore, try segmentCount, fileNumber == fileBefore ? 0 : 1,
      try BulletinIndex(path: indexPath).byteCount,
    ]
    print(([step] + figures.map(String.init)).joined(separator: "\t"))
  }

  private var segmentCount: Int {
    get throws {
      guard FileManager.default.fileExists(atPath: indexPath) else { return 0 }
      return try BulletinIndex(path: indexPath).status().segments
    }
  }

  /// Another one if the index was written anew.
  private var fileNumber: Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: indexPath)
    return (attributes?[.systemFileNumber] as? NSNumber)?.intValue ?? 0
  }
}

extension Array {
  /// So many elements, or all if there are fewer, evenly from first to last.
  fileprivate func spread(_ wanted: Int) -> [Element] {
    let taken = Swift.min(wanted, count)
    return (0..<taken).map { self[$0 * count / taken] }
  }
}
