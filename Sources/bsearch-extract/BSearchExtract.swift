import Bulletins
import Documents

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a document from standard input and writes its text to standard output, in the form of `ReadDocument`.
///
/// `bsearch` starts it for every document, and it needs not be called by anybody else. It gets an open file and what
/// its name ends in, and never a path.
@main
enum BSearchExtract {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    var tools = DocumentTools(searchPath: searchPath)
    if arguments.first == "--readers" {
      let lines = DocumentFormat.allCases.map { tools.reader(of: $0) + "\n" }.joined()
      exit(DocumentOutput.write(Array(lines.utf8)) ? 0 : 1)
    }
    guard arguments.count == 1, let ending = arguments.first, !ending.hasPrefix("-") else {
      _ = DocumentOutput.writeMessage("usage: bsearch-extract ENDING <FILE\n")
      exit(2)
    }
    guard tools.confine() else { exit(1) }
    let document: ReadDocument
    do throws(DocumentProblem) {
      let input = try DocumentInput(descriptor: 0, ending: ending)
      document = DocumentReader.read(input, tools: tools)
    } catch {
      document = DocumentReader.unreadable(error)
    }
    exit(DocumentOutput.write(document.encoded()) ? 0 : 1)
  }

  private static var searchPath: String {
    guard let path = getenv("PATH") else { return "/usr/local/bin:/usr/bin:/bin" }
    return String(cString: path)
  }
}
