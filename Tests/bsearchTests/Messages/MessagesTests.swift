import AnswerRecords
import BulletinSearch
import Testing

@testable import bsearch

struct MessagesTests {
  @Test(
    arguments: [
      ([:], Language.english), (["LANG": "zh_CN.UTF-8"], .chinese),
      (["LANG": "zh_CN.UTF-8", "LC_ALL": "C"], .english),
      (["LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW"], .chinese),
    ])
  func `the locale of messages decides the language`(
    environment: [String: String], language: Language
  ) {
    #expect(Language(arguments: ["泵站"], environment: { environment[$0] }) == language)
  }

  @Test(
    arguments: [
      (["--lang", "zh", "泵站"], Language.chinese), (["泵站", "--lang=zh"], .chinese),
      (["--", "--lang", "zh"], .english), (["--lang", "fr"], .english), (["--lang"], .english),
    ])
  func `the option decides before the locale`(arguments: [String], language: Language) {
    #expect(Language(arguments: arguments, environment: { _ in nil }) == language)
  }

  @Test func `a summary of indexing says everything in a line`() {
    var report = IndexingReport()
    report.issues = 13
    report.articles = 158
    report.characters = 48_784
    report.encodings = ["gb18030": 1, "utf-8": 12]
    report.joins = 45
    report.unsigned = 14
    report.contents = 147
    report.contentsMatched = 146
    report.skippedCount = 1
    report.indexByteCount = 429_632
    report.isWritten = true
    #expect(
      Messages(language: .chinese).summary(report, index: ".bsearch", elapsed: .milliseconds(640))
        == "13 期，158 篇，48,784 字；编码 utf-8 12，gb18030 1；接页 45 处，未署名 14 篇，目录对上 146/147；"
        + "跳过 1 个文件；用时 0.64 秒；索引 .bsearch（430 kB）")
    #expect(
      Messages(language: .english).summary(report, index: ".bsearch", elapsed: .milliseconds(640))
        == "13 issues, 158 articles, 48,784 characters; encodings utf-8 12, gb18030 1; 45 page joins, "
        + "14 unsigned, contents matched 146/147; 1 file skipped; 0.64 seconds; "
        + "index .bsearch (430 kB)")
    report.changes.unchangedCount = 12
    report.changes.redecidedCount = 2
    #expect(
      Messages(language: .english).summary(report, index: "a", elapsed: .zero)
        .hasPrefix("12 unchanged (2 of them called or divided otherwise now); 13 issues"))
    #expect(
      Messages(language: .chinese).summary(report, index: "a", elapsed: .zero)
        .hasPrefix("未变 12（其中 2 个的期号、名称或分篇随其他文件改变）；13 期"))
  }

  @Test(
    arguments: [
      (0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (99_949, "99.9 kB"), (429_632, "430 kB"),
      (999_600, "1.0 MB"), (3_400_000_000, "3.4 GB"),
    ])
  func `sizes are short`(count: Int, text: String) {
    #expect(Messages(language: .english).byteSize(count) == text)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1000, "-1,000"),
  ])
  func `digits come in groups`(number: Int, text: String) {
    #expect(grouped(number) == text)
  }

  @Test func `times below a second are in milliseconds`() {
    #expect(Duration.microseconds(620).shortDescription == "0.6 ms")
    #expect(Duration.milliseconds(12_345).shortDescription == "12.35 s")
  }
}
