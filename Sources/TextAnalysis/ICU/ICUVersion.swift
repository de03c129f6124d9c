internal import CICU

/// The versions of the ICU that runs, which may be newer than the one compiled against.
enum ICUVersion {
  /// As in `72.1`.
  static let library = unsafe text { unsafe cicu_version($0) }
  /// As in `15.0`.
  static let unicode = unsafe text { unsafe cicu_unicodeVersion($0) }

  /// The first two of the four numbers that ICU writes; the others are never set by a release.
  private static func text(_ read: (UnsafeMutablePointer<UInt8>) -> Void) -> String {
    var numbers = [UInt8](repeating: 0, count: Int(U_MAX_VERSION_LENGTH))
    unsafe read(&numbers)
    return "\(numbers[0]).\(numbers[1])"
  }
}
