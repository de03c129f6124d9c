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

  /// The queries of a file with their names, in its order.
  static func queries(in file: String = "queries.tsv") throws -> [(name: String, text: String)] {
    try rows(of: file).map { ($0[0], $0[1]) }
  }

  /// How relevant articles are, by query and article.
  static func judgements(in file: String = "judgements.tsv") throws -> [String: [String: Int]] {
    var grades: [String: [String: Int]] = [:]
    for row in try rows(of: file) {
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
