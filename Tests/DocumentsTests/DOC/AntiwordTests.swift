import TestSupport
import Testing

@testable import Bulletins
@testable import Documents

/// Documents of Word before 97, which another program reads; here a script stands for it.
@Suite struct AntiwordTests {
  private func read(_ script: String) throws -> Result<PlacedText, DocumentProblem> {
    let folder = try TemporaryDirectory()
    let path = try StandIn.make(script, named: "antiword", in: folder)
    var document = BinaryWordDocument([.init([.init("旧")])])
    document.version = 0x65
    return DocumentReader.read(
      try DocumentInput(bytes: document.file(), ending: "doc"),
      tools: DocumentTools(paths: [.antiword: path])
    ).result
  }

  @Test func `it is asked for whole paragraphs in UTF-8, and gets the document by a name`() throws {
    let text = try read(
      """
      [ "$*" = '-m UTF-8.txt -w 0 /dev/stdin' ] || exit 1
      IFS= read -r first </dev/stdin
      [ -n "$first" ] || exit 1
      printf '第1期\\n\\n[pic]\\n正文一段，很长。\\n|名称 |数量|\\n-----\\n'
      """
    ).get()
    #expect(text.lines == ["t 第1期", "t 正文一段，很长。", "r 名称\t数量"])
  }

  @Test(arguments: [
    ("echo 'is encrypted' >&2; exit 1", DocumentProblem.encrypted), ("exit 1", .damaged),
    ("exit 0", .noText), ("kill -9 $$", .limit(.time)),
  ])
  func `what it does instead is told`(script: String, problem: DocumentProblem) throws {
    #expect(throws: problem) { _ = try read(script).get() }
  }

  @Test func `without it the document is named with what it needs`() throws {
    var document = BinaryWordDocument([.init([.init("旧")])])
    document.version = 0x65
    #expect(try problem(of: document.file(), ending: "doc") == .toolMissing(.antiword))
  }
}
