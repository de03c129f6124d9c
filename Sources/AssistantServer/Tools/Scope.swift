internal import BulletinSearch

/// The arguments that say which articles are looked at.
enum Scope {
  /// More values of one kind are no question that anybody asks.
  private static let mostValues = 50

  static func parameters(_ words: Words) -> [Parameter] {
    func texts(_ name: String, _ chinese: String, _ english: String) -> Parameter {
      Parameter(
        name: name,
        schema: Schema.array(Schema.text(), words.say(chinese, english), upTo: mostValues))
    }
    return [
      Parameter(
        name: "since",
        schema: Schema.text(
          words.say(
            "只要这一天（月、年）起的：2022、2022-08、2022-08-30、去年",
            "only issues from a date on: 2022, 2022-08, 2022-08-30"))),
      Parameter(
        name: "until",
        schema: Schema.text(words.say("只要到这一天（月、年）为止的", "only issues up to a date"))),
      texts("issues", "只要这些期：8、2022-8、刊名:8", "only these issues: 8, 2022-8, NAME:8"),
      texts("bulletins", "只要刊名含有其一的", "only bulletins with one of these in their name"),
      texts("sections", "只要栏目名含有其一的", "only sections with one of these in their name"),
      texts("authors", "只要署名里有其中一人的", "only articles whose byline names one of these people"),
      texts("units", "只要署名里有其中一个单位的", "only articles whose byline names one of these offices"),
      Parameter(
        name: "in",
        schema: Schema.text(
          words.say("只在一处找", "look only in one part of articles"),
          among: ExcerptField.allNames)),
      Parameter(
        name: "near",
        schema: Schema.integer(
          words.say("各词须在几个字之内", "the words within so many characters of each other"),
          in: SearchOptions.distances)),
      Parameter(
        name: "verbatim",
        schema: Schema.bool(
          words.say("按字面比较，不折叠宽度、大小写、繁简", "compare the characters as they are written"))),
    ]
  }

  /// Sets what arguments say.
  ///
  /// - Throws: ``ToolFailure``
  static func set(_ arguments: Arguments, in options: inout SearchOptions) throws(ToolFailure) {
    let words = arguments.words
    func date(_ name: String) throws(ToolFailure) -> (first: CalendarDate, last: CalendarDate)? {
      guard let text = try arguments.text(name) else { return nil }
      guard let period = CalendarDate.period(text, today: options.today) else {
        throw ToolFailure(
          message: words.say(
            "\(name) 的“\(text)”不是日期；写作 2022、2022-08 或 2022-08-30",
            "\(name): \(text) is no date; write 2022, 2022-08 or 2022-08-30."))
      }
      return period
    }
    let (since, until) = (try date("since")?.first, try date("until")?.last)
    if let since, let until {
      let first = (since.year, since.month ?? 1, since.day ?? 1)
      guard first <= (until.year, until.month ?? .max, until.day ?? .max) else {
        throw ToolFailure(
          message: words.say(
            "until（\(until)）早于 since（\(since)）", "until (\(until)) is before since (\(since))."))
      }
    }
    options.filter.since = since
    options.filter.until = until
    options.filter.issues = try arguments.texts("issues", upTo: mostValues)
    options.filter.bulletins = try arguments.texts("bulletins", upTo: mostValues)
    options.filter.sections = try arguments.texts("sections", upTo: mostValues)
    options.filter.authors = try arguments.texts("authors", upTo: mostValues)
    options.filter.units = try arguments.texts("units", upTo: mostValues)
    if let name = try arguments.text("in") {
      guard let field = ExcerptField(name: name) else {
        let names = ExcerptField.allNames.joined(separator: ", ")
        throw ToolFailure(
          message: words.say("in 应是其一：\(names)", "in has to be one of \(names)."))
      }
      options.field = field
    }
    options.nearDistance = try arguments.integer("near", in: SearchOptions.distances)
    options.comparesAsWritten = try arguments.bool("verbatim")
  }
}

extension ExcerptField {
  /// The names of the fields, as queries have them.
  fileprivate static let allNames = ["title", "section", "author", "unit", "body", "furniture"]
}
