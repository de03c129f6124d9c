#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Programs of the package, which are built beside the tests.
public enum BuiltProgram {
  private static let folder: String = {
    #if os(Linux)
      let tests =
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    #else
      let arguments = CommandLine.arguments
      let option = arguments.firstIndex(of: "--test-bundle-path") ?? 0
      let named = arguments.dropFirst(option + 1).first ?? arguments[0]
      // The program is inside of the bundle.
      let tests = named.split(separator: "/Contents/").first.map(String.init) ?? named
    #endif
    return String(tests.prefix(upTo: tests.lastIndex(of: "/") ?? tests.startIndex))
  }()

  /// Where a program is.
  public static func path(_ name: String) -> String { folder + "/" + name }
}
