internal import AnswerRecords
internal import ArchiveServer
internal import BulletinSearch
internal import Dispatch
internal import HummingbirdCore
internal import NIOCore
internal import NIOPosix

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The program behind `bsearch serve`, which starts it and tells it all that it needs.
@main
struct BSearchServe {
  /// As that of `bsearch` where something is wrong.
  private static let failure: Int32 = 2
  /// How long answers that are being made are waited for at the end.
  private static let lastWait = DispatchTimeInterval.milliseconds(500)

  static func main() async {
    signal(SIGPIPE, SIG_IGN)
    guard let settings = CompanionSettings(arguments: CommandLineTexts.arguments ?? []),
      let options = ServeOptions(settings.options)
    else { fail("bsearch-serve is started by `bsearch serve`\n") }
    let words = ServeWords(messages: Messages(language: settings.language))
    MappingFaults.report("bsearch: \(words.shortened)\n", exitStatus: failure)
    do {
      try await serve(settings, options, words)
    } catch let error as IOError {
      fail("bsearch: \(words.cannotListen(options.host, options.port, error.errnoCode))\n")
    } catch {
      fail("bsearch: \(words.failed("\(error)"))\n")
    }
    exit(0)
  }

  private static func serve(
    _ settings: CompanionSettings, _ options: ServeOptions, _ words: ServeWords
  ) async throws {
    let token = options.isLoopback ? nil : try token(words)
    let site = ArchiveSite(
      try OpenArchive(settings),
      check: RequestCheck(
        hosts: HostRule(isLoopback: options.isLoopback, names: options.allowedHosts), token: token),
      language: options.pageLanguage)
    let group = MultiThreadedEventLoopGroup(numberOfThreads: System.coreCount)
    let listener = HTTPListener(site, threads: max(4, System.coreCount * 2))
    let server = listener.server(host: options.host, port: options.port, group: group) { port in
      let address = options.address(port: port, token: token)
      write(address + "\n", to: STDOUT_FILENO)
      write("bsearch: \(words.isListening)\n", to: STDERR_FILENO)
      if options.opensBrowser, !open(address) {
        write("bsearch: \(words.noBrowser)\n", to: STDERR_FILENO)
      }
    }
    let sources = endOnSignals {
      Task { try? await server.shutdownGracefully() }
    }
    defer { for source in sources { source.cancel() } }
    try await server.run()
  }

  private static func token(_ words: ServeWords) throws -> AccessToken {
    guard let value = getenv("BSEARCH_TOKEN").map({ String(cString: $0) }), !value.isEmpty else {
      return AccessToken()
    }
    guard let token = AccessToken(value) else { fail("bsearch: \(words.badToken)\n") }
    return token
  }

  /// Lets the signals that end a program end this one, in a moment at the latest.
  private static func endOnSignals(
    _ end: @escaping @Sendable () -> Void
  ) -> [any DispatchSourceSignal] {
    [SIGTERM, SIGINT, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        end()
        DispatchQueue.global().asyncAfter(deadline: .now() + lastWait) { exit(0) }
      }
      source.resume()
      return source
    }
  }

  /// Opens the page in the browser of the desktop.
  private static func open(_ address: String) -> Bool {
    for name in ["xdg-open", "open"] {
      if let program = ProgramStart.path(of: name) {
        return ProgramStart.run(program, [name, address])
      }
    }
    return false
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  private static func fail(_ message: String) -> Never {
    write(message, to: STDERR_FILENO)
    exit(failure)
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
