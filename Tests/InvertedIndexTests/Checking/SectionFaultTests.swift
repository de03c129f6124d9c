import TestSupport
import Testing

@testable import InvertedIndex

/// What a deep check says of damage that the checksums do not show.
struct SectionFaultTests {
  /// A thousand documents, so that there are bit sets, packed gaps and rests of lists.
  private static let sound = Result {
    let documents = (0..<1000).map { number in
      TestDocument(
        words: ["all", "Bulletin\(number % 9)", "w\(number)"]
          + (number % 7 == 0 ? ["seventh"] : [])
          + [String](repeating: "often", count: number % 4))
    }
    let folder = try TemporaryDirectory()
    let path = folder.path + "/sound.index"
    var writer = try TestWriter(
      IndexWriter(
        path: path, schema: Schema(columns: ["number"], tables: ["titles"])))
    for (number, document) in documents.enumerated() {
      for word in document.words { writer.add(Term(word)) }
      writer.append(row: Array("title \(number)".utf8), toTable: 0)
      writer.endDocument(
        StoredDocument(
          text: document.text, length: document.words.count, columns: [UInt64(number)]))
    }
    try writer.commit(properties: [:])
    return try IndexBytes(readFile(path))
  }

  /// The faults of the index after `change` was made to a section and all checksums were made right.
  private func faults(
    in kind: SectionKind, number: Int = 0, change: (inout ArraySlice<UInt8>, Segment) throws -> Void
  ) throws -> [IndexFault] {
    try damaged(in: kind, number: number, change: change).faults(deep: true)
  }

  /// The index after such a change.
  private func damaged(
    in kind: SectionKind, number: Int = 0, change: (inout ArraySlice<UInt8>, Segment) throws -> Void
  ) throws -> IndexReader {
    let index = try Self.sound.get()
    var bytes = index.bytes
    let range = try index.range(of: kind, number: number)
    let reader = try IndexReader(bytes: bytes)
    var section = bytes[range]
    try change(&section, reader.segments[0])
    bytes.replaceSubrange(range, with: section)
    let damaged = try IndexReader(bytes: index.repairingSections(of: bytes))
    #expect(damaged.faults(deep: false) == [])
    // Without new checksums it is the section that is named.
    let checksums = try IndexReader(bytes: bytes).faults(deep: false)
    #expect(checksums.map(\.kind) == [.checksum])
    #expect(checksums.first?.section.hasPrefix("\(kind.name)") == true)
    return damaged
  }

  private struct NoList: Error {}

  /// Where the list of a term is, and what it is made of.
  private func list(of term: String, in segment: Segment) throws -> (Int, PostingsLayout) {
    let info = try #require(try segment.terms.info(for: Term(term)))
    guard case .list(let offset, let byteCount) = info.postings else { throw NoList() }
    return (
      offset, PostingsLayout(documentFrequency: info.documentFrequency, byteCount: byteCount)
    )
  }

  @Test func `a sound index has no fault`() throws {
    let reader = try IndexReader(bytes: Self.sound.get().bytes)
    #expect(reader.faults(deep: true) == [])
    let folder = try TemporaryDirectory()
    for sample in [try IndexBytes.rich(in: folder.path), try IndexBytes.long(in: folder.path)] {
      #expect(try IndexReader(bytes: sample.bytes).faults(deep: true) == [])
    }
  }

  @Test func `of many faults some are kept and all are counted`() throws {
    let index = try Self.sound.get()
    var bytes = index.bytes
    for offset in try index.range(of: .lengthCodes) { bytes[offset] = 0 }
    let list = FaultList(limit: 3)
    try IndexReader(bytes: bytes).check(deep: true, into: list)
    #expect(list.faults.count == 3)
    #expect(list.count > 3)
  }

  // MARK: Terms

  /// Where the bytes of the second term are that it does not share.
  private func secondTerm(in segment: Segment) throws -> Int {
    var scanner = TermScanner(segment.terms)
    _ = try scanner.next()
    return scanner.offset + 1
  }

  @Test func `a term out of order`() throws {
    let found = try faults(in: .termBlocks) { section, segment in
      section[section.startIndex + (try secondTerm(in: segment))] = 0xFE
    }
    #expect(found.contains { $0.section == "term blocks" && $0.kind == .order })
  }

