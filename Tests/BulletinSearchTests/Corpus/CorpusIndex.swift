import BulletinSearch
import TestSupport
import Testing

extension Tag {
  /// Tests that read `corpus/`.
  @Tag static var corpus: Self
}

/// The test corpus: its index, and what is asked of it.
enum Corpus {
  /// The index of all its issues, made once a process.
  static let index = Result {
    let folder = try TemporaryDirectory()
    let path = folder.path + "/corpus.index"
    _ = try BulletinIndexer.index(paths: [root + "/corpus/bulletins"], into: path)
    return try BulletinIndex(path: path)
  }

  /// The folder of golden rankings.
  static var rankings: String { root + "/Tests/BulletinSearchTests/Rankings" }

  /// The queries with their names, in the order of the file.
  static func queries() throws -> [(name: String, text: String)] {
    try rows(of: "queries.tsv").map { ($0[0], $0[1]) }
  }

  /// How relevant articles are, by query and article.
  static func judgements() throws -> [String: [String: Int]] {
    var grades: [String: [String: Int]] = [:]
    for row in try rows(of: "judgements.tsv") {
      grades[row[0], default: [:]][row[1]] = Int(row[2])
    }
    return grades
  }

  private static func rows(of name: String) throws -> [[String]] {
    String(decoding: try readFile("\(root)/corpus/\(name)"), as: UTF8.self)
      .split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
  }

  /// The root of the package, from this file's place in it.
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/")
}
