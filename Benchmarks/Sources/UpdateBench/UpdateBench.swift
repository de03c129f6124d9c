internal import Foundation

/// Measures what it takes to bring an index up to date, and what segments cost a search.
@main
struct UpdateBench {
  static func main() {
    guard let arguments = Arguments(Array(CommandLine.arguments.dropFirst())) else {
      print(Arguments.usage)
      exit(EX_USAGE)
    }
    do {
      switch arguments.action {
      case .run(let series): try series.run()
      case .split(let indexing): try indexing.run()
      case .compare(let comparison): try comparison.run()
      }
    } catch {
      FileHandle.standardError.write(Data("update-bench: \(error)\n".utf8))
      exit(EXIT_FAILURE)
    }
  }
}
