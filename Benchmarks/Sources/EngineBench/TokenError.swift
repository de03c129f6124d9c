/// Why a file of words cannot be indexed, or one of queries cannot be asked.
enum TokenError: Error, CustomStringConvertible {
  case zeroByte
  case queryWithoutWords

  var description: String {
    switch self {
    case .zeroByte: "a word has a byte of value zero, which no term may have"
    case .queryWithoutWords: "a query has no words"
    }
  }
}
