extension String {
  /// The text as it may be shown on one line of a terminal, or pasted from it.
  ///
  /// A file can hold characters that are orders to a terminal, or that turn the order of what is
  /// read. They become visible: C0 and DEL their control pictures (U+2400…), C1, bidirectional
  /// controls and line separators U+FFFD. Tab and line ends become spaces. What shows nothing is left out.
  package var singleLine: String {
    sanitized(keepingLines: false).withoutInvisible
  }

  /// The path of a file as ``singleLine``, but with characters that show nothing, so that it leads to the file.
  package var pathLine: String {
    sanitized(keepingLines: false)
  }

  /// The text as it may be shown on several lines of a terminal: as ``singleLine``, with its line
  /// feeds and tabs.
  package var multiLine: String {
    sanitized(keepingLines: true).withoutInvisible
  }

  /// The text without characters that show nothing, in which other text could be hidden from who copies it.
  ///
  /// A joiner and a variation selector stay: emoji and forms of characters are made of them. Of several behind each
  /// other all but the first change nothing, and could spell anything.
  private var withoutInvisible: String {
    guard unicodeScalars.contains(where: { $0.mayBeInvisible }) else { return self }
    var result = ""
    var hasJoiner = false
    var hasSelector = false
    for scalar in unicodeScalars {
      switch scalar.invisibility {
      case .visible:
        hasJoiner = false
        hasSelector = false
      case .hidden: continue
      case .joiner where hasJoiner, .selector where hasSelector: continue
      case .joiner: hasJoiner = true
      case .selector: hasSelector = true
      }
      result.unicodeScalars.append(scalar)
    }
    return result
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

  fileprivate enum Invisibility {
    /// It has a shape, or is a space.
    case visible
    /// It has no shape and changes nothing that can be seen.
    case hidden
    /// It joins its neighbours or keeps them apart.
    case joiner
    /// It chooses a form of the character before it.
    case selector
  }

  /// False for nearly all characters, and for all that are visible to be found out at once.
  fileprivate var mayBeInvisible: Bool {
    switch value {
    case 0..<0xAD, 0x2070..<0x3164, 0x3165..<0xFE00: false
    default: invisibility != .visible
    }
  }

  fileprivate var invisibility: Invisibility {
    switch value {
    case 0x200C, 0x200D: .joiner
    case 0x180B...0x180D, 0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: .selector
    // Marks of annotations, which are not among those that Unicode tells to ignore (Default_Ignorable_Code_Point).
    case 0xFFF9...0xFFFB: .hidden
    default: properties.isDefaultIgnorableCodePoint ? .hidden : .visible
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
