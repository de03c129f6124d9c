/// Writes the sections of one segment to the end of a file.
struct SegmentWriter: ~Copyable {
  private var table = SectionTable()
  private let start: Int

  /// - Parameter start: Where the segment begins in the file.
  init(start: Int) {
    self.start = start
  }

  mutating func write(
    _ kind: SectionKind, number: Int = 0, _ bytes: [UInt8], to file: inout OutputFile
  ) throws(IndexError) {
    var contents = ChunkedBytes()
    contents.append(bytes)
    try write(kind, number: number, contents, to: &file)
  }

  mutating func write(
    _ kind: SectionKind, number: Int = 0, _ contents: ChunkedBytes, to file: inout OutputFile
  ) throws(IndexError) {
    try file.pad(toMultipleOf: SectionTable.alignment)
    let offset = file.count - start
    var checksum = Checksum()
    for chunk in contents.allChunks {
      checksum.update(chunk)
      try file.append(chunk)
    }
    table.append(
      SectionTable.Entry(
        kind: kind, number: number, offset: offset, byteCount: contents.count,
        checksum: checksum.value))
  }

  mutating func write(
    ends endsKind: SectionKind, _ kind: SectionKind, number: Int = 0, _ rows: StoredRowsBuilder,
    to file: inout OutputFile
  ) throws(IndexError) {
    try write(endsKind, number: number, PackedIntegers.encode(rows.ends), to: &file)
    try write(kind, number: number, rows.contents, to: &file)
  }

  consuming func finish() -> SectionTable { table }
}
