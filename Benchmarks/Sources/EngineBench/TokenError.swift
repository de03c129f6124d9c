/// Why a file of words cannot be indexed.
enum TokenError: Error, CustomStringConvertible {
  case zeroByte

  var description: String { "a word has a byte of value zero, which no term may have" }
}
