internal import Foundation
internal import TextFiles

/// Writes a corpus of any size whose words are distributed as those of real texts are.
@main
struct GenerateCorpus {
  static func main() throws {
    guard let arguments = Arguments(Array(CommandLine.arguments.dropFirst())) else {
      print(Arguments.usage)
      exit(EX_USAGE)
    }
    let jsonLines = try arguments.jsonLinesPath.map { try FileOutput(path: $0) }
    let tokens = try arguments.tokensPath.map { try FileOutput(path: $0) }
    var article = Article(seed: arguments.seed, medianLength: arguments.medianLength)
    var line: [UInt8] = []
    for number in 0..<arguments.count {
      article.compose(number)
      if let jsonLines {
        line.removeAll(keepingCapacity: true)
        line += #"{"id": "\#(number)", "title": ""#.utf8
        line += article.title
        line += #"", "body": ""#.utf8
        line += article.body
        line += "\"}\n".utf8
        try jsonLines.write(line)
      }
      if let tokens {
        try tokens.write(article.tokens)
        try tokens.write(CollectionOfOne(UInt8(ascii: "\n")))
      }
    }
    try jsonLines?.close()
    try tokens?.close()
  }
}
