extension ArchivedArticle {
  /// The article as two lines for the bulk interface of OpenSearch and Elasticsearch: where it goes, and what it is.
  ///
  /// - Parameter index: The name of the index there.
  /// - Returns: The lines, with their ends.
  public func bulkLines(index: String) -> String {
    var place = JSONLine()
    place.add("_index", index)
    // A longer one is refused; without one it is made up.
    if id.utf8.count <= Self.longestBulkIdentifier { place.add("_id", id) }
    var action = JSONLine()
    action.add("index", place)
    var line = JSONLine()
    line.add("id", id)
    line.add("title", title)
    line.add("section", section)
    line.add("byline", byline)
    line.add("authors", authors)
    line.add("unit", unit)
    line.add("bulletin", issue.bulletin)
    line.add("issue", issue.id)
    line.add("year", issue.year)
    line.add("number", issue.number)
    line.add("total", issue.total)
    line.add("date", date)
    line.add("publisher", issue.publisher)
    if let page {
      var range = JSONLine()
      range.add("gte", page.lowerBound)
      range.add("lte", page.upperBound)
      line.add("page", range)
    }
    line.add("file", issue.file)
    line.add("line", lines.lowerBound)
    line.add("body", body)
    return action.line + line.line
  }

  /// In bytes.
  private static let longestBulkIdentifier = 512

  /// The index template for such lines, to be put before the first of them.
  ///
  /// Texts are cut into pairs of characters by the analyzer `cjk`, which OpenSearch and Elasticsearch have without a plug-in.
  ///
  /// - Parameter index: What the names of indexes begin with that it is for.
  /// - Returns: The template as a line of JSON.
  public static func bulkTemplate(index: String) -> String {
    var properties = JSONLine()
    func add(_ name: StaticString, _ type: String, analyzer: String? = nil, format: String? = nil) {
      var property = JSONLine()
      property.add("type", type)
      property.add("analyzer", analyzer)
      property.add("format", format)
      properties.add(name, property)
    }
    for name in ["title", "byline", "body"] as [StaticString] {
      add(name, "text", analyzer: "cjk")
    }
    let names: [StaticString] = [
      "id", "section", "authors", "unit", "bulletin", "issue", "publisher", "file",
    ]
    for name in names { add(name, "keyword") }
    for name in ["year", "number", "total", "line"] as [StaticString] { add(name, "integer") }
    add("page", "integer_range")
    add("date", "date", format: "yyyy-MM-dd||yyyy-MM||yyyy")
    var mappings = JSONLine()
    mappings.add("properties", properties)
    var template = JSONLine()
    template.add("mappings", mappings)
    var whole = JSONLine()
    whole.add("index_patterns", [index + "*"])
    whole.add("template", template)
    return whole.line
  }
}
