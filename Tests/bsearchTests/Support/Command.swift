import Foundation
import TestSupport

/// Runs the command as it was built.
struct Command {
  struct Outcome {
    var status: Int32
    var output: String
    var messages: String
  }

  /// The folder to run in.
  var folder: String
  var environment: [String: String] = [:]

  /// Runs `bsearch` with `arguments` and waits for it to end.
  ///
  /// It has no locale, no colours and no index but those that the test gives it.
  func run(_ arguments: String...) throws -> Outcome {
    try run(executable: Self.path, arguments)
  }

  /// Runs a line of shell in which `$BSEARCH` is the command.
  func shell(_ line: String) throws -> Outcome {
    try run(executable: "/bin/sh", ["-c", line])
  }

  private func run(executable: String, _ arguments: [String]) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ["PATH": "/usr/bin:/bin", "BSEARCH": Self.path]
      .merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    // Files take any amount of output, which pipes that are read one after the other do not.
    let outputs = try TemporaryDirectory()
    let paths = [try outputs.write("", to: "output"), try outputs.write("", to: "messages")]
    process.standardOutput = FileHandle(forWritingAtPath: paths[0])
    process.standardError = FileHandle(forWritingAtPath: paths[1])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try readFile(paths[0]), as: UTF8.self),
      messages: String(decoding: try readFile(paths[1]), as: UTF8.self))
  }

  /// The built command lies beside the tests.
  private static let path: String = {
    #if os(macOS)
      let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? Bundle.main
      let folder = tests.bundleURL.deletingLastPathComponent()
    #else
      let folder = Bundle.main.bundleURL
    #endif
    return folder.appending(path: "bsearch").path
  }()
}
