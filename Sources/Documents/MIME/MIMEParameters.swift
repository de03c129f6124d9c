/// A value with parameters: `text/html; charset="utf-8"` (RFC 2045, section 5.1), also such that are cut into
/// pieces or written in percent signs (RFC 2231).
struct MIMEParameters {
  /// What stands before the parameters, in lower case.
  let value: String
  private var parameters: [String: [UInt8]] = [:]
  private static let mostParameters = 200

  init(_ bytes: [UInt8]) {
    var parts = Self.split(bytes)
    value = MIMEText.trimmed(
      String(decoding: parts.isEmpty ? [] : parts.removeFirst(), as: UTF8.self)
    ).lowercased()
    for part in parts.prefix(Self.mostParameters) {
      guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let name = MIMEText.trimmed(String(decoding: part[..<equals], as: UTF8.self)).lowercased()
      if parameters[name] == nil { parameters[name] = Self.unquoted(part[(equals + 1)...]) }
    }
  }

  /// The bytes of a parameter as they stand between the quotation marks.
  func bytes(_ name: String) -> [UInt8]? { parameters[name] }

  func ascii(_ name: String) -> String? {
    parameters[name].map { MIMEText.trimmed(String(decoding: $0, as: UTF8.self)) }
  }

  /// The text of a parameter: `name*=utf-8''%E6…`, `name*0="…"; name*1="…"`, or in encoded words as many programs
  /// write it.
  func text(_ name: String) -> String? {
    if let plain = parameters[name] { return EncodedWords.decoded(plain) }
    var bytes: [UInt8] = []
    var charset: String?
    if let whole = parameters["\(name)*"] {
      (charset, bytes) = Self.extended(whole)
    } else {
      for index in 0..<Self.mostParameters {
        if let plain = parameters["\(name)*\(index)"] {
          bytes += plain
        } else if let encoded = parameters["\(name)*\(index)*"] {
          if index == 0 {
            (charset, bytes) = Self.extended(encoded)
          } else {
            bytes += Self.percentDecoded(encoded)
          }
        } else {
          break
        }
      }
    }
    guard !bytes.isEmpty else { return nil }
    return String(decoding: MIMEText.decoded(bytes, charset: charset), as: UTF8.self)
  }

  /// The parts between semicolons that stand in no quotation marks.
  private static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    var isQuoted = false
    var isEscaped = false
    for (index, byte) in bytes.enumerated() {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\"), isQuoted {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ";"), !isQuoted {
        parts.append(bytes[start..<index])
        start = index + 1
      }
    }
    return parts + [bytes[start...]]
  }

  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    guard bytes.first == UInt8(ascii: "\"") else {
      return Array(bytes.prefix { $0 > 0x20 })
    }
    var result: [UInt8] = []
    var isEscaped = false
    for byte in bytes.dropFirst() {
      if !isEscaped, byte == UInt8(ascii: "\"") { break }
      if !isEscaped, byte == UInt8(ascii: "\\") {
        isEscaped = true
        continue
      }
      isEscaped = false
      result.append(byte)
    }
    return result
  }

  /// `utf-8'zh'%E6%96%87`.
  private static func extended(_ bytes: [UInt8]) -> (charset: String?, bytes: [UInt8]) {
    let quote = UInt8(ascii: "'")
    guard let first = bytes.firstIndex(of: quote),
      let second = bytes[(first + 1)...].firstIndex(of: quote)
    else { return (nil, percentDecoded(bytes)) }
    return (
      String(decoding: bytes[..<first], as: UTF8.self),
      percentDecoded(Array(bytes[(second + 1)...]))
    )
  }

  private static func percentDecoded(_ bytes: [UInt8]) -> [UInt8] {
    TransferEncoding.escaped(bytes[...], by: UInt8(ascii: "%"))
  }
}
