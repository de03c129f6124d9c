/// Files as terminals and browsers address them (RFC 8089).
package enum FileAddress {
  /// The `file:` address of a file.
  ///
  /// Every byte that is no letter, digit, `-`, `.`, `_`, `~` or `/` is written as `%XX`, so that a name can be nothing but a
  /// name wherever the address stands.
  ///
  /// - Parameters:
  ///   - path: The path as it is shown, from `folder`; bytes that are no UTF-8 stand in it as `\\xFF`.
  ///   - folder: Where relative paths begin.
  ///   - host: The machine that has the file; what is no name of one is left out.
  /// - Returns: The address, in ASCII.
  package static func address(of path: String, from folder: String, host: String) -> String {
    var bytes = SystemPath.bytes(path)
    let slash = UInt8(ascii: "/")
    if bytes.first != slash {
      if bytes.starts(with: Array("./".utf8)) { bytes.removeFirst(2) }
      bytes = Array(folder.utf8) + (folder.hasSuffix("/") ? [] : [slash]) + bytes
    }
    let isName = host.utf8.allSatisfy {
      isPlain($0) && $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "~")
    }
    return "file://" + (isName ? host : "")
      + bytes.map { isPlain($0) || $0 == slash ? String(Unicode.Scalar($0)) : encoded($0) }.joined()
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": true
    default: false
    }
  }

  private static func encoded(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "%" + (digits.utf8.count == 1 ? "0" : "") + digits
  }
}
