internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// Of which issues and sections, and by whom, the articles are that are looked at.
///
/// Values of an option that is repeated are alternatives.
struct ArticleFilterOptions: ParsableArguments {
  @Option(
    help: .words(
      "只要这一天（月、年）起的：2022、2022-08、2022-08-30、去年、近三年",
      "only issues from a date on: 2022, 2022-08, 2022-08-30, last-year", valueName: "date"))
  var since: String?

  @Option(help: .words("只要到这一天（月、年）为止的", "only issues up to a date", valueName: "date"))
  var until: String?

  @Option(
    help: .words(
      "只要这些期：8、7..9、增刊1、2022-8、刊名:8（可重复）",
      "only these issues: 8, 7..9, 增刊1, 2022-8, NAME:8; repeat it for more", valueName: "issue"),
    completion: ValueCompletion.issues)
  var issue: [String] = []

  @Option(
    help: .words(
      "只要总期号为这些的：92、80..92（可重复）", "only issues with these running numbers: 92, 80..92",
      valueName: "number"))
  var total: [String] = []

  @Option(
    help: .words(
      "只要栏目名含有它的（可重复）", "only articles of sections with this in their name", valueName: "name"),
    completion: ValueCompletion.sections)
  var section: [String] = []

  @Option(
    help: .words(
      "只要署名里有此人的（可重复）", "only articles whose byline names this person", valueName: "name"),
    completion: ValueCompletion.authors)
  var author: [String] = []

  @Option(
    help: .words(
      "只要刊名含有它的（可重复）", "only articles of bulletins with this in their name", valueName: "name"),
    completion: ValueCompletion.bulletins)
  var bulletin: [String] = []

  func validate() throws {
    if let problem = scope.problem(.current, today: .today) { throw ValidationError(problem) }
  }

  var scope: SearchScope {
    SearchScope(
      since: since, until: until, issues: issue, totals: total, sections: section,
      authors: author, bulletins: bulletin)
  }
}

/// Which articles are looked at, and where in them.
struct FilterOptions: ParsableArguments {
  @OptionGroup var articles: ArticleFilterOptions

  @Option(
    help: .words(
      "只要署名里有此单位的（可重复）", "only articles whose byline names this office", valueName: "name"),
    completion: ValueCompletion.units)
  var unit: [String] = []

  @Option(
    help: .words(
      "只在一处找：title section author unit body furniture（标题 栏目 作者 单位 正文 刊头）",
      "look only in title, section, author, unit, body or furniture", valueName: "field"),
    completion: .list(["title", "section", "author", "unit", "body", "furniture"]))
  var `in`: String?

  @Option(
    help: .words("各词须在几个字之内", "the words within so many characters of each other", valueName: "n"))
  var near: Int?

  func validate() throws {
    if let problem = scope.problem(.current, today: .today) { throw ValidationError(problem) }
  }

  /// The first option that says how a query matches, and nothing without one.
  var queryOption: String? {
    if `in` != nil { return "--in" }
    return near == nil ? nil : "--near"
  }

  var scope: SearchScope {
    var scope = articles.scope
    scope.units = unit
    scope.field = `in`
    scope.nearDistance = near
    return scope
  }
}
