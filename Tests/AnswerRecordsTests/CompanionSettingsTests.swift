import Testing

@testable import AnswerRecords

struct CompanionSettingsTests {
  @Test func `arguments are read as what they were made of`() throws {
    var settings = CompanionSettings(
      index: "--lang", language: .chinese, ownDictionary: "词 语.dict")
    #expect(CompanionSettings(arguments: settings.arguments) == settings)
    settings.dictionaries = ["--", "二"]
    settings.dictionaries.removeFirst()
    settings.options = ["--port", "0", "--", "--index"]
    #expect(CompanionSettings(arguments: settings.arguments) == settings)
  }

  @Test(arguments: [
    [], ["--"], ["--help"], ["--index", "a", "--lang", "zh", "--"],
    ["--index", "a", "--lang", "fr", "--own-dictionary", "b", "--"],
    ["--index", "a", "--lang", "zh", "--own-dictionary", "b"],
    ["--index", "a", "--lang", "zh", "--own-dictionary", "b", "--other", "c", "--"],
  ])
  func `other arguments are refused`(arguments: [String]) {
    #expect(CompanionSettings(arguments: arguments) == nil)
  }
}
