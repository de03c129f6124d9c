/// How the bytes of a part are written in the characters of a mail (RFC 2045, section 6).
enum TransferEncoding {
  /// The bytes that are meant; those that stand there if the encoding is not known.
  static func decoded(_ bytes: ArraySlice<UInt8>, _ encoding: String) -> [UInt8] {
    switch encoding {
    case "base64": base64(bytes)
    case "quoted-printable": quotedPrintable(bytes)
    default: Array(bytes)
    }
  }

  /// What is no character of it is passed over; it ends with its padding, or that begins another.
  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 4 * 3)
    var bits = 0
    var count = 0
    for byte in bytes {
      let value: Int
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = Int(byte) - 0x41
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = Int(byte) - 0x61 + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = Int(byte) - 0x30 + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      case UInt8(ascii: "="):
        (bits, count) = (0, 0)
        continue
      default: continue
      }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(bits >> count & 0xFF))
        bits &= 1 << count - 1
      }
    }
    return result
  }

  /// A `=` at the end of a line joins it to the next; blanks that a server put at the ends of lines do not count.
  private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var joined: [UInt8] = []
    joined.reserveCapacity(bytes.count)
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var content = bytes[position..<end]
      while let last = content.last, last == 0x20 || last == 0x09 || last == 0x0D {
        content.removeLast()
      }
      if content.last == UInt8(ascii: "=") {
        joined += content.dropLast()
      } else {
        joined += content
        if end < bytes.endIndex { joined.append(0x0A) }
      }
      position = end < bytes.endIndex ? end + 1 : end
    }
    return escaped(joined[...], by: UInt8(ascii: "="))
  }

  /// Bytes in which a sign and two hexadecimal digits are one byte: `=E6`, `%E6`.
  static func escaped(_ bytes: ArraySlice<UInt8>, by sign: UInt8) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = bytes.startIndex
    while position < bytes.endIndex {
      if bytes[position] == sign, position + 2 < bytes.endIndex,
        let high = hexadecimal(bytes[position + 1]), let low = hexadecimal(bytes[position + 2])
      {
        result.append(high << 4 | low)
        position += 3
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return result
  }

  static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 0x30
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 0x41 + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 0x61 + 10
    default: nil
    }
  }
}
