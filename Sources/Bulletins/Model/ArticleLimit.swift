/// How many articles an issue can have.
enum ArticleLimit {
  static let count = 1 << 18
}
