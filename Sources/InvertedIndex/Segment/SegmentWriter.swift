/// Writes the sections of one segment to the end of a file.
struct SegmentWriter: ~Copyable {
  /// How much of a section that comes in small pieces is collected.
  private static let bufferSize = 1 << 18

  private(set) var table = SectionTable()
  let start: Int

  /// Where the section that is being written begins, and the checksum of what was written of it.
  private var sectionStart: Int
  private var checksum = Checksum()
  private var buffer: [UInt8] = []
  /// How many bytes the section that is being written has so far.
  private(set) var sectionByteCount = 0

  /// Begins a segment and its first section.
  ///
  /// - Parameter start: The end of the file, a multiple of ``SectionTable/alignment``.
  init(start: Int) {
    self.start = start
    sectionStart = start
  }

  /// Begins a section, which ``end(_:number:to:)`` ends.
  mutating func begin(in file: inout OutputFile) throws(IndexError) {
    try file.pad(toMultipleOf: SectionTable.alignment)
    sectionStart = file.count
    sectionByteCount = 0
    checksum = Checksum()
  }

  /// Adds `bytes` to the section that was begun.
  mutating func append(_ bytes: [UInt8], to file: inout OutputFile) throws(IndexError) {
    sectionByteCount += bytes.count
    if bytes.count >= Self.bufferSize {
      try flush(to: &file)
      checksum.update(bytes)
      try file.append(bytes)
    } else {
      buffer += bytes
      if buffer.count >= Self.bufferSize { try flush(to: &file) }
    }
  }

  /// Adds the bytes of `region` to the section that was begun.
  mutating func append(_ region: ByteRegion, to file: inout OutputFile) throws(IndexError) {
    var offset = 0
    while offset < region.count {
      let count = min(region.count - offset, Self.bufferSize - buffer.count)
      try region.append(offset, count, to: &buffer)
      offset += count
      sectionByteCount += count
      if buffer.count >= Self.bufferSize { try flush(to: &file) }
    }
  }

  mutating func end(_ kind: SectionKind, number: Int = 0, in file: inout OutputFile)
    throws(IndexError)
  {
    try flush(to: &file)
    table.append(
      SectionTable.Entry(
        kind: kind, number: number, offset: sectionStart - start, byteCount: sectionByteCount,
        checksum: checksum.value))
  }

  /// Writes a whole section.
  mutating func write(
    _ kind: SectionKind, number: Int = 0, _ bytes: [UInt8], to file: inout OutputFile
  ) throws(IndexError) {
    try begin(in: &file)
    try append(bytes, to: &file)
    try end(kind, number: number, in: &file)
  }

  /// Writes rows and where they end.
  mutating func write(
    ends endsKind: SectionKind, _ kind: SectionKind, number: Int = 0, _ rows: SpilledRows,
    to file: inout OutputFile
  ) throws(IndexError) {
    try write(endsKind, number: number, PackedIntegers.encode(endsOf: rows.lengths), to: &file)
    try begin(in: &file)
    for part in rows.parts {
      var reader = SpilledReader(part, bufferSize: Self.bufferSize)
      while true {
        let bytes = Array(try reader.takeWindow())
        guard !bytes.isEmpty else { break }
        try append(bytes, to: &file)
      }
    }
    try end(kind, number: number, in: &file)
  }

  private mutating func flush(to file: inout OutputFile) throws(IndexError) {
    guard !buffer.isEmpty else { return }
    checksum.update(buffer)
    try file.append(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
