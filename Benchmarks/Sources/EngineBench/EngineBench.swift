internal import Foundation

/// Makes an index of texts that are cut into words already, and asks it.
///
/// What it measures is the engine alone, without reading, folding and cutting texts, so that engines
/// can be compared over the same words.
@main
struct EngineBench {
  static func main() {
    guard let arguments = Arguments(Array(CommandLine.arguments.dropFirst())) else {
      print(Arguments.usage)
      exit(EX_USAGE)
    }
    do {
      switch arguments.action {
      case .build(let build): try build.run()
      case .query(let measurement): try measurement.run()
      case .search(let measurement): try measurement.run()
      case .cut(let cut): try cut.run()
      }
    } catch {
      FileHandle.standardError.write(Data("engine-bench: \(error)\n".utf8))
      exit(EXIT_FAILURE)
    }
  }
}
