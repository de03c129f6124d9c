internal import AnswerRecords
internal import BulletinSearch

/// The command alone on a terminal: what there is to search, or what to do, in three lines.
enum Overview {
  /// - Parameter index: The index that was named; nil to look for one.
  /// - Throws: Why the index cannot be read, and `OutputError`.
  static func run(index: String?) throws {
    let messages = Messages.current
    let lines: [String]
    do {
      let index = try IndexLocation.open(index)
      let list = try index.issueList()
      // The bulletins stand one behind the other; of equal dates the later one counts.
      let last =
        list.issues.filter { $0.date != nil }
        .max { ($0.date ?? "") < ($1.date ?? "") } ?? list.issues.last
      lines = messages.collection(index, issueCount: list.issues.count, last: last)
    } catch CommandError.noIndex(let folder) {
      lines = messages.welcome(messages.noIndexYet(in: folder))
    } catch CommandError.missingIndex(let path) {
      lines = messages.welcome(messages.missingIndex(path))
    }
    let text = lines.map { $0.singleLine + "\n" }.joined()
    try OutputStream.results.write(text)
  }
}
