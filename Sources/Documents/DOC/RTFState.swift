/// What holds within a group of a document in RTF; it is as before when the group ends.
struct RTFState {
  /// Where the text of a group goes.
  enum Destination: Equatable {
    case body
    case note
    /// The number before a paragraph.
    case label
    case fonts
    case styles
    case nothing
  }

  var destination = Destination.body
  /// How many characters stand behind `\u` for readers that do not know it.
  var fallbackCount = 1
  var charset: RTFCharset?
  var font: Int?
  var isHidden = false
  var isDeleted = false
  /// How many paragraphs are interrupted by boxes and notes in which the group is.
  var interruptedCount = 0
  var text = Self.plain
  /// Whether what follows is said of characters of two bytes.
  var isDoubleByte = false

  /// Letters of twelve points.
  static let plain = WordTextProperties(size: 24)
}

/// What holds for a paragraph; `\pard` takes it back.
struct RTFParagraph {
  var style: Int?
  var outlineLevel: Int?
  var isIndented = false
  var isInTable = false
  var isItem = false
}
