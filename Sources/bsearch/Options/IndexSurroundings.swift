internal import BulletinSearch
internal import FoundationEssentials

/// What arguments may name: files, and what is in the index.
struct IndexSurroundings: CommandSurroundings {
  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  func isKnown(_ path: String, index: String?) -> Bool {
    // Without an index nothing is known; what is wrong with one, the command will say.
    (try? IndexLocation.open(index).knows(path)) ?? false
  }

  func hasArticle(_ id: String, index: String?) -> Bool {
    guard let index = try? IndexLocation.open(index) else { return false }
    do {
      return try index.article(id) != nil || !index.articles(ofIssue: id).isEmpty
    } catch {
      // What several issues are called is a name, and the command asks which is meant.
      return error is IssueReferenceError
    }
  }
}
