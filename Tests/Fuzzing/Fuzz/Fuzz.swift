#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import TestSupport

@testable import BulletinSearch

/// Lets libFuzzer make up inputs: damage to small indexes, of which then everything is asked, and files, queries and
/// dictionaries, which are read as everything that they may be.
///
/// `FUZZ_TARGET` says which: `index`, or a kind of ``InputReader``. The arguments are those of libFuzzer; a file name
/// among them runs that input once. `seeds FOLDER` writes inputs of that kind to begin with.
@main
enum Fuzz {
  static func main() throws {
    let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? "index"
    guard name == "index" || InputReader.Kind(rawValue: name) != nil else {
      fatalError("there is no target \(name)")
    }
    if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "seeds" {
      return try writeSeeds(to: CommandLine.arguments[2], of: InputReader.Kind(rawValue: name))
    }
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    if name == "index" {
      _ = runDriver(&count, &arguments) { start, count in
        IndexDamage.shared.run(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
      }
    } else {
      _ = runDriver(&count, &arguments) { start, count in
        InputTarget.shared.run(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
      }
    }
  }

  private static let seedCount: UInt64 = 300

  /// An index is damaged by edits, which need no beginning.
  private static func writeSeeds(to folder: String, of kind: InputReader.Kind?) throws {
    guard let kind else { return }
    for seed in 0..<seedCount {
      var random = SeededGenerator(seed: seed)
      try writeFile(MutatedInput(of: kind, using: &random).bytes, to: "\(folder)/seed-\(seed)")
    }
  }
}

/// What `FUZZ_TARGET` names, if it is not the index.
struct InputTarget {
  static nonisolated(unsafe) let shared = InputTarget()

  private let reader: InputReader
  private let kind: InputReader.Kind

  private init() {
    let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
    do {
      reader = try InputReader(in: temporaryFolder())
    } catch {
      fatalError("the sample cannot be made: \(error)")
    }
    kind = InputReader.Kind(rawValue: name) ?? .text
  }

  func run(_ input: [UInt8]) {
    do {
      try reader.read(input, as: kind)
    } catch {
      fatalError("\(error)")
    }
  }
}

/// A new folder for what is written.
func temporaryFolder() -> String {
  let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  var template = Array("\(parent)/fuzz-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else { fatalError("there can be no folder in \(parent)") }
  return String(decoding: template.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
}

/// The entry of libFuzzer for programs with a main function of their own.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ run: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
