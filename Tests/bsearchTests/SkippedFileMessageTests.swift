import BulletinSearch
import Testing

@testable import bsearch

struct SkippedFileMessageTests {
  @Test(arguments: [
    ("more than 16777216 characters; split it", "超过 16777216 字；请分成几个"),
    ("larger than 67108864 bytes; split it", "大于 67108864 字节；请分成几个"),
    ("longer than 268435456 bytes; split it", "长于 268435456 字节；请分成几个"),
    (
      "the file is a PNG image, not text; save it as text or Markdown first",
      "文件是 PNG 图片，不是文本；请先另存为文本或 Markdown"
    ),
    ("neither a file nor a folder", "不是文件，也不是文件夹"),
    ("Something of the system", "Something of the system"),
  ])
  func `why a file is left out is said in Chinese`(reason: String, chinese: String) {
    let file = SkippedFile(path: "甲\u{1B}[31m.md", reason: reason)
    #expect(Messages(language: .chinese).skipped(file) == "跳过 甲␛[31m.md：\(chinese)")
    #expect(Messages(language: .english).skipped(file) == "skipped 甲␛[31m.md: \(reason)")
  }
}
