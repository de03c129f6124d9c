/// A run of bytes of the file that is not shown as it is.
struct Cut {
  enum Replacement {
    case nothing
    case blank
    case lineFeed
    /// What a character reference stands for.
    case text(String)
  }

  var range: Range<Int>
  var replacement = Replacement.nothing
}
