internal import CPlatform

/// What the command was called with.
package enum CommandLineTexts {
  /// The arguments behind the command's name; nil if the system does not give them.
  ///
  /// The standard library reads them from `/proc`, which not every process can see; here they are those that the C
  /// library was given. Names of files may be bytes that are no UTF-8: the arguments are as paths are shown, with
  /// `\xFF` for such a byte. Of marks on one character there are as many as a name of a file can have, because
  /// comparing texts takes the square of their number.
  package static var arguments: [String]? {
    var count: Int32 = 0
    if let list = unsafe cplatform_arguments(&count), count > 0 {
      return (1..<max(Int(count), 1)).map { unsafe text(list[$0]) }
    }
    guard CommandLine.argc > 0 else { return nil }
    return (1..<max(Int(CommandLine.argc), 1)).map { unsafe text(CommandLine.unsafeArgv[$0]) }
  }

  private static func text(_ start: UnsafeMutablePointer<CChar>?) -> String {
    guard let start = unsafe start else { return "" }
    if let text = unsafe String(validatingCString: start) { return withFewMarks(text) }
    var bytes: [UInt8] = []
    while unsafe start[bytes.count] != 0 {
      bytes.append(UInt8(bitPattern: unsafe start[bytes.count]))
    }
    return withFewMarks(SystemPath.text(bytes))
  }

  /// More bytes than the system's names of files have.
  private static let mostMarks = 256

  /// A text with at most ``mostMarks`` marks one after the other.
  static func withFewMarks(_ text: String) -> String {
    guard text.utf8.count > mostMarks else { return text }
    var result = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      let isMark =
        !scalar.isASCII && scalar.properties.canonicalCombiningClass != .notReordered
      count = isMark ? count + 1 : 0
      if count <= mostMarks { result.append(scalar) }
    }
    return String(result)
  }
}
