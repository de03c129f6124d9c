extension String {
  /// The text as it may be shown on one line of a terminal.
  ///
  /// A file can hold characters that are orders to a terminal, or that turn the order of what is
  /// read. They become visible: C0 and DEL their control pictures (U+2400…), C1, bidirectional
  /// controls and line separators U+FFFD. Tab and line ends become spaces.
  package var singleLine: String {
    sanitized(keepingLines: false)
  }

  /// The text as it may be shown on several lines of a terminal: as ``singleLine``, with its line
  /// feeds and tabs.
  package var multiLine: String {
    sanitized(keepingLines: true).withoutInvisible
  }

  /// The text without format characters that show nothing, in which other text could be hidden from who copies it.
  ///
  /// Joiners and variation selectors stay: emoji and forms of characters are made of them.
  package var withoutInvisible: String {
    guard unicodeScalars.contains(where: \.isInvisible) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isInvisible }))
  }

  private func sanitized(keepingLines: Bool) -> String {
    guard unicodeScalars.contains(where: \.isControlOfTerminal) else { return self }
    var result = ""
    var afterCarriageReturn = false
    for scalar in unicodeScalars {
      switch scalar {
      case "\r": result.unicodeScalars.append(keepingLines ? "\n" : " ")
      // The line end was written for the carriage return.
      case "\n" where afterCarriageReturn: break
      case "\n", "\t": result.unicodeScalars.append(keepingLines ? scalar : " ")
      default: result.unicodeScalars.append(scalar.harmless)
      }
      afterCarriageReturn = scalar == "\r"
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether a terminal may do something else than show the character.
  package var isControlOfTerminal: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F: true
    default: false
    }
  }

  /// Whether it has no shape and changes nothing about those beside it.
  fileprivate var isInvisible: Bool {
    switch value {
    // The soft hyphen, Mongolian and zero-width separators, invisible operators, the byte order mark.
    case 0xAD, 0x180E, 0x200B, 0x2060...0x2064, 0xFEFF: true
    // Marks of annotations, and tags.
    case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }

  fileprivate var harmless: Unicode.Scalar {
    guard isControlOfTerminal else { return self }
    return switch value {
    case 0x00...0x1F: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    default: "\u{FFFD}"
    }
  }
}
