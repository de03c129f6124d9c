import AnswerRecords
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What `index` says when it cannot read or write, and what it leaves: the index of before, and nothing
/// beside it.
struct FailedIndexTests {
  /// What makes a command one of a user without rights, if the tests have all rights.
  private static let asUser = "setpriv --reuid=65534 --regid=65534 --clear-groups"

  /// Whether there is a user without rights.
  private static let hasUser =
    getuid() != 0
    || (try? Command(folder: "/").shell("\(asUser) $BSEARCH --version").status) == 0

  /// Whether a small disk can be made.
  private static let hasSmallDisk =
    (try? Command(folder: "/tmp").shell("unshare -rm mount -t tmpfs tmpfs /tmp").status) == 0

  private static let hasFlock = (try? Command(folder: "/").shell("flock --version").status) == 0

  /// A command that runs as a user without rights.
  private static func unprivileged(_ issues: borrowing Issues) -> Command {
    var command = issues.command
    command.environment["AS_USER"] = getuid() == 0 ? asUser : ""
    return command
  }

  private static func index(_ issues: borrowing Issues) throws -> [UInt8] {
    try readFile(issues.directory.path + "/.bsearch")
  }

  @Test(.enabled(if: hasUser, "the user of the tests may do everything"))
  func `a folder that cannot be written`() throws {
    let issues = try Issues.indexed()
    let before = try Self.index(issues)
    try issues.directory.write(Issues.invented(articleCount: 3), to: "issues/new.md")
    let outcome = try Self.unprivileged(issues).shell(
      "chmod 555 . ; $AS_USER $BSEARCH index issues; status=$?; chmod 755 .; exit $status")
    #expect(outcome.status == 2)
    #expect(
      outcome.messages
        == "bsearch: ./.bsearch cannot be written: Permission denied; "
        + "name another file with --index\n")
    #expect(try Self.index(issues) == before)
    #expect(try issues.directory.names == [".bsearch", "issues"])
  }

  @Test func `a path below a file`() throws {
    let issues = try Issues.written()
    let outcome = try issues.command.run("index", "issues", "--index", "issues/2022-08.md/x")
    #expect(outcome.status == 2)
    #expect(
      outcome.messages
        == "bsearch: issues/2022-08.md/x cannot be written: Not a directory; "
        + "name another file with --index\n")
    #expect(try issues.directory.names == ["issues"])
  }

  @Test func `what failed is said in Chinese too`() throws {
    let issues = try Issues.written()
    let written = try issues.command.run(
      "index", "issues", "--index", "issues/2022-08.md/x", "--lang", "zh")
    #expect(written.status == 2)
    #expect(
      written.messages == "bsearch: issues/2022-08.md/x 写不进去：不是文件夹；请用 --index 指定别的文件\n")
    let read = try issues.command.run("泵站", "--index", "issues/2022-08.md", "--lang", "zh")
    #expect(read.status == 2)
    #expect(
      read.messages == "bsearch: issues/2022-08.md 不是索引；请指定索引文件，或用 bsearch index 文件夹 建库\n")
  }

  @Test func `a limit of the size of files`() throws {
    let issues = try Issues.indexed()
    let before = try Self.index(issues)
    try issues.directory.write(Issues.invented(articleCount: 30), to: "issues/new.md")
    let outcome = try issues.command.shell("ulimit -f 8; exec $BSEARCH index issues")
    #expect(outcome.status == 2)
    #expect(outcome.messages == "bsearch: ./.bsearch: write failed: File too large\n")
    #expect(try Self.index(issues) == before)
    #expect(try issues.directory.names == [".bsearch", "issues"])
  }

  @Test(.enabled(if: hasSmallDisk, "no small disk can be made here"))
  func `a full disk`() throws {
    let issues = try Issues.written()
    try issues.directory.write(Issues.invented(articleCount: 30), to: "more/new.md")
    let outcome = try issues.command.shell(
      """
      mkdir disk; exec unshare -rm sh -c '
        mount -t tmpfs -o size=512k tmpfs disk
        "$BSEARCH" index issues --index disk/x 2>/dev/null || exit 99
        cp disk/x before
        cat /dev/zero > disk/filler 2>/dev/null
        "$BSEARCH" index issues more --index disk/x
        echo $?
        cmp before disk/x && ls -A disk'
      """)
    #expect(outcome.output == "2\nfiller\nx\n")
    #expect(
      outcome.messages
        == "bsearch: disk/x cannot be written: the disk is full; "
        + "free some space, or name another file with --index\n")
  }

  @Test(.enabled(if: hasUser, "the user of the tests may do everything"))
  func `a file that cannot be read is named and the rest is indexed`() throws {
    let issues = try Issues.written()
    let command = Self.unprivileged(issues)
    let outcome = try command.shell(
      "chmod 777 . ; chmod 000 issues/2022-09.md; $AS_USER $BSEARCH index issues")
    #expect(outcome.status == 2)
    #expect(
      outcome.messages.hasPrefix("bsearch: skipped issues/2022-09.md: Permission denied\n"),
      "\(outcome.messages)")
    #expect(try issues.command.run("泵站").status == 0)
    #expect(try issues.directory.names == [".bsearch", "issues"])
  }

  @Test(.enabled(if: hasSmallDisk, "no small disk can be made here"))
  func `a drive that is not mounted any more keeps its articles`() throws {
    let issues = try Issues.written()
    let outcome = try issues.command.shell(
      """
      mkdir drive; exec unshare -rm sh -c '
        mount -t tmpfs tmpfs drive && cp issues/* drive || exit 99
        "$BSEARCH" index drive 2>/dev/null && umount drive || exit 98
        "$BSEARCH" index; echo $?
        "$BSEARCH" index drive 2>/dev/null; echo $?
        "$BSEARCH" -c 泵站
        "$BSEARCH" index --force 2>/dev/null; echo $?
        "$BSEARCH" -c 泵站'
      """)
    #expect(outcome.output == "2\n2\n2\n0\n0\n", "\(outcome)")
    #expect(outcome.messages.contains("bsearch: drive is empty (is a drive not mounted?)"))
    #expect(outcome.messages.contains("`bsearch remove drive`, or update with --force\n"))
  }

  @Test(.enabled(if: hasUser, "the user of the tests may do everything"))
  func `what cannot be read any more is named, keeps its articles and is a failure`() throws {
    let issues = try Issues.indexed()
    let command = Self.unprivileged(issues)
    let outcome = try command.shell(
      """
      touch issues/2022-09.md; chmod 777 . ; chmod 666 .bsearch; chmod 000 issues/2022-09.md
      $AS_USER $BSEARCH index; echo $?; $AS_USER $BSEARCH -c 第二泵站
      """)
    #expect(outcome.output == "2\n1\n")
    #expect(
      outcome.messages.hasPrefix(
        "bsearch: cannot read issues/2022-09.md: Permission denied; its articles stay in the index\n"
      ),
      "\(outcome.messages)")
  }

  @Test(.enabled(if: hasUser, "the user of the tests may do everything"))
  func `a folder of which nothing can be read`() throws {
    let issues = try Issues.indexed()
    let before = try Self.index(issues)
    let command = Self.unprivileged(issues)
    let outcome = try command.shell(
      """
      mkdir closed; cp issues/*.md closed; chmod 777 . ; chmod 666 .bsearch; chmod 000 closed/*.md
      $AS_USER $BSEARCH index closed
      """)
    #expect(outcome.status == 2)
    #expect(outcome.messages.split(separator: "\n").count == 3, "\(outcome.messages)")
    #expect(try Self.index(issues) == before)
    #expect(try issues.directory.names == [".bsearch", "closed", "issues"])
  }

  @Test(.enabled(if: hasFlock, "there is no flock"))
  func `a second writer waits briefly and then says who has the lock`() throws {
    let issues = try Issues.indexed()
    let before = try Self.index(issues)
    try issues.directory.write(Issues.invented(articleCount: 3), to: "issues/new.md")
    try issues.directory.write("writer process 4711 on 泵站-3\n", to: ".bsearch.lock")
    let start = ContinuousClock.now
    let outcome = try issues.command.shell("flock .bsearch.lock $BSEARCH index issues")
    #expect(ContinuousClock.now - start >= .seconds(2))
    #expect(outcome.status == 2)
    #expect(
      outcome.messages
        == "bsearch: ./.bsearch is being written by process 4711 on -3; wait until it has finished\n"
    )
    #expect(try Self.index(issues) == before)
    // The lock of a process that has ended is in nobody's way.
    #expect(try issues.command.run("index", "issues").status == 0)
    #expect(try issues.directory.names == [".bsearch", "issues"])
  }

  @Test func `two writers at once come one after the other`() throws {
    let issues = try Issues.written()
    let outcome = try issues.command.shell(
      "$BSEARCH index issues & $BSEARCH index issues; first=$?; wait $! && exit $first")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(try issues.command.run("check").status == 0)
    #expect(try issues.directory.names == [".bsearch", "issues"])
  }
}
