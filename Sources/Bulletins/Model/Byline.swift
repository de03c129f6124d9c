/// Who wrote an article, as it is printed under the title or at the end.
public struct Byline: Hashable, Sendable {
  /// The words as printed, without the brackets around them.
  public var text: String
  /// The persons who wrote the article, in printed order.
  ///
  /// Reviewers, editors and photographers are
  /// among the ``credits`` only.
  public var authors: [String]
  /// The office that sent the article in.
  public var unit: String?
  /// Every name with a part of its own, in printed order.
  public var credits: [Credit]
  /// The bytes of the file that the byline takes, brackets included.
  ///
  /// A recogniser of lines counts from the start of the line it was given.
  public var range: Range<Int>

  /// A byline; what is not printed is empty.
  public init(
    text: String, authors: [String], unit: String? = nil, credits: [Credit] = [],
    range: Range<Int>
  ) {
    self.text = text
    self.authors = authors
    self.unit = unit
    self.credits = credits
    self.range = range
  }
}
