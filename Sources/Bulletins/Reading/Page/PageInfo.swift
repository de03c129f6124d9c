/// What a page says of itself, once its lines are known.
struct PageInfo: Equatable {
  /// Of `<title>` and `<meta>`, and of the lines below the headline.
  var claims: [IssueClaim] = []
  var author: String?
  /// The line that is the headline of the page, if the page says which.
  var headline: Int?
  /// Whether the page is one article of a site and not an issue of a bulletin.
  var isArticle = false
}
