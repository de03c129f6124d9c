internal import Foundation
internal import TextAnalysis
internal import TextFiles

/// Cuts the articles of JSON lines into words, as the engine's users do.
struct WordCutting {
  var jsonLinesPath: String
  var tokensPath: String

  private struct Record: Decodable {
    var title: String?
    var body: String
  }

  /// - Throws: `AnalysisError`, `DecodingError`, or an error of the system.
  func run() throws {
    var lines = try LineReader(path: jsonLinesPath)
    let output = try FileOutput(path: tokensPath)
    let analyzer = TextAnalyzer()
    let decoder = JSONDecoder()
    while let line = try lines.next() {
      let record = try decoder.decode(Record.self, from: Data(line))
      let text = [record.title, record.body].compactMap(\.self).joined(separator: "\n")
      let words = try words(of: text, analyzer: analyzer)
      try output.write(words.joined(separator: " ").utf8)
      try output.write(CollectionOfOne(UInt8(ascii: "\n")))
    }
    try output.close()
  }

  /// The folded words.
  ///
  /// What folds to nothing but spaces is none, and no word has a space in it.
  private func words(of text: String, analyzer: TextAnalyzer) throws(AnalysisError) -> [String] {
    let analyzed = try analyzer.analyze(Array(text.utf8))
    return analyzed.tokens.compactMap { token in
      var word = String.UnicodeScalarView()
      for value in analyzed.match.scalars[token.range] {
        guard let scalar = Unicode.Scalar(value), !scalar.properties.isWhitespace else { continue }
        word.append(scalar)
      }
      return word.isEmpty ? nil : String(word)
    }
  }
}
