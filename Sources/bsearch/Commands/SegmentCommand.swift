internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch segment`: how a text is cut into words, and under which terms they are indexed.
struct SegmentCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "segment", "显示文本怎样切分", "Show how a text is cut into words.")
  }

  @Argument(help: .words("文本", "the text"))
  var text: [String]

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @OptionGroup var dictionary: DictionaryOptions
  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let files = try DictionaryLocation.files(
      besideIndex: location.likelyPath, named: [dictionary.dictionary].compactMap(\.self))
    let words = try Segmentation.segment(
      text.joined(separator: " "), dictionary: DictionaryFile.merged(files))
    try OutputStream.results.write(
      json
        ? JSONText.answer(["words": words.map { WordRecord($0) }])
        : table(words).render(for: .results))
    if words.isEmpty { throw ExitStatus.nothingFound }
  }

  /// Bytes, characters, the word as written, as folded, its kind, its terms.
  private func table(_ words: [SegmentedWord]) -> Table {
    var table = Table()
    table.rows = words.map { word in
      [
        "\(word.byteRange.lowerBound)–\(word.byteRange.upperBound)",
        "\(word.characterRange.lowerBound)–\(word.characterRange.upperBound)",
        word.original, word.text, word.isUserWord ? word.kind + " user" : word.kind,
        word.terms.joined(separator: " "),
      ]
    }
    return table
  }

  private struct WordRecord: Encodable {
    var text: String
    var original: String
    var kind: String
    /// From the first byte or character to behind the last.
    var bytes: [Int]
    var characters: [Int]
    var terms: [String]
    /// Whether the word is one of the user's.
    var user: Bool

    init(_ word: SegmentedWord) {
      text = word.text
      original = word.original
      kind = word.kind
      bytes = [word.byteRange.lowerBound, word.byteRange.upperBound]
      characters = [word.characterRange.lowerBound, word.characterRange.upperBound]
      terms = word.terms
      user = word.isUserWord
    }
  }
}
