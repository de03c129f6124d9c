import TestSupport
import Testing

@testable import Documents

@Suite struct ZIPArchiveTests {
  private let text = Array("光缆抢修完成。".utf8)

  @Test func `stored and deflated parts are read`() throws {
    var writer = ZIPWriter()
    writer.add("a.xml", text)
    writer.add("文件/b.xml", text, method: .deflated)
    writer.add("空.xml", [], method: .deflated)
    var archive = try ZIPArchive(writer.archive())
    #expect(archive.names == ["a.xml", "文件/b.xml", "空.xml"])
    #expect(try archive.part("a.xml") == text)
    #expect(try archive.part("文件/b.xml") == text)
    #expect(try archive.part("空.xml") == [])
    #expect(try archive.part("c.xml") == nil)
  }

  @Test func `names are the same with slashes of either kind`() throws {
    var writer = ZIPWriter()
    writer.add(#"word\document.xml"#, text)
    var archive = try ZIPArchive(writer.archive())
    #expect(try archive.part("word/document.xml") == text)
  }

  @Test func `bytes before the archive and a comment behind it do no harm`() throws {
    var writer = ZIPWriter(before: Array("#!/bin/sh\nexit\n".utf8))
    writer.add("a.xml", text)
    // The comment holds what looks like the end of another archive.
    var archive = try ZIPArchive(writer.archive(comment: [0x50, 0x4B, 5, 6, 1, 2, 3]))
    #expect(try archive.part("a.xml") == text)
  }

  @Test func `an archive within a part is not taken for the archive`() throws {
    let inner = ZIPWriter.archive(["inner.xml": "里面"])
    var writer = ZIPWriter()
    writer.add("a.zip", inner)
    writer.add("b.xml", text)
    let archive = try ZIPArchive(writer.archive())
    #expect(archive.names == ["a.zip", "b.xml"])
  }

  @Test func `of parts with one name the last counts`() throws {
    var writer = ZIPWriter()
    writer.add("a.xml", Array("旧".utf8))
    writer.add("a.xml", text)
    var archive = try ZIPArchive(writer.archive())
    #expect(archive.names == ["a.xml"])
    #expect(try archive.part("a.xml") == text)
  }

  @Test func `an encrypted part is told`() throws {
    var writer = ZIPWriter()
    writer.add("a.xml", text, isEncrypted: true)
    writer.add("b.xml", text)
    var archive = try ZIPArchive(writer.archive())
    #expect(archive.isEncrypted)
    #expect(throws: ArchiveError.encrypted) { try archive.part("a.xml") }
    #expect(try archive.part("b.xml") == text)
  }

  @Test(arguments: 0..<60)
  func `a file that was cut off has no directory or a damaged one`(missing: Int) {
    var writer = ZIPWriter()
    writer.add("a.xml", text)
    let file = writer.archive()
    #expect(throws: ArchiveError.self) { try ZIPArchive(Array(file.dropLast(missing + 1))) }
  }

  @Test func `a part that was changed is damaged`() throws {
    var writer = ZIPWriter()
    writer.add("a.xml", text)
    writer.add("b.xml", text, method: .raw([0x07, 1, 2]))
    var file = writer.archive()
    file[36] ^= 1
    var archive = try ZIPArchive(file)
    #expect(throws: ArchiveError.damagedPart("a.xml")) { try archive.part("a.xml") }
    #expect(throws: ArchiveError.damagedPart("b.xml")) { try archive.part("b.xml") }
  }
}

@Suite struct ArchiveLimitTests {
  private func archive(
    of bytes: [UInt8], _ limits: ArchiveLimits = ArchiveLimits(), byteCount: Int? = nil
  ) throws -> ZIPArchive {
    var writer = ZIPWriter()
    writer.add(
      "a.xml", bytes, method: .raw(ZIPWriter.bomb(of: 0x20, count: bytes.count - 1)),
      byteCount: byteCount)
    writer.add("b.xml", bytes)
    return try ZIPArchive(writer.archive(), limits: limits)
  }

  /// One byte and repetitions of 258.
  private let blanks = [UInt8](repeating: 0x20, count: 1 + 258 * 40)

  @Test func `repetitions inflate`() throws {
    var archive = try archive(of: blanks)
    #expect(try archive.part("a.xml") == blanks)
  }

  @Test func `a part that inflates to hundreds of times its size is refused, unless it is small`()
    throws
  {
    var limits = ArchiveLimits()
    limits.leastSuspiciousByteCount = 10_000
    limits.ratio = 100
    var archive = try archive(of: blanks, limits)
    #expect(throws: ArchiveError.limit(.ratio)) { try archive.part("a.xml") }
    #expect(try archive.part("b.xml") == blanks)
  }

  @Test func `a part, and all parts together, may not be longer than the limits`() throws {
    var limits = ArchiveLimits()
    limits.partByteCount = 10_000
    var first = try archive(of: blanks, limits)
    #expect(throws: ArchiveError.limit(.inflatedBytes)) { try first.part("b.xml") }
    limits.partByteCount = 20_000
    limits.totalByteCount = 25_000
    var second = try archive(of: blanks, limits)
    #expect(try second.part("a.xml") == blanks)
    #expect(try second.part("b.xml") == blanks)
    #expect(throws: ArchiveError.limit(.inflatedBytes)) { try second.part("b.xml") }
  }

  @Test(arguments: [0, 1, 258, 10_320, 10_322, 60_000_000])
  func `a part that has another size than the directory says is damaged`(byteCount: Int) throws {
    var limits = ArchiveLimits()
    limits.ratio = 1_000_000
    var archive = try archive(of: blanks, limits, byteCount: byteCount)
    #expect(throws: ArchiveError.damagedPart("a.xml")) { try archive.part("a.xml") }
  }

  @Test func `a directory of very many entries is refused`() {
    var writer = ZIPWriter()
    for index in 0...10 { writer.add("\(index)", []) }
    var limits = ArchiveLimits()
    limits.entries = 10
    #expect(throws: ArchiveError.limit(.entries)) {
      try ZIPArchive(writer.archive(), limits: limits)
    }
  }
}
