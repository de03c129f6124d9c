#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The environment of the process.
enum Environment {
  /// The value of the variable `name`; nil if it is not set or empty, which all of the variables
  /// that the command knows take for the same.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// The program that reads documents, where it is not beside this one; for tests.
  static var documentReader: String? { value("BSEARCH_EXTRACT") }
}
