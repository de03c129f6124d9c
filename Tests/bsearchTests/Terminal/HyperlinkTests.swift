import TestSupport
import Testing

@testable import bsearch

struct HyperlinkTests {
  @Test func `a path is a link where that is wanted, and nowhere else`() throws {
    let issues = try Issues.indexed()
    let plain = try issues.command.run("泵站")
    #expect(!plain.output.contains("\u{1B}"))
    let linked = try issues.command.run("--hyperlink", "always", "-l", "水压")
    let folder = issues.directory.path
    #expect(linked.output.hasPrefix("\u{1B}]8;;file://"))
    #expect(
      linked.output.hasSuffix(
        "\(folder)/issues/2022-08.md\u{1B}\\issues/2022-08.md\u{1B}]8;;\u{1B}\\:92/1\n"))
    let human = try issues.command.run("--hyperlink", "always", "--format", "human", "城南")
    #expect(human.output.contains("\u{1B}\\92/1\u{1B}]8;;\u{1B}\\"))
    #expect(
      try issues.command.run("--hyperlink", "never", "-l", "水压").output
        == "issues/2022-08.md:92/1\n")
  }

  @Test func `nothing in the name of a file ends the link`() throws {
    let issues = try Issues.indexed()
    let outcome = try issues.command.shell(
      #"f="$(printf 'a\033]8;;x\007%%;b.md')"; cp issues/2022-09.md "$f"; "#
        + #"$BSEARCH index --index ix "$f" && $BSEARCH --index ix --hyperlink always -l 泵站"#)
    let line = outcome.output.split(separator: "\n").last ?? ""
    #expect(
      line.contains("/a%1B%5D8%3B%3Bx%07%25%3Bb.md\u{1B}\\a␛]8;;x␇%;b.md\u{1B}]8;;\u{1B}\\"),
      "\(line)")
    #expect(line.split(separator: "\u{1B}").count == 4)
  }

  @Test func `a link goes over the lines that it is broken into`() {
    var text = StyledText()
    text.append("一二三四五六", .heading, path: "a.md")
    let lines = LineBreaker(width: 8, indent: 0).lines(of: text)
    #expect(lines.map { $0.spans.map(\.path) } == [["a.md"], ["a.md"]])
  }
}
