/// The parts of a ZIP archive, as DOCX, ODT, EPUB and OFD are.
///
/// Only what the central directory names is a part, and only what is asked for is inflated.
package struct ZIPArchive {
  private let file: [UInt8]
  private let limits: ArchiveLimits
  private var inflatedByteCount = 0
  private let parts: [String: ZIPEntry]
  /// The names of the parts in the order of the directory, each once; folders are none.
  package let names: [String]

  /// - Throws: ``ArchiveError/noDirectory``, ``ArchiveError/damaged`` or ``ArchiveError/limit(_:)``.
  package init(_ file: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveError) {
    let directory = try ZIPDirectory(file, limits: limits)
    self.file = file
    self.limits = limits
    var parts: [String: ZIPEntry] = [:]
    var names: [String] = []
    for entry in directory.entries where !entry.name.hasSuffix("/") {
      // Of parts with one name the last counts, which a program wrote that only appends.
      if parts.updateValue(entry, forKey: entry.name) == nil { names.append(entry.name) }
    }
    self.parts = parts
    self.names = names
  }

  /// Whether bytes begin as an archive does; an empty one begins with its end.
  package static func isArchive(_ file: some Collection<UInt8>) -> Bool {
    file.starts(with: [0x50, 0x4B, 3, 4]) || file.starts(with: [0x50, 0x4B, 5, 6])
  }

  /// Whether any part needs a password.
  package var isEncrypted: Bool { parts.values.contains { $0.isEncrypted } }

  package func contains(_ name: String) -> Bool { parts[name] != nil }

  /// The bytes of a part; nil if there is none of that name.
  ///
  /// - Throws: ``ArchiveError``; other parts may be read all the same, unless it is ``ArchiveError/limit(_:)``.
  package mutating func part(_ name: String) throws(ArchiveError) -> [UInt8]? {
    guard let entry = parts[name] else { return nil }
    guard !entry.isEncrypted else { throw .encrypted }
    let compressed = try compressedBytes(of: entry)
    guard entry.byteCount <= min(limits.partByteCount, limits.totalByteCount - inflatedByteCount)
    else { throw .limit(.inflatedBytes) }
    guard
      entry.byteCount
        <= max(limits.leastSuspiciousByteCount, compressed.count * limits.ratio)
    else { throw .limit(.ratio) }
    let bytes: [UInt8]
    switch entry.method {
    case 0: bytes = Array(file[compressed])
    case 8:
      guard let inflated = Inflater.inflate(file[compressed], byteCount: entry.byteCount) else {
        throw .damagedPart(name)
      }
      bytes = inflated
    default: throw .unknownMethod(entry.method)
    }
    inflatedByteCount += bytes.count
    guard bytes.count == entry.byteCount, Inflater.checksum(bytes) == entry.checksum else {
      throw .damagedPart(name)
    }
    return bytes
  }

  /// Where the compressed bytes of a part are: behind its local header, whose name and extra field may have other
  /// lengths than in the directory.
  private func compressedBytes(of entry: ZIPEntry) throws(ArchiveError) -> Range<Int> {
    guard entry.headerOffset <= file.count else { throw .damagedPart(entry.name) }
    let header = LittleEndian(file[entry.headerOffset...])
    guard header.uint32(at: 0) == 0x0403_4B50, let nameLength = header.uint16(at: 26),
      let extraLength = header.uint16(at: 28)
    else { throw .damagedPart(entry.name) }
    let start = entry.headerOffset + 30 + nameLength + extraLength
    guard start <= file.count, entry.compressedByteCount <= file.count - start else {
      throw .damagedPart(entry.name)
    }
    return start..<start + entry.compressedByteCount
  }
}
