@testable import BulletinSearch
@testable import InvertedIndex

/// Asks an index what people can ask of it; what it answers, and whether it throws, is of no matter.
struct BulletinQuestions {
  private let index: BulletinIndex

  init(_ index: BulletinIndex) {
    self.index = index
  }

  /// How many parts there are.
  static let partCount = 9

  /// Asks a part of all questions.
  func askPart(_ part: Int) {
    var options = SearchOptions()
    options.passageCount = 2
    switch part {
    case 0:
      attempt { _ = try index.issues() }
      attempt { _ = try index.status() }
      attempt { _ = try index.articles(ofIssue: "42") }
      for id in ["41/1", "青禾水务简讯:41/2", "42/2", "9/9"] { show(id) }
    case 1:
      attempt { _ = try index.explain("泵站 供水", id: "41/1") }
      attempt { _ = try index.similar(to: "42/1") }
    case 2:
      attempt { _ = try index.terms(withPrefix: "") }
      attempt { _ = try index.newWords(ofIssue: "42") }
      attempt { _ = try index.completions(of: "水") }
      attempt { _ = try index.postingsSizes() }
    case 3: attempt { _ = try index.suggestions(for: "泵站供氺") }
    case 4: _ = index.check(deep: true, limit: 3)
    case 5:
      search("泵站", options)
      search("供水 泵站 -河东", options)
    case 6:
      options.excerpts = .paragraphs
      search("“城南泵站” | 5G基站", options)
      search("标题:泵站 期:41..42 水 站", options)
    case 7:
      options.comparesAsWritten = true
      options.excerpts = .occurrences
      search("5G基站", options)
    default:
      options.fuzziness = 1
      options.matchesPinyin = true
      options.matchesAny = true
      search("beng站供水 没有", options)
    }
  }

  private func show(_ id: String) {
    attempt {
      guard let article = try index.article(id) else { return }
      _ = article.citation
      _ = try article.highlights(for: "泵站 5G")
    }
  }

  private func search(_ query: String, _ options: SearchOptions) {
    attempt { _ = try index.search(query, options: options) }
    attempt { _ = try index.count(query, options: options) }
  }

  private func attempt(_ question: () throws -> Void) {
    do {
      try question()
    } catch is IndexError {
      return
    } catch is QueryError {
      return
    } catch is IssueReferenceError {
      return
    } catch {
      preconditionFailure("an error of another kind: \(error)")
    }
  }
}
