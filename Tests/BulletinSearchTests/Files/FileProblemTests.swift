import Testing

@testable import BulletinSearch

struct FileProblemTests {
  private static let all: [FileProblem] =
    [
      .system(code: 5), .notAFile, .neitherFileNorFolder, .tooManyBytes(limit: 7),
      .tooLongLine(limit: 8), .tooManyCharacters(limit: 9), .noText, .noDocument, .noJSONObject,
      .notUTF8, .undecodable, .noConverter(encoding: "big5"), .noConverter(encoding: "utf-8"),
      .tooManyFolders, .noNotifications, .emptiedFolder, .linkOutside, .endlessLine(limit: 10),
    ] + FileKind.allCases.map(FileProblem.binary) + DocumentFault.allCases.map(FileProblem.document)

  @Test func `an index says what was wrong with a file`() {
    for problem in Self.all {
      let (kind, detail) = problem.stored
      #expect(FileProblem(kind: kind, detail: detail) == problem)
    }
  }

  @Test func `numbers that no version writes are no problem`() {
    #expect(FileProblem(kind: 19, detail: 0) == nil)
    #expect(FileProblem(kind: 10, detail: 11) == nil)
    #expect(FileProblem(kind: 12, detail: 6) == nil)
    #expect(FileProblem(kind: 17, detail: 999) == nil)
  }
}
