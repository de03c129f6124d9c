@testable import Bulletins

/// What an issue that was made up says, to compare with what is read from it.
struct IssueTruth: Equatable, CustomStringConvertible {
  struct Story: Equatable {
    var title: String
    var section: String?
    var authors: [String]
    var paragraphs: [String]
    var page: Int?
    var joinCount: Int
  }

  var name: String
  var number: Int
  var total: Int?
  var date: String
  var publisher: String?
  var stories: [Story]

  var description: String {
    let head = "\(name) \(number) \(total ?? 0) \(date) \(publisher ?? "-")"
    return stories.reduce(head) { text, story in
      text
        + "\n  \(story.section ?? "-") | \(story.title) | \(story.authors) | \(story.page ?? 0) | "
        + "\(story.joinCount) | \(story.paragraphs)"
    }
  }
}

extension IssueTruth {
  /// What was read.
  init(_ bulletin: Bulletin) {
    name = bulletin.masthead.name ?? ""
    number = bulletin.masthead.number?.number ?? 0
    total = bulletin.masthead.number?.total
    date = bulletin.masthead.date.map(\.description) ?? ""
    publisher = bulletin.masthead.publisher
    stories = bulletin.articles.map { article in
      Story(
        title: article.title, section: article.section, authors: article.byline?.authors ?? [],
        paragraphs: article.text.string.split(separator: "\n").map(String.init),
        page: article.page?.first, joinCount: article.joins.count)
    }
  }
}
