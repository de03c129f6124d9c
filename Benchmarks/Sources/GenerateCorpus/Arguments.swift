/// What the command line asks for.
struct Arguments {
  static let usage = """
    usage: generate-corpus COUNT [--jsonl FILE] [--tokens FILE] [--seed N] [--median CHARACTERS]

    Writes COUNT invented articles: --jsonl as JSON lines with id, title and body, --tokens as the words
    of one article a line with spaces between. The same seed gives the same articles, and the first of a
    larger corpus are those of a smaller one.
    """

  private static let defaultMedianLength = 350

  var count = 0
  var jsonLinesPath: String?
  var tokensPath: String?
  var seed: UInt64 = 1
  var medianLength = Self.defaultMedianLength

  /// Nil if they make no sense.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--jsonl":
        guard let path = rest.popFirst() else { return nil }
        jsonLinesPath = path
      case "--tokens":
        guard let path = rest.popFirst() else { return nil }
        tokensPath = path
      case "--seed":
        guard let seed = rest.popFirst().flatMap({ UInt64($0) }) else { return nil }
        self.seed = seed
      case "--median":
        guard let length = rest.popFirst().flatMap({ Int($0) }), length > 0 else { return nil }
        medianLength = length
      default:
        guard count == 0, let count = Int(argument), count > 0 else { return nil }
        self.count = count
      }
    }
    if count == 0 || jsonLinesPath == nil && tokensPath == nil { return nil }
  }
}
