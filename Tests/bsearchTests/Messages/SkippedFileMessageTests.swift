import AnswerRecords
import BulletinSearch
import Testing

@testable import bsearch

struct SkippedFileMessageTests {
  @Test(arguments: [
    (
      FileProblem.tooManyCharacters(limit: 16_777_216), "超过 16777216 字；请分成几个",
      "more than 16777216 characters; split it"
    ),
    (
      .tooManyBytes(limit: 67_108_864), "大于 67108864 字节；请分成几个",
      "larger than 67108864 bytes; split it"
    ),
    (
      .binary(.png), "文件是 PNG 图片，不是文本；请先另存为文本或 Markdown",
      "the file is a PNG image, not text; save it as text or Markdown first"
    ),
    (.neitherFileNorFolder, "不是文件，也不是文件夹", "neither a file nor a folder"),
    (.system(code: 2), "没有这个文件", "No such file or directory"),
  ])
  func `why a file is left out is said in both languages`(
    problem: FileProblem, chinese: String, english: String
  ) {
    let file = SkippedFile(path: "甲\u{1B}[31m.md", reason: problem)
    #expect(Messages(language: .chinese).skipped(file) == "跳过 甲␛[31m.md：\(chinese)")
    #expect(Messages(language: .english).skipped(file) == "skipped 甲␛[31m.md: \(english)")
  }
}