  @Test func `a visit of terms that do not ascend comes to an end`() throws {
    let index = try damaged(in: .termBlocks) { section, segment in
      section[section.startIndex + (try secondTerm(in: segment))] = 0xFE
    }
    #expect(throws: IndexError.self) {
      try index.forEachTerm(withPrefix: []) { _, _ in .next }
    }
  }

  @Test func `the head of a block that is not where its terms are`() throws {
    // The highest byte is the last one.
    let found = try faults(in: .termHeads) { section, _ in section[section.startIndex + 15] = 0xFE }
    #expect(found.contains { $0.section == "term blocks" && $0.kind == .order })
  }

  @Test func `a zero in the head of a block`() throws {
    let found = try faults(in: .termHeads) { section, _ in section[section.startIndex + 14] = 0 }
    #expect(!found.isEmpty)
  }

  @Test func `a block of terms that begins elsewhere`() throws {
    let found = try faults(in: .termHeads) { section, segment in
      section[section.startIndex + segment.terms.blockCount * 8 + 4] ^= 1
    }
    #expect(found.contains { $0.section == "term heads" && $0.kind == .order })
  }

  @Test func `a term in no document`() throws {
    let found = try faults(in: .termBlocks) { section, segment in
      for block in 0..<segment.terms.blockCount {
        var scanner = try TermScanner(segment.terms, ofBlock: block)
        while try scanner.next() {
          guard (3..<128).contains(scanner.info.documentFrequency),
            case .list(_, ..<128) = scanner.info.postings
          else { continue }
          // The frequency and the length of the list are the last two bytes.
          section[section.startIndex + scanner.offset - 2] = 0
          return
        }
      }
      throw NoList()
    }
    #expect(found.contains { $0.section == "term blocks" && $0.kind == .number })
  }

  // MARK: Postings

  @Test(arguments: ["all", "seventh", "often"])
  func `a bound that does not hold`(term: String) throws {
    let found = try faults(in: .postings) { section, segment in
      let (offset, layout) = try list(of: term, in: segment)
      let bound = section.startIndex + offset + layout.boundsOffset
      for place in bound..<bound + 4 { section[place] = 255 }
    }
    #expect(found.map(\.kind) == [.bound])
    #expect(found.first?.section == "postings")
  }

  @Test(arguments: ["all", "seventh", "often"])
  func `a block that ends elsewhere`(term: String) throws {
    let found = try faults(in: .postings) { section, segment in
      let (offset, layout) = try list(of: term, in: segment)
      section[section.startIndex + offset + layout.endsOffset] ^= 1
    }
    #expect(found.contains { $0.section == "postings" && $0.kind != .checksum })
  }

  @Test(arguments: ["all", "seventh", "often"])
  func `another last document of a block`(term: String) throws {
    let found = try faults(in: .postings) { section, segment in
      let (offset, _) = try list(of: term, in: segment)
      section[section.startIndex + offset] ^= 1
    }
    #expect(found.contains { $0.section == "postings" })
  }

  @Test func `a bit behind the last posting`() throws {
    let found = try faults(in: .postings) { section, segment in
      let (offset, layout) = try list(of: "Bulletin3", in: segment)
      #expect(layout.blockCount == 0)
      let info = try #require(try segment.terms.info(for: Term("Bulletin3")))
      guard case .list(_, let byteCount) = info.postings else { return }
      section[section.startIndex + offset + byteCount - 1] ^= 0x80
    }
    #expect(found.contains { $0.section == "postings" })
  }

  // MARK: Documents

  @Test func `lengths that are not those of the sum`() throws {
    let found = try faults(in: .lengthCodes) { section, _ in
      section[section.startIndex] = 200
    }
    #expect(found.contains { $0.section == "document lengths" && $0.kind == .number })
  }

  @Test func `a length below what bounds it`() throws {
    let found = try faults(in: .lengthCodes) { section, _ in
      section[section.startIndex + 500] = 0
    }
    #expect(found.contains { $0.section == "postings" && $0.kind == .bound })
  }

  @Test func `two characters of one rank`() throws {
    let found = try faults(in: .alphabet) { section, segment in
      let ranks = section.startIndex + segment.texts.alphabet.rankOffset(ofNumber: 0)
      section[ranks] = section[ranks + 4]
    }
    #expect(found.contains { $0.section == "alphabet" && $0.kind == .number })
  }

  @Test func `characters out of order`() throws {
    let found = try faults(in: .alphabet) { section, segment in
      section[section.startIndex + segment.texts.alphabet.offset(ofNumber: 0)] = 0xFF
    }
    #expect(found.contains { $0.section == "alphabet" && $0.kind == .order })
  }

  @Test func `a pair that is another one`() throws {
    let found = try faults(in: .alphabet) { section, segment in
      let alphabet = segment.texts.alphabet
      try #require(alphabet.pairCount > 1)
      let rank = try alphabet.rank(ofPairAt: 1)
      section[section.startIndex + alphabet.offset(ofRank: rank)] ^= 1
    }
    #expect(found.contains { $0.section == "alphabet" && $0.kind != .checksum })
  }

  @Test func `a character that begins pairs and ends some`() throws {
    let found = try faults(in: .alphabet) { section, segment in
      let alphabet = segment.texts.alphabet
      let number = try #require(
        try alphabet.symbol(ofRank: alphabet.rank(ofPairAt: 0)).pair
      ).first
      section[section.startIndex + alphabet.rankOffset(ofNumber: number) + 3] |= 0xC0
    }
    #expect(found.contains { $0.section == "alphabet" && $0.kind == .number })
  }

  @Test func `a code of too many symbols`() throws {
    let found = try faults(in: .differenceCode) { section, _ in
      section[section.endIndex - 1] = 254
    }
    #expect(found.contains { $0.section == "difference code" })
  }

  @Test(arguments: [
    (SectionKind.textEnds, "text ends"), (.differenceEnds, "difference ends"),
    (.rowEnds, "row ends 0"),
  ])
  func `a row that ends before it begins`(kind: SectionKind, name: String) throws {
    let found = try faults(in: kind) { section, _ in
      let width = Int(section[section.startIndex])
      let place = section.startIndex + 1 + 400 * width
      for byte in place..<place + width { section[byte] = 0 }
    }
    let fault = try #require(found.first { $0.section == name })
    #expect(fault.kind == .order)
    #expect(fault.offset > 400)
  }

  @Test(arguments: [
    (SectionKind.textEnds, "texts"), (.differenceEnds, "differences"), (.rowEnds, "rows 0"),
  ])
  func `bytes behind the last row`(kind: SectionKind, name: String) throws {
    let found = try faults(in: kind) { section, _ in
      let width = Int(section[section.startIndex])
      let place = section.endIndex - width
      section[place] -= 1
    }
    #expect(found.contains { $0.section == name })
  }

  @Test func `a character that does not end`() throws {
    let found = try faults(in: .texts) { section, _ in section[section.endIndex - 1] = 0xFF }
    #expect(found.map(\.section) == ["texts"])
    #expect(found.first?.kind == .text)
  }

  @Test func `differences that are cut short`() throws {
    let found = try faults(in: .differenceEnds) { section, _ in
      let width = Int(section[section.startIndex])
      for place in 1...width { section[section.startIndex + place] = 0 }
    }
    #expect(found.contains { $0.section == "differences" && $0.kind == .unreadable })
  }

  // MARK: Sections

  @Test func `sections that overlap`() throws {
    let index = try Self.sound.get()
    var bytes = index.bytes
    let table = index.tableRange(ofSegment: 0).lowerBound
    let entries = try index.sections(ofSegment: 0)
    let columns = try #require(entries.firstIndex { $0.kind == .column })
    let rows = try #require(entries.firstIndex { $0.kind == .rows })
    // Where an entry says that its section begins.
    let place = table + rows * SectionTable.entrySize + 8
    bytes.replace(UInt32(entries[columns].offset), at: place)
    let reader = try IndexReader(bytes: index.repairingTables(of: bytes))
    #expect(
      reader.faults(deep: true).contains { $0.section == "section table" && $0.kind == .space })
  }
}

extension IndexReader {
  /// The first hundred faults.
  func faults(deep: Bool) -> [IndexFault] {
    let list = FaultList(limit: 100)
    check(deep: deep, into: list)
    return list.faults
  }
}
