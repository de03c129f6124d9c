@testable import Bulletins

/// Reads a text as the file of an issue.
func parse(_ text: String, path: String = "issue.md") -> Bulletin {
  BulletinParser().parse(Array(text.utf8), path: path)
}
