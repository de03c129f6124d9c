@testable import InvertedIndex

extension IndexBytes {
  /// An index after two updates: three segments whose documents stand between each other's, some of them
  /// removed, and more groups than a part of the catalogue has.
  static func updated(in folder: String) throws -> IndexBytes {
    let path = folder + "/updated.index"
    for step in [
      SampleUpdate(segmentLength: 150, place: 10, removes: { _ in false }),
      SampleUpdate(segmentLength: 20, place: 45, removes: { $0 % 7 == 3 }),
      SampleUpdate(segmentLength: 6, place: 333, removes: { $0 % 29 == 5 }),
    ] { try step.write(to: path) }
    return try IndexBytes(reading: path)
  }
}

/// What one commit of a sample adds and takes away.
private struct SampleUpdate {
  /// How many documents it adds.
  var segmentLength: Int
  /// How far apart they stand: each comes behind the groups whose rows are lower.
  var place: Int
  /// Which groups leave, by their numbers.
  var removes: (Int) -> Bool

  func write(to path: String) throws {
    var writer = try TestWriter(IndexWriter(updating: path, schema: TestDocument.schema))
    var groups: [(place: Int, group: CommittedGroup)] = []
    try writer.base?.forEachGroup { group in
      guard !removes(group.number) else { return }
      let place = Int(String(decoding: group.row, as: UTF8.self)) ?? 0
      groups.append((place, CommittedGroup(.kept(group.number), row: nil)))
    }
    for number in 0..<segmentLength {
      let document = TestDocument(
        words: ["all", "of-\(number % 4)"] + (number % 3 == 0 ? ["third", "third"] : []))
      document.add(to: &writer, number: number, isNamed: true, storesText: number % 5 == 0)
      let place = number * self.place + segmentLength
      let group = CommittedGroup(
        .added(writer.endGroup(documentCount: 1)), row: Array("\(place)".utf8))
      groups.append((place, group))
      if number % 40 == 7 { groups.append((place, CommittedGroup(.note, row: group.row))) }
    }
    // Groups of one place keep their order.
    let sorted = groups.enumerated().sorted {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }
    try writer.commit(
      groups: sorted.map(\.element.group), properties: ["analyzer": "words", "version": "1"],
      merging: .none)
  }
}
