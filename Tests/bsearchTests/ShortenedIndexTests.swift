import AnswerRecords
import TestSupport
import Testing

/// What the built command does when its index becomes shorter while it reads it.
struct ShortenedIndexTests {
  /// The command is kept from ending by a pipe that is full, and gets the signal that a read behind the end
  /// of the file gives, once it catches it.
  #if os(Linux)
    @Test func `the command ends with a message and status 2`() throws {
      let issues = try Issues.indexed()
      let outcome = try issues.command.shell(
        """
        mkfifo full && exec 3<>full
        dd if=/dev/zero of=full bs=4096 count=64 oflag=nonblock 2>/dev/null
        # The runtime would catch the signal as well, and first, if it were asked for backtraces.
        SWIFT_BACKTRACE=enable=no $BSEARCH 泵站 >&3 &
        # Bit 6 of the caught signals is SIGBUS.
        for try in $(seq 3000); do
          grep -q '^SigCgt:.*[4567cdef].$' /proc/$!/status && break
          sleep 0.01
        done
        kill -BUS $!
        wait $!
        """)
      #expect(outcome.status == 2)
      #expect(outcome.messages.hasPrefix("bsearch: the index was cut short"))
      #expect(outcome.messages.split(separator: "\n").count == 1)
    }
  #endif
}
