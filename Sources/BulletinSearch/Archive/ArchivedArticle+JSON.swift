extension ArchivedArticle {
  /// The version of the form of lines.
  public static let version = 1

  /// The article as a line of JSON, with its end.
  public var jsonLine: String {
    var line = JSONLine()
    line.add("id", id)
    line.add("title", title)
    line.add("section", section)
    line.add("byline", byline)
    line.add("authors", authors)
    line.add("unit", unit)
    line.add("page", page)
    line.add("date", date)
    line.add("body", body)
    line.add("furniture", furniture)
    line.add("issue", issue.json)
    line.add("lines", lines)
    line.add("version", Self.version)
    return line.line
  }
}

extension ArchivedArticle.Issue {
  fileprivate var json: JSONLine {
    var line = JSONLine()
    line.add("id", id)
    line.add("bulletin", bulletin)
    line.add("year", year)
    line.add("volume", volume)
    line.add("number", number)
    line.add("lastNumber", lastNumber)
    line.add("total", total)
    line.add("part", part)
    line.add("kind", kind?.rawValue)
    line.add("date", date)
    line.add("publisher", publisher)
    line.add("file", file)
    return line
  }
}
