import Testing

@testable import Bulletins

struct GeneratorTests {
  @Test(arguments: UInt64(1)...400)
  func `an issue that was made up is read as it was meant`(seed: UInt64) {
    let issue = IssueGenerator(seed: seed)
    #expect(IssueTruth(parse(issue.text)).description == issue.truth.description)
  }
}
