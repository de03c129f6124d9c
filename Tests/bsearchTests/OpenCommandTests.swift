import AnswerRecords
import TestSupport
import Testing

/// Opening files of articles, over two small issues.
struct OpenCommandTests {
  /// A program that writes what it is called with.
  private static func indexed() throws -> Issues {
    let issues = try Issues.indexed()
    _ = try issues.command.shell(
      "mkdir bin && printf '#!/bin/sh\\nprintf \"%%s\\\\n\" \"$@\"\\n' > bin/vim && chmod +x bin/vim"
    )
    return issues
  }

  private func open(_ issues: borrowing Issues, _ id: String, editor: String = "vim") throws
    -> Command.Outcome
  {
    var command = issues.command
    command.environment["PATH"] = "\(issues.directory.path)/bin:/usr/bin:/bin"
    command.environment["EDITOR"] = editor
    return try command.run("--lang", "zh", "open", id)
  }

  @Test func `an article is opened at its line`() throws {
    let issues = try Self.indexed()
    #expect(try open(issues, "92/1").output == "+17\nissues/2022-08.md\n")
    #expect(try open(issues, "issues/2022-08.md:19:5").output == "+19\nissues/2022-08.md\n")
    #expect(try open(issues, "92/1", editor: "vim -R").output == "-R\n+17\nissues/2022-08.md\n")
    #expect(try open(issues, "7/1").status == 1)
  }

  @Test func `a name is one argument whatever is in it`() throws {
    let issues = try Self.indexed()
    let outcome = try issues.command.shell(
      "cp issues/2022-08.md 'issues/a b;touch x;$(touch y).md' && rm issues/2022-08.md && $BSEARCH index issues "
        + "&& PATH=bin:$PATH EDITOR=vim $BSEARCH open 92/1 && ls")
    #expect(outcome.output.contains("\nissues/a b;touch x;$(touch y).md\n"), "\(outcome)")
    #expect(!outcome.output.hasSuffix("x\n") && !outcome.output.contains("\ny\n"))
  }

  @Test func `a file that has changed is opened with a word, one that is gone is not`() throws {
    let issues = try Self.indexed()
    _ = try issues.command.shell("echo 增补 >> issues/2022-08.md; rm issues/2022-09.md")
    let changed = try open(issues, "92/1")
    #expect(changed.status == 0)
    #expect(changed.messages.contains("issues/2022-08.md 建库后改过"))
    let gone = try open(issues, "93/1")
    #expect(gone.status == 2)
    #expect(gone.messages.contains("可用 bsearch show 93/1 阅读"))
  }

  @Test func `the command alone in a pipe shows its help`() throws {
    let issues = try Self.indexed()
    #expect(try issues.command.run("--lang", "zh").status == 2)
    #expect(try issues.command.shell("$BSEARCH").output.contains("USAGE: bsearch"))
  }

  private static let hasScript =
    (try? Command(folder: "/tmp").shell("script -qec true /dev/null").status) == 0

  @Test(.enabled(if: hasScript, "script makes no terminal here"))
  func `the command alone on a terminal says what there is, or what to do`() throws {
    let issues = try Self.indexed()
    let outcome = try issues.command.shell("LC_ALL=zh_CN.UTF-8 script -qec \"$BSEARCH\" /dev/null")
    let lines = outcome.output.split(whereSeparator: \.isNewline)
    #expect(lines.count == 3, "\(outcome.output)")
    #expect(lines.first?.hasSuffix("2 期，3 篇") == true, "\(outcome.output)")
    #expect(outcome.output.contains("最近一期：青川水务简讯  2022年第9期（总第93期）  2022-09-30（93）"))
    let nothing = try issues.command.shell(
      "mkdir -p /tmp/empty-$$ && cd /tmp/empty-$$ && LC_ALL=zh_CN.UTF-8 script -qec \"$BSEARCH\" /dev/null; "
        + "cd / && rmdir /tmp/empty-$$")
    #expect(nothing.output.contains("建库：bsearch index 简讯文件夹"), "\(nothing.output)")
    #expect(nothing.output.split(whereSeparator: \.isNewline).count == 3)
  }
}
