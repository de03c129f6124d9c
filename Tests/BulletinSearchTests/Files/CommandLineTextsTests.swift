import Testing

@testable import BulletinSearch

struct CommandLineTextsTests {
  @Test func `marks without end are cut, and nothing else`() {
    let marks = String(repeating: "\u{301}\u{323}", count: 100_000)
    let text = CommandLineTexts.withFewMarks("水e\(marks)厂a\(marks)")
    #expect(text.unicodeScalars.count == 4 + 2 * 256)
    #expect(text.unicodeScalars.contains("厂"))
    let path = String(repeating: "e" + String(repeating: "\u{301}", count: 126) + "/", count: 16)
    #expect(CommandLineTexts.withFewMarks(path).utf8.elementsEqual(path.utf8))
    let query = String(repeating: "东渡水厂", count: 5_000)
    #expect(CommandLineTexts.withFewMarks(query) == query)
  }
}
