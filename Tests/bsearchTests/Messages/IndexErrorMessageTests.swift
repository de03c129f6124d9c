import AnswerRecords
import BulletinSearch
import InvertedIndex
import Testing

@testable import bsearch

struct IndexErrorMessageTests {
  private static let errors: [IndexError] =
    [
      .notAnIndex(path: "a"), .unsupportedFormat(found: 1, supported: 2...3),
      .unsupportedFormat(found: 9, supported: 2...3), .truncated(path: "a", found: 1, expected: 2),
      .corrupted(section: "texts", offset: 3, reason: "odd"), .wrongChecksum(section: "texts"),
      .io(call: "read", path: "a", errno: 2), .io(call: "write", path: "a", errno: 28),
      .notWritable(path: "a", errno: 2), .notWritable(path: "a", errno: 28), .occupied(path: "a"),
      .locked(path: "a", holder: "b"), .schemaDiffers(path: "a"), .cancelled,
    ] + IndexLimit.allCases.map { .limitExceeded(what: $0, limit: 5) }

  @Test(arguments: errors)
  func `an error of an index has words in both languages`(error: IndexError) {
    let chinese = Messages(language: .chinese).index(error)
    let english = Messages(language: .english).index(error)
    let hasChinese = chinese.unicodeScalars.contains { $0.properties.isIdeographic }
    let isEnglish = english.unicodeScalars.allSatisfy { $0.isASCII }
    #expect(hasChinese, "\(chinese)")
    #expect(isEnglish, "\(english)")
  }

  @Test func `a wrong checksum is told as one`() {
    let error = IndexError.wrongChecksum(section: "texts")
    #expect(
      Messages(language: .chinese).index(error)
        == "索引已损坏：texts 第 0 字节校验和不符；请用 bsearch check --repair 修复")
    #expect(
      Messages(language: .english).index(error)
        == "the index is damaged in its texts at byte 0: the checksum differs; repair it with "
        + "`bsearch check --repair`")
  }

  @Test func `a format of before and one to come are told apart`() {
    let messages = Messages(language: .english)
    #expect(
      messages.index(.unsupportedFormat(found: 1, supported: 2...3)).contains("rebuild it"))
    for found in [9, 0] as [UInt32] {
      #expect(
        messages.index(.unsupportedFormat(found: found, supported: 2...3)).contains("newer"))
    }
  }
}
