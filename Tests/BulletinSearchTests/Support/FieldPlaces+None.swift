@testable import BulletinSearch

extension FieldPlaces {
  /// Of a text that is in no file.
  static let none = FieldPlaces(.body, of: ArticleRecord(), start: 0)
}
