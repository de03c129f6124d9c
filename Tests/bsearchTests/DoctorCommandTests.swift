import Testing

struct DoctorCommandTests {
  @Test func `doctor says what cuts Han, in both languages`() throws {
    let issues = try Issues.written()
    let chinese = try issues.command.run("doctor", "--lang", "zh")
    #expect(chinese.status == 0)
    #expect(chinese.output.contains("用 ICU 词典"))
    let english = try issues.command.run("doctor", "--lang", "en")
    #expect(english.output.contains("ICU dictionary"))
  }

  @Test func `doctor gives facts as JSON`() throws {
    let issues = try Issues.written()
    let outcome = try issues.command.run("doctor", "--json")
    #expect(outcome.output.contains("\"segmentation\""))
    #expect(outcome.output.contains("\"dictionaryWordCount\""))
  }
}
