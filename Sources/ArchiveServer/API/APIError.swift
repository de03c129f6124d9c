internal import AnswerRecords
internal import BulletinSearch

/// Why the interface does not answer as it was asked.
struct APIError: Error {
  /// What a program tells errors by.
  enum Code: String, Encodable {
    case badParameter = "bad-parameter"
    case nothingToSearch = "nothing-to-search"
    case notFound = "not-found"
    case ambiguous
    case tooLarge = "too-large"
    case refused
    case failed
  }

  var status: Int
  var code: Code
  /// The field of the query that is wrong.
  var parameter: String?
  var message: String
  /// What may be meant.
  var candidates: [String]?

  private struct Body: Encodable {
    var code: Code
    var parameter: String?
    var message: String
    var candidates: [String]?
  }

  var response: ServerResponse {
    let body = Body(code: code, parameter: parameter, message: message, candidates: candidates)
    let text = (try? JSONText.answer(["error": body])) ?? "{}\n"
    return ServerResponse(status: status, .json, text)
  }

  /// What an error of the library is to a client.
  init(_ error: any Error, _ words: PageWords) {
    switch error {
    case let error as APIError: self = error
    case let error as ParameterError:
      self.init(
        status: 400, code: .badParameter, parameter: error.name, message: words.problem(error))
    case QueryError.nothingToSearch:
      self.init(status: 400, code: .nothingToSearch, parameter: "q", message: words.nothingToSearch)
    case let error as ArticleFilterError:
      let (name, message) = words.refusedFilter(error)
      self.init(status: 400, code: .badParameter, parameter: name, message: message)
    case IssueReferenceError.ambiguous(let text, let candidates):
      self.init(
        status: 409, code: .ambiguous, message: words.ambiguous(text),
        candidates: candidates.map(\.id))
    case IssueReferenceError.repeatedIdentifier(let text, let places):
      self.init(
        status: 409, code: .ambiguous, message: words.ambiguous(text), candidates: places)
    default:
      self.init(status: 500, code: .failed, message: words.failed)
    }
  }

  init(
    status: Int, code: Code, parameter: String? = nil, message: String, candidates: [String]? = nil
  ) {
    self.status = status
    self.code = code
    self.parameter = parameter
    self.message = message
    self.candidates = candidates
  }
}
