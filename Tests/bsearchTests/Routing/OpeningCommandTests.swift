import Testing

@testable import bsearch

struct OpeningCommandTests {
  private func arguments(
    _ variables: [String: String], _ place: OpeningPlace, installed: Set<String>
  ) -> [String]? {
    let command = OpeningCommand(place, environment: { variables[$0] }) {
      installed.contains($0) ? "/bin/" + $0 : nil
    }
    return command.map { [$0.program] + $0.arguments }
  }

  private static let place = OpeningPlace(path: "a b.md", line: 12, column: 4)

  @Test(arguments: [
    ("vi", ["/bin/vi", "+12", "a b.md"]), ("vim -R", ["/bin/vim", "-R", "+12", "a b.md"]),
    ("emacsclient -nw -a ''", ["/bin/emacsclient", "-nw", "-a", "", "+12", "a b.md"]),
    ("nano", ["/bin/nano", "+12,4", "a b.md"]),
    ("code --wait", ["/bin/code", "--wait", "--goto", "a b.md:12:4"]),
    ("subl", ["/bin/subl", "a b.md:12:4"]), ("other", ["/bin/other", "a b.md"]),
  ])
  func `an editor is told the line as it takes it`(editor: String, expected: [String]) {
    let installed: Set = ["vi", "vim", "emacsclient", "nano", "code", "subl", "other", "xdg-open"]
    #expect(arguments(["EDITOR": editor], Self.place, installed: installed) == expected)
    #expect(
      arguments(["VISUAL": editor, "EDITOR": "none"], Self.place, installed: installed) == expected)
  }

  @Test func `without an editor the desktop opens the file`() {
    #expect(arguments([:], Self.place, installed: ["xdg-open"]) == ["/bin/xdg-open", "a b.md"])
    #expect(
      arguments(["EDITOR": "missing"], Self.place, installed: ["open"]) == ["/bin/open", "a b.md"])
    #expect(arguments(["EDITOR": "missing"], Self.place, installed: []) == nil)
  }

  @Test func `a program that is named comes before all others`() {
    func opened(_ place: OpeningPlace, with program: String) -> [String]? {
      OpeningCommand(place, named: program, environment: { _ in "vi" }) {
        $0 == "none" || $0.contains(" ") ? nil : "/bin/" + $0
      }.map { [$0.program] + $0.arguments }
    }
    #expect(opened(Self.place, with: "code") == ["/bin/code", "--goto", "a b.md:12:4"])
    #expect(opened(Self.place, with: "none") == nil)
    let pdf = OpeningPlace(path: "a.pdf", isDocument: true, page: 3)
    #expect(opened(pdf, with: "zathura") == ["/bin/zathura", "--page=3", "a.pdf"])
    #expect(opened(pdf, with: "other -x") == ["/bin/other", "-x", "a.pdf"])
  }

  @Test func `a program may have a blank in its path`() {
    #expect(
      arguments(["EDITOR": "my editor"], Self.place, installed: ["my editor"])
        == ["/bin/my editor", "a b.md"])
  }

  @Test func `a document is shown at its page, where there is a viewer for that`() {
    var place = OpeningPlace(path: "a.pdf", line: 40, isDocument: true, page: 3)
    let variables = ["EDITOR": "vi"]
    #expect(
      arguments(variables, place, installed: ["vi", "evince", "xdg-open"])
        == ["/bin/evince", "--page-index=3", "a.pdf"])
    #expect(
      arguments(variables, place, installed: ["vi", "xdg-open"]) == ["/bin/xdg-open", "a.pdf"])
    place.path = "a.docx"
    #expect(
      arguments(variables, place, installed: ["evince", "xdg-open"]) == ["/bin/xdg-open", "a.docx"])
  }

  @Test func `no name is taken for an option`() {
    let place = OpeningPlace(path: "-c:quit", line: 1)
    #expect(
      arguments(["EDITOR": "vi"], place, installed: ["vi"]) == ["/bin/vi", "+1", "./-c:quit"])
  }
}
