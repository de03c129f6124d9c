internal import ArchiveServer
internal import HTTPTypes
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import Synchronization

/// Carries requests and answers over HTTP/1.1.
///
/// What is read and written goes through event loops, which wait for nobody; searches run on threads of their own, so that neither a
/// slow client nor a slow search holds up the others.
struct HTTPListener: Sendable {
  /// How long a client may take to send a request or the next one.
  private static let patience = TimeAmount.seconds(15)
  /// How long it may take to read an answer.
  private static let readingTime = TimeAmount.seconds(30)
  /// How long an answer is waited for.
  private static let answeringTime = TimeAmount.seconds(10)
  private static let mostConnections = 512
  /// More than these wait for nothing: an answer would come too late.
  private static let mostWaiting = 256
  /// A query of the longest text in the longest code, and what browsers send with it.
  private static let largestHeader = 64 << 10

  let site: ArchiveSite
  let pool: NIOThreadPool
  private let waiting = Waiting()

  private final class Waiting: Sendable {
    private let count = Mutex(0)
    func enter(atMost limit: Int) -> Bool {
      count.withLock { count in
        guard count < limit else { return false }
        count += 1
        return true
      }
    }
    func leave() { count.withLock { $0 -= 1 } }
  }

  init(_ site: ArchiveSite, threads: Int) {
    self.site = site
    pool = NIOThreadPool(numberOfThreads: threads)
  }

  /// A server that listens, and answers until it is shut down.
  ///
  /// - Parameters:
  ///   - host: The address to listen on.
  ///   - port: The port; 0 for any that is free.
  ///   - group: The loops that read and write.
  ///   - isListening: Gets the port.
  /// - Returns: The server, which has to be run.
  func server(
    host: String, port: Int, group: any EventLoopGroup,
    isListening: @escaping @Sendable (Int) -> Void
  ) -> Server<HTTP1Channel> {
    pool.start()
    var logger = Logger(label: "bsearch-serve") { _ in SwiftLogNoOpLogHandler() }
    logger.logLevel = .critical
    return Server(
      childChannelSetup: HTTP1Channel(
        responder: respond,
        configuration: HTTP1Channel.Configuration(
          idleTimeout: Self.patience,
          httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: Self.largestHeader, maxHeaderListSize: Self.largestHeader,
            maxHeaderFieldCount: 100))),
      configuration: ServerConfiguration(
        address: .hostname(host, port: port),
        availableConnectionsDelegate: MaximumAvailableConnections(
          Self.mostConnections, logger: logger)),
      onServerRunning: { channel in isListening(channel.localAddress?.port ?? port) },
      eventLoopGroup: group, logger: logger)
  }

  @Sendable private func respond(
    _ request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel
  ) async throws {
    let deadline = channel.eventLoop.scheduleTask(in: Self.readingTime + Self.answeringTime) {
      channel.close(mode: .all, promise: nil)
    }
    defer { deadline.cancel() }
    let target = request.head.path ?? ""
    let headers = Self.headers(of: request)
    let read = ServerRequest(
      method: request.method.rawValue, target: target, host: Self.hosts(of: request),
      headers: headers)
    var response: ServerResponse
    if let read {
      response = try await answer(read, channel)
    } else {
      response = site.unreadable(target, headers)
    }
    let closes = read == nil || read?.hasBody == true || response.status == 503
    if closes { response.add("connection", "close") }
    var head = HTTPResponse(status: HTTPResponse.Status(code: response.status))
    for header in response.headers {
      guard let name = HTTPField.Name(header.name) else { continue }
      head.headerFields.append(HTTPField(name: name, value: header.value))
    }
    head.headerFields[.contentLength] = "\(response.body.count)"
    if request.method == .head {
      try await writer.writeResponse(head)
    } else {
      try await writer.write(
        response: head, body: ResponseBody(byteBuffer: ByteBuffer(bytes: response.body)))
    }
    // What a client goes on to send is not read.
    if closes { throw ClosingError() }
  }

  private struct ClosingError: Error {}

  /// The answer, or that there is none in time.
  private func answer(
    _ request: ServerRequest, _ channel: any Channel
  ) async throws -> ServerResponse {
    guard waiting.enter(atMost: Self.mostWaiting) else {
      return site.unavailable(request, tookTooLong: false)
    }
    let promise = channel.eventLoop.makePromise(of: ServerResponse.self)
    let timeout = channel.eventLoop.scheduleTask(in: Self.answeringTime) {
      promise.succeed(site.unavailable(request, tookTooLong: true))
    }
    pool.submit { _ in
      // The first of both counts.
      promise.succeed(site.response(to: request))
      waiting.leave()
      timeout.cancel()
    }
    return try await promise.futureResult.get()
  }

  private static func hosts(of request: Request) -> [String] {
    let others = request.headers.filter { $0.name.canonicalName == "host" }.map(\.value)
    return [request.head.authority].compactMap(\.self) + others
  }

  /// The others, of which those of one name are one.
  private static func headers(of request: Request) -> [String: String] {
    var headers: [String: String] = [:]
    for field in request.headers where field.name.canonicalName != "host" {
      let name = field.name.canonicalName
      headers[name] =
        headers[name].map { $0 + (name == "cookie" ? "; " : ", ") + field.value } ?? field.value
    }
    return headers
  }
}
