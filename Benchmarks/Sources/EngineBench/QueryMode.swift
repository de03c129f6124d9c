/// What the words of a query have to do in a document.
enum QueryMode: String {
  case term, and, or, phrase
}
