#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A program whose place a script takes, which serves documents too: `reader-stand-in` of the package.
public enum StandIn {
  /// Writes the script and gives the path of the program.
  public static func make(
    _ script: String, named name: String, in folder: borrowing TemporaryDirectory
  ) throws -> String {
    try folder.write(script, to: name + ".sh")
    let path = folder.path + "/" + name
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: BuiltProgram.path("reader-stand-in"))
    return path
  }
}
