import TestSupport
import Testing

/// What the command was called with, wherever it runs.
struct ArgumentsTests {
  /// Whether a process can be without `/proc`.
  private static let canHideProcesses =
    (try? Command(folder: "/tmp").shell("unshare -rm mount -t tmpfs tmpfs /proc").status) == 0

  @Test(.enabled(if: canHideProcesses, "nothing can be mounted over /proc here"))
  func `without proc a command does what it is told`() throws {
    let issues = try Issues.written()
    let outcome = try issues.command.shell(
      """
      exec unshare -rm sh -c '
        mount -t tmpfs tmpfs /proc || exit 99
        "$BSEARCH" index issues && "$BSEARCH" count 泵站 && "$BSEARCH" 没有这个词; echo $?'
      """)
    #expect(outcome.output.hasSuffix("1\n"), "\(outcome)")
    #expect(try issues.command.run("-c", "泵站").output == "2\n")
  }

  @Test func `arguments of any bytes are shown as paths are`() throws {
    let issues = try Issues.written()
    let outcome = try issues.command.shell(
      #"cp issues/2022-08.md "$(printf 'a\377.md')"; "#
        + #"$BSEARCH index --index ix "$(printf 'a\377.md')" && $BSEARCH issues --index ix"#)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("a\\xFF.md"), "\(outcome.output)")
  }
}
