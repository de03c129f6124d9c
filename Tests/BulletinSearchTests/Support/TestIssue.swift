/// An issue of an invented bulletin, to be written to a file.
struct TestIssue {
  var name = "青禾水务简讯"
  var year = 2024
  var number = 5
  var total: Int? = 41
  var date = "2024-05-31"
  var articles: [TestArticle] = []

  /// The issue in the form in which such bulletins come.
  var text: String {
    let total = total.map { "（总第\($0)期）" } ?? ""
    let head = """
      # \(name)

      \(year)年第\(number)期\(total)

      青禾省水务协会秘书处

      \(date)


      """
    return head + articles.map(\.text).joined(separator: "\n")
  }
}

/// An article of a ``TestIssue``.
struct TestArticle {
  var title: String
  var paragraphs: [String]
  var author = "沈青"

  init(_ title: String, _ paragraphs: String..., author: String = "沈青") {
    self.title = title
    self.paragraphs = paragraphs
    self.author = author
  }

  var text: String {
    "## **\(title)**\n\n" + paragraphs.map { $0 + "\n\n" }.joined() + "（\(author)）\n"
  }
}
