/// How an issue is divided into articles.
public enum Cutting: String, CaseIterable, Sendable {
  /// Sections under marks like 【要闻】 and titles that the contents list, whatever their level.
  case printed
  /// Headings are sections or entries by their place in the hierarchy.
  case headings
  /// Within sections, paragraphs that begin with a number and a link are entries.
  case numberedLinks
  /// Bold lines are titles.
  case boldLines
  /// The file is one article, and its headings are inner ones.
  case whole
}
