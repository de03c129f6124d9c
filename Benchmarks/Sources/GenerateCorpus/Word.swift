/// A word of the invented language, by its kind and its rank among the words of the kind.
struct Word: Hashable {
  enum Kind {
    case han, latin, figure
  }

  var kind: Kind
  var rank: Int
}
