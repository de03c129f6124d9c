import Testing

@testable import BulletinSearch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct TerminationSignalsTests {
  @Test func `a wish stays`() {
    let signals = TerminationSignals()
    #expect(!signals.isRequested)
    signals.request()
    signals.request()
    #expect(signals.isRequested)
    #expect(signals.isRequested)
  }

  @Test func `the first signal is a wish, the second one kills`() {
    TerminationSignals.install()
    #expect(!TerminationSignals.process.isRequested)
    // Any thread may get it, and some block signals.
    kill(getpid(), SIGTERM)
    let outcome = DescriptorWait.wait(
      for: nil, or: TerminationSignals.process, within: .seconds(20))
    #expect(outcome == .ended)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      #expect(isDefault(number), "\(number)")
    }
  }

  private func isDefault(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    #if canImport(Glibc)
      let handler = action.__sigaction_handler.sa_handler
    #else
      let handler = action.__sigaction_u.__sa_handler
    #endif
    return handler == nil
      || unsafeBitCast(handler, to: UInt.self) == unsafeBitCast(SIG_DFL, to: UInt.self)
  }
}
