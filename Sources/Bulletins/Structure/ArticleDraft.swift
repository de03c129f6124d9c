/// An article whose place in the file is known and whose text is not built yet.
struct ArticleDraft {
  /// The lines of the title; none if the article is titled by the bulletin or by its own first
  /// words.
  var titleLines: [Int]
  /// The title where no line is the title.
  var title: BorrowedTitle?
  /// The index of its section.
  var section: Int?
  /// The words of the editors above the title.
  var preface = 0..<0
  /// The lines after the title, up to the next title or section.
  var body: Range<Int>
  /// The index of its entry in the contents.
  var entry: Int?
  var isLead = false
  /// The lines of front matter that name its authors.
  var authorLines: [Int] = []
}

/// A title that is a part of a line which is something else as well: the first words of the text, the
/// masthead, the name of a section.
struct BorrowedTitle {
  var text: String
  var line: Int
}

/// A section whose articles are not counted yet.
struct SectionDraft {
  var name: String
  var line: Int
}

/// What a file is divided into.
struct Outline {
  var sections: [SectionDraft] = []
  var articles: [ArticleDraft] = []
  /// Whether the last article takes the lines that come.
  private(set) var isOpen = false

  /// Adds an article, unless there are so many that the file is no issue.
  mutating func append(_ article: ArticleDraft) {
    if articles.count <= ArticleLimit.count { articles.append(article) }
  }

  /// Begins an article; it reaches to where it is closed.
  mutating func open(_ article: ArticleDraft) {
    append(article)
    isOpen = true
  }

  /// Ends the open article before a line.
  mutating func close(before line: Int) {
    guard isOpen, let last = articles.indices.last else { return }
    let start = articles[last].body.lowerBound
    articles[last].body = start..<max(start, line)
    isOpen = false
  }
}
