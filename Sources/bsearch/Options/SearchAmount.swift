internal import BulletinSearch

/// How much to return of what is found.
struct SearchAmount {
  /// More than an index can hold, and small enough to add two of.
  static let largestNumber = 1_000_000_000

  /// How many articles; nil for what the format of the output suggests.
  var limit: Int?
  var offset = 0
  var isAll = false
  var passageCount = 1
  /// How many characters a passage has at most; nil for what fits.
  var context: Int?

  /// The options of the search, without what the format of the output decides.
  var searchOptions: SearchOptions {
    var options = SearchOptions()
    options.limit = isAll ? Self.largestNumber : limit ?? options.limit
    options.offset = offset
    options.passageCount = passageCount
    options.passageLength = context ?? options.passageLength
    return options
  }
}
