internal import BulletinSearch

/// Where a file is to be opened.
struct OpeningPlace {
  var path: String
  /// From 1.
  var line = 1
  /// In bytes, from 1.
  var column = 1
  /// Whether the file is no text, so that an editor is of no use.
  var isDocument = false
  /// The page of a document, from 1; nil where that is not known.
  var page: Int?
}

/// The program that opens a file, and what it is called with: never a line for a shell.
struct OpeningCommand: Equatable {
  /// Its path.
  var program: String
  /// What it was called.
  var name: String
  var arguments: [String]

  /// Nil if there is no program.
  ///
  /// - Parameters:
  ///   - place: What to open.
  ///   - named: The program that the user names, perhaps with arguments; nil for the usual one.
  ///   - environment: The variables of the process.
  ///   - find: The path of a program by its name.
  init?(
    _ place: OpeningPlace, named: String? = nil, environment: (String) -> String?,
    find: (String) -> String? = ProgramStart.path
  ) {
    let file = Self.operand(place.path)
    if named != nil || !place.isDocument {
      for value in named.map({ [$0] }) ?? ["VISUAL", "EDITOR"].compactMap(environment) {
        // A path with blanks in it is one word.
        let words = find(value) == nil ? Self.words(value) : [value]
        guard let first = words.first, let program = find(first) else { continue }
        let viewer = Self.viewers(file, page: place.page ?? 1).first { $0.0 == first }
        let operands =
          place.isDocument ? viewer?.1 ?? [file] : Self.editorArguments(first, file, place)
        self.init(program: program, name: first, arguments: words.dropFirst() + operands)
        return
      }
      if named != nil { return nil }
    } else if let page = place.page, place.path.lowercased().hasSuffix(".pdf") {
      for (name, arguments) in Self.viewers(file, page: page) {
        guard let program = find(name) else { continue }
        self.init(program: program, name: name, arguments: arguments)
        return
      }
    }
    for name in ["xdg-open", "open"] {
      guard let program = find(name) else { continue }
      self.init(program: program, name: name, arguments: [file])
      return
    }
    return nil
  }

  private init(program: String, name: String, arguments: [String]) {
    self.program = program
    self.name = name
    self.arguments = arguments
  }

  /// A path that no program takes for an option.
  private static func operand(_ path: String) -> String {
    path.hasPrefix("-") || path.hasPrefix("+") ? "./" + path : path
  }

  /// Viewers that go to a page, and what they are called with.
  private static func viewers(_ file: String, page: Int) -> [(String, [String])] {
    [
      ("okular", ["--page", "\(page)", file]), ("evince", ["--page-index=\(page)", file]),
      ("papers", ["--page-index=\(page)", file]), ("atril", ["--page-index=\(page)", file]),
      ("xreader", ["--page-index=\(page)", file]), ("zathura", ["--page=\(page)", file]),
      ("mupdf", [file, "\(page)"]),
    ]
  }

  /// How an editor is told to go to a line; one that is not known just gets the file.
  private static func editorArguments(
    _ program: String, _ file: String, _ place: OpeningPlace
  ) -> [String] {
    let name = (program.split(separator: "/").last.map(String.init) ?? program).lowercased()
    switch name {
    case "vi", "vim", "nvim", "view", "vimx", "gvim", "mvim", "ex", "emacs", "emacsclient", "mg",
      "jed", "joe",
      "jmacs", "ne", "gedit", "gnome-text-editor", "pluma", "xed", "geany", "mcedit":
      return ["+\(place.line)", file]
    case "nano", "pico": return ["+\(place.line),\(place.column)", file]
    case "micro": return ["+\(place.line):\(place.column)", file]
    case "code", "code-insiders", "codium", "vscodium", "code-oss", "cursor", "windsurf":
      return ["--goto", "\(file):\(place.line):\(place.column)"]
    case "subl", "hx", "helix", "zed", "zeditor", "atom", "pulsar", "lapce":
      return ["\(file):\(place.line):\(place.column)"]
    case "kate", "kwrite": return ["--line", "\(place.line)", file]
    case "mate": return ["--line", "\(place.line)", file]
    default: return [file]
    }
  }

  /// The words of a command line: between blanks, but for what stands in quotation marks.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word: String?
    var mark: Character?
    for character in text {
      if let open = mark {
        if character == open { mark = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        mark = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let ended = word { words.append(ended) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }
}
