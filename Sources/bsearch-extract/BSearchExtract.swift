import Bulletins
import Documents

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a document from standard input and writes its text to standard output, in the form of `ReadDocument`.
///
/// `bsearch` starts it, and it needs not be called by anybody else. It gets open files and what their names end in, and
/// never a path. With `--serve` it reads one document after the other, each in a process of its own, as
/// `csandbox_serve` says; standard input is the socket then.
@main
enum BSearchExtract {
  static func main() {
    var tools = DocumentTools(searchPath: searchPath)
    guard CommandLine.arguments.count == 2 else { fail() }
    var ending = CommandLine.arguments[1]
    if ending == "--serve" {
      DocumentReader.warmUp()
      guard let served = DocumentTools.serve() else { exit(0) }
      ending = served
    }
    if ending == "--readers" {
      let lines = DocumentFormat.allCases.map { tools.reader(of: $0) + "\n" }.joined()
      exit(DocumentOutput.write(Array(lines.utf8)) ? 0 : 1)
    }
    guard !ending.hasPrefix("-") else { fail() }
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

  private static func fail() -> Never {
    _ = DocumentOutput.writeMessage("usage: bsearch-extract ENDING <FILE\n")
    exit(2)
  }

  private static var searchPath: String {
    guard let path = getenv("PATH") else { return "/usr/local/bin:/usr/bin:/bin" }
    return String(cString: path)
  }
}
