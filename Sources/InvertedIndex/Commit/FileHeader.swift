/// The beginning of an index file: two slots, each naming a commit.
///
///     offset   size
///          0     64   slot 0
///       4096     64   slot 1
///       8192          segments and commit records, each at a multiple of 64
///
/// A slot:
///
///     offset   size
///          0      8   magic, the ASCII of `BSEARCH` and a zero
///          8      4   format version, now 4
///         12      4   zero
///         16      8   generation, 1 for the first commit
///         24      8   where the commit record begins
///         32      8   how many bytes it has
///         40      8   how many bytes the file has with this commit
///         48      4   CRC-32C of the commit record
///         52      8   zero
///         60      4   CRC-32C of the first 60 bytes of the slot
///
/// A commit appends what is new and its record, waits for the disk, and then writes the slot whose
/// generation is lower. The slots are in different pages, so a write that is torn by a crash spoils
/// one at most, and the other still names the commit before; LMDB's two meta pages work alike. The
/// valid slot with the higher generation counts.
struct CommitSlot: Equatable {
  static let magic = OutputFile.magic
  static let formatVersion: UInt32 = 4
  static let supportedVersions: ClosedRange<UInt32> = 4...4
  static let byteCount = 64
  /// Where the slots stand.
  static let offsets = [0, 4_096]
  /// Where segments may begin.
  static let headerByteCount = 8_192

  var generation: UInt64
  var recordOffset: Int
  var recordByteCount: Int
  var fileByteCount: Int
  var recordChecksum: UInt32

  /// The newest slot of `file`, which is at `path`.
  static func newest(in file: ByteRegion, path: String) throws(IndexError) -> CommitSlot {
    let newest = try valid(in: file, path: path).newest
    guard newest.fileByteCount >= headerByteCount else {
      throw file.damage(at: newest.offset, "a file of \(newest.fileByteCount) bytes")
    }
    guard newest.fileByteCount <= file.count else {
      throw .truncated(path: path, found: file.count, expected: newest.fileByteCount)
    }
    return newest
  }

  /// The slots of `file` whose checksums are right: the newest, and the one of the commit before if it is there.
  static func valid(in file: ByteRegion, path: String) throws(IndexError) -> (
    newest: CommitSlot, before: CommitSlot?
  ) {
    guard try isIndex(file) else { throw .notAnIndex(path: path) }
    guard file.count >= headerByteCount else {
      throw .truncated(path: path, found: file.count, expected: headerByteCount)
    }
    var slots: [CommitSlot] = []
    for offset in offsets {
      if let slot = try CommitSlot(file.slice(offset, byteCount)), slot.offset == offset,
        slot.generation > 0
      {
        slots.append(slot)
      }
    }
    slots.sort { $0.generation > $1.generation }
    guard let newest = slots.first else {
      throw file.damage(at: 0, "no slot of the header has a right checksum")
    }
    return (newest, slots.dropFirst().first)
  }

  /// The slots of `file` that were written and cannot be read: their commits are lost, or one that no reader has seen.
  static func damagedOffsets(in file: ByteRegion) throws(IndexError) -> [Int] {
    var damaged: [Int] = []
    for offset in offsets {
      let bytes = try file.bytes(offset, byteCount)
      guard bytes.contains(where: { $0 != 0 }) else { continue }
      let slot = try? CommitSlot(file.slice(offset, byteCount))
      if slot?.offset != offset { damaged.append(offset) }
    }
    return damaged
  }

  /// Whether a new index may take the place of what is at `path`: nothing, an empty file or an index.
  ///
  /// - Throws: ``IndexError/unsupportedFormat(found:supported:)`` if it is an index of a format that is not known,
  ///   which a newer version has made.
  static func mayReplace(_ path: String) throws(IndexError) -> Bool {
    switch try MappedFile.kind(of: path) {
    case .nothing, .emptyFile: return true
    case .file:
      let file = ByteRegion(try MappedFile(path: path), name: "header")
      guard try isIndex(file) else { return false }
      do throws(IndexError) {
        _ = try valid(in: file, path: path)
      } catch .unsupportedFormat(let found, let supported)
        where !IndexError.isOlder(found, than: supported)
      {
        throw .unsupportedFormat(found: found, supported: supported)
      } catch {
        // What is older or damaged may be replaced.
      }
      return true
    case .other: return false
    }
  }

  /// Whether a file begins as an index does, in one of its slots at least.
  private static func isIndex(_ file: ByteRegion) throws(IndexError) -> Bool {
    for offset in offsets where offset + magic.count <= file.count {
      if try file.bytes(offset, magic.count) == magic { return true }
    }
    return false
  }

  /// Where the slot stands: a commit takes the place of the one before the last.
  var offset: Int { Self.offsets[generation % 2 == 1 ? 0 : 1] }

  init(
    generation: UInt64, recordOffset: Int, recordByteCount: Int, fileByteCount: Int,
    recordChecksum: UInt32
  ) {
    self.generation = generation
    self.recordOffset = recordOffset
    self.recordByteCount = recordByteCount
    self.fileByteCount = fileByteCount
    self.recordChecksum = recordChecksum
  }

  /// The slot in `region`; nil if it was never written or its checksum is wrong.
  ///
  /// - Throws: ``IndexError/unsupportedFormat(found:supported:)`` if it is whole but of another
  ///   version.
  private init?(_ region: ByteRegion) throws(IndexError) {
    let bytes = try region.bytes(0, Self.byteCount - 4)
    var cursor = ByteCursor(region)
    guard try cursor.bytes(Self.magic.count) == Self.magic,
      Checksum.crc32c(bytes) == (try region.uint32(at: Self.byteCount - 4))
    else { return nil }
    let version = try cursor.uint32()
    guard Self.supportedVersions.contains(version) else {
      throw .unsupportedFormat(found: version, supported: Self.supportedVersions)
    }
    try cursor.skip(4)
    generation = try cursor.uint64()
    // There could be no commit after it.
    guard generation < .max else { return nil }
    let sizes = [try cursor.uint64(), try cursor.uint64(), try cursor.uint64()]
    guard sizes.allSatisfy({ $0 <= UInt64(Limits.byteCount) }) else { return nil }
    recordOffset = Int(sizes[0])
    recordByteCount = Int(sizes[1])
    fileByteCount = Int(sizes[2])
    recordChecksum = try cursor.uint32()
  }

  /// The bytes of the commit record.
  ///
  /// - Throws: ``IndexError/wrongChecksum(section:)`` if they are not those that were written.
  func record(in file: ByteRegion) throws(IndexError) -> ByteRegion {
    let record = try file.slice(recordOffset, recordByteCount, name: "commit record")
    try record.verify(checksum: recordChecksum)
    return record
  }

  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.append(Self.magic)
    writer.append(Self.formatVersion)
    writer.append(UInt32(0))
    writer.append(generation)
    writer.append(UInt64(recordOffset))
    writer.append(UInt64(recordByteCount))
    writer.append(UInt64(fileByteCount))
    writer.append(recordChecksum)
    writer.append(UInt64(0))
    writer.append(Checksum.crc32c(writer.bytes))
    return writer.bytes
  }
}
