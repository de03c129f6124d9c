/// Writes the catalogue of a commit, but for the parts of the commit before that are as they were.
enum CatalogueWriter {
  /// How many groups a new part gets.
  private static let usualGroupCount = CataloguePart.maximumGroupCount / 2
  /// A run of fewer new groups takes the part before it along, if both fit in one.
  private static let smallestGroupCount = CataloguePart.maximumGroupCount / 4

  private enum Piece {
    /// A part of the commit before, and where its groups are in the new one.
    case part(Int, Range<Int>)
    /// Groups to be written.
    case groups(Range<Int>)
  }

  /// - Parameters:
  ///   - groups: The groups in their order.
  ///   - catalogue: That of the commit before, if its parts are in the same file.
  ///   - file: Where the parts go.
  /// - Returns: All parts of the new catalogue.
  /// - Throws: ``IndexError/io(call:path:errno:)`` if writing fails.
  static func write(
    _ groups: [CommitLayout.Group], reusing catalogue: Catalogue?, to file: inout OutputFile
  ) throws(IndexError) -> [CataloguePart] {
    var parts: [CataloguePart] = []
    for piece in pieces(groups, catalogue) {
      switch piece {
      case .part(let number, _):
        if let catalogue { parts.append(catalogue.parts[number]) }
      case .groups(let range):
        let count = (range.count + usualGroupCount - 1) / usualGroupCount
        for index in 0..<count {
          let start = range.lowerBound + range.count * index / count
          let end = range.lowerBound + range.count * (index + 1) / count
          parts.append(try write(groups[start..<end], to: &file))
        }
      }
    }
    return parts
  }

  private static func write(
    _ groups: ArraySlice<CommitLayout.Group>, to file: inout OutputFile
  ) throws(IndexError) -> CataloguePart {
    let bytes = CataloguePart.encode(
      groups.map { CataloguePart.Entry(documentCount: $0.extent.count, row: $0.row) })
    try file.pad(toMultipleOf: SectionTable.alignment)
    let part = CataloguePart(
      offset: file.count, byteCount: bytes.count, checksum: Checksum.crc32c(bytes),
      groupCount: groups.count, documentCount: groups.reduce(0) { $0 + $1.extent.count })
    try file.append(bytes)
    return part
  }

  /// Cuts the groups into parts that are there and runs that are not.
  private static func pieces(_ groups: [CommitLayout.Group], _ catalogue: Catalogue?) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    var index = 0
    var partsByStart: [Int: Int] = [:]
    if let catalogue {
      for part in catalogue.parts.indices {
        partsByStart[catalogue.groups(ofPart: part).lowerBound] = part
      }
    }
    while index < groups.count {
      guard let first = groups[index].unchanged, let part = partsByStart[first], let catalogue,
        isUnchanged(catalogue.groups(ofPart: part), in: groups, from: index)
      else {
        index += 1
        continue
      }
      let count = catalogue.groups(ofPart: part).count
      append(start..<index, to: &pieces)
      pieces.append(.part(part, index..<index + count))
      index += count
      start = index
    }
    append(start..<index, to: &pieces)
    return pieces
  }

  private static func isUnchanged(
    _ numbers: Range<Int>, in groups: [CommitLayout.Group], from index: Int
  ) -> Bool {
    guard !numbers.isEmpty, numbers.count <= groups.count - index else { return false }
    return zip(numbers, groups[index...]).allSatisfy { $1.unchanged == $0 }
  }

  private static func append(_ range: Range<Int>, to pieces: inout [Piece]) {
    guard !range.isEmpty else { return }
    if range.count < smallestGroupCount, case .part(_, let before) = pieces.last,
      before.count + range.count <= CataloguePart.maximumGroupCount
    {
      pieces.removeLast()
      pieces.append(.groups(before.lowerBound..<range.upperBound))
    } else {
      pieces.append(.groups(range))
    }
  }
}
