package import AnswerRecords
internal import BulletinSearch

/// The pages and the interface of an archive: a request in, an answer out.
///
/// It keeps nothing of a request, writes nothing and opens no file but the index.
package struct ArchiveSite: Sendable {
  private let archive: OpenArchive
  private let check: RequestCheck
  /// The language that was asked for when the server was started; nil for that of the browser.
  private let language: Language?

  package init(_ archive: OpenArchive, check: RequestCheck, language: Language? = nil) {
    self.archive = archive
    self.check = check
    self.language = language
  }

  /// Answers a request.
  package func response(to request: ServerRequest) -> ServerResponse {
    let words = PageWords(language ?? Self.language(of: request.headers))
    var response: ServerResponse
    do {
      try check.check(request)
      response = answer(request, words)
    } catch {
      response = Self.refusal(error, request, words)
      if case .redirect = error, let token = check.token {
        response.add("set-cookie", token.setCookie)
      }
    }
    response.add("vary", "accept-language")
    SafetyHeaders.add(to: &response)
    return response
  }

  /// The answer to a request whose target is no path in UTF-8.
  package func unreadable(_ target: String, _ headers: [String: String]) -> ServerResponse {
    let words = PageWords(language ?? Self.language(of: headers))
    var response =
      target.hasPrefix(ArchiveAPI.root)
      ? APIError(status: 400, code: .badParameter, message: words.unreadable).response
      : ServerResponse(status: 400, .text, words.unreadable + "\n")
    SafetyHeaders.add(to: &response)
    return response
  }

  /// The answer to a request that was not carried out: there are too many, or it took too long.
  package func unavailable(_ request: ServerRequest, tookTooLong: Bool) -> ServerResponse {
    let words = PageWords(language ?? Self.language(of: request.headers))
    var response =
      Self.isForPrograms(request)
      ? APIError(status: 503, code: .failed, message: tookTooLong ? words.slow : words.busy)
        .response
      : ServerResponse(status: 503, .text, (tookTooLong ? words.slow : words.busy) + "\n")
    response.add("retry-after", "1")
    SafetyHeaders.add(to: &response)
    return response
  }

  // MARK: - What is asked for

  private func answer(_ request: ServerRequest, _ words: PageWords) -> ServerResponse {
    if let asset = Assets.response(to: request.path) { return asset }
    if Self.isForPrograms(request) {
      do {
        let path = request.path.dropFirst(ArchiveAPI.root.count)
        let api = ArchiveAPI(archive: archive, words: words)
        if let response = try api.response(to: path, request.query) { return response }
        return APIError(status: 404, code: .notFound, message: words.noPage).response
      } catch {
        return APIError(error, words).response
      }
    }
    let snapshot = archive.snapshot()
    let layout = PageLayout(words: words, articleCount: snapshot.index.articleCount)
    do {
      let pages = ArchivePages(words: words, snapshot: snapshot)
      if let part = try pages.part(request) { return ServerResponse(.html, part.source) }
      guard let content = try pages.page(request) else {
        return ServerResponse(
          status: 404, .html, layout.page(Self.problem(404, words.noPage, words)).source)
      }
      return ServerResponse(status: content.status, .html, layout.page(content).source)
    } catch {
      let problem = APIError(error, words)
      if !request.query.values("part").isEmpty {
        let note: HTML = "<p class=\"note\" role=\"status\">\(problem.message)</p>"
        return ServerResponse(status: problem.status, .html, note.source)
      }
      var content = Self.problem(problem.status, problem.message, words, problem.candidates ?? [])
      content.query = request.query.values("q").first ?? ""
      return ServerResponse(status: problem.status, .html, layout.page(content).source)
    }
  }

  private static func problem(
    _ status: Int, _ message: String, _ words: PageWords, _ candidates: [String] = []
  ) -> PageContent {
    let links = candidates.map { id -> HTML in
      "<li><a href=\"\(id.contains("/") ? IssuePage.path(ofArticle: id) : IssuePage.path(id))\">\(id)</a></li>"
    }
    let list: HTML = links.isEmpty ? "" : "<ul>\(links)</ul>"
    return PageContent(
      title: message,
      main:
        "<div class=\"problem\"><h1>\(message)</h1>\(list)<p><a href=\"/\">\(words.archive)</a></p></div>",
      status: status)
  }

  private static func isForPrograms(_ request: ServerRequest) -> Bool {
    request.path.hasPrefix(ArchiveAPI.root)
  }

  // MARK: - What is refused

  private static func refusal(
    _ refusal: RequestCheck.Refusal, _ request: ServerRequest, _ words: PageWords
  ) -> ServerResponse {
    if case .redirect(let path) = refusal { return ServerResponse(seeOther: path) }
    let status: Int
    switch refusal {
    case .method: status = 405
    case .body: status = 413
    case .host: status = 421
    case .origin: status = 403
    case .token, .redirect: status = 401
    }
    let message = words.refusal(refusal)
    var response =
      isForPrograms(request)
      ? APIError(status: status, code: .refused, message: message).response
      : ServerResponse(status: status, .text, message + "\n")
    if refusal == .method { response.add("allow", "GET, HEAD") }
    if refusal == .token { response.add("www-authenticate", "Bearer") }
    return response
  }

  /// The first language of the header that there are words in; each has a weight, by which they are ordered.
  static func language(of headers: [String: String]) -> Language {
    let choices = (headers["accept-language"] ?? "").split(separator: ",").map { part in
      let fields = part.split(separator: ";")
      let name = String(fields.first ?? "").trimmingBlanks.lowercased()
      let weight =
        fields.dropFirst().compactMap { field -> Int? in
          let text = String(field).trimmingBlanks
          guard text.hasPrefix("q=") else { return nil }
          return Self.thousandths(text.dropFirst(2))
        }.first ?? 1000
      return (name: name, weight: weight)
    }
    let known = choices.enumerated().filter {
      $0.element.weight > 0 && ($0.element.name.hasPrefix("zh") || $0.element.name.hasPrefix("en"))
    }.max { ($0.element.weight, $1.offset) < ($1.element.weight, $0.offset) }
    return known?.element.name.hasPrefix("en") == true ? .english : .chinese
  }

  /// `0.8` is 800.
  private static func thousandths(_ text: Substring) -> Int? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = Int(parts[0]) else { return nil }
    let digits = parts.count > 1 ? parts[1].prefix(3) : ""
    let padded = digits + String(repeating: "0", count: 3 - digits.count)
    return Int(padded).map { min(whole, 1) * 1000 + $0 }
  }
}
