internal import BulletinSearch

/// What a page of results shows, which is all in its address: a link to it leads to the same.
struct SearchState: Equatable {
  /// How many results a page has.
  static let pageSize = 20
  /// Nobody turns more pages; the last of them are as slow as an answer of so many results.
  static let lastPage = 500

  var query = ""
  var order = Order.best
  var page = 1
  var parameters = SearchParameters()

  /// The orders that the page offers.
  enum Order: String, CaseIterable {
    case best = "score"
    case newest
    case oldest = "date"
    case issue

    var order: ResultOrder {
      switch self {
      case .best: .score
      case .newest, .oldest: .date
      case .issue: .issue
      }
    }
  }

  init(query: String = "") { self.query = query }

  init(_ reader: inout ParameterReader) throws(ParameterError) {
    query = try reader.text("q") ?? ""
    order = try reader.choice("sort") ?? .best
    page = try reader.number("page", in: 1...Self.lastPage, default: 1)
    parameters = try SearchParameters(&reader)
  }

  /// The fields besides the query and the page.
  var keptFields: [QueryString.Field] {
    (order == .best ? [] : [QueryString.Field(name: "sort", value: order.rawValue)])
      + parameters.fields
  }

  var path: String {
    var query = QueryString()
    query.append("q", self.query)
    for field in keptFields { query.append(field.name, field.value) }
    if page > 1 { query.append("page", "\(page)") }
    return "/search" + query.text
  }

  /// The same with a change, from the first page on.
  func with(_ change: (inout SearchState) -> Void) -> SearchState {
    var state = self
    state.page = 1
    change(&state)
    return state
  }

  /// The options of the search; those know which day it is.
  func options(_ usual: SearchOptions) throws(ParameterError) -> SearchOptions {
    var options = usual
    options.limit = Self.pageSize
    options.offset = (page - 1) * Self.pageSize
    options.passageCount = 2
    options.passageLength = 90
    options.order = order.order
    options.isReversed = order == .newest
    try parameters.set(in: &options)
    return options
  }
}
