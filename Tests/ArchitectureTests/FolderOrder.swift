/// The order of the folders of a target: a file may use what its own folder declares, and the folders before it.
struct FolderOrder {
  /// What is declared in a folder and used in one that comes before it.
  struct Violation: Hashable, CustomStringConvertible {
    var file: String
    var line: Int
    var name: String
    var folder: String

    var description: String { "\(file):\(line) uses \(name), which \(folder) declares" }
  }

  /// The folder of files that are in no folder of the target.
  static let root = "."

  /// The names of the folders in their order.
  let folders: [String]

  /// What the files of a target use against the order.
  ///
  /// A name counts as that of a folder if no other folder declares it: a type, function or value at the top of a file, or a
  /// member that an extension adds and nothing else of the target is called.
  ///
  /// - Parameter files: The texts of the files by their paths in the target.
  /// - Returns: The violations in the order of the files, each name once a file; and folders that the order does not name.
  func violations(in files: [String: [UInt8]]) -> (violations: [Violation], unnamed: Set<String>) {
    let read = files.mapValues(SourceTokens.read)
    var declared = Declarations()
    for (path, tokens) in read { declared.add(tokens, in: Self.folder(of: path)) }
    let ranks = Dictionary(uniqueKeysWithValues: folders.enumerated().map { ($1, $0) })
    var violations: [Violation] = []
    for (path, tokens) in read.sorted(by: { $0.key < $1.key }) {
      let own = ranks[Self.folder(of: path)] ?? folders.count
      var seen = Declarations.ownNames(tokens)
      for token in tokens {
        guard let folder = declared.folder(of: token), let rank = ranks[folder], rank > own,
          seen.insert(token.text).inserted
        else { continue }
        violations.append(
          Violation(file: path, line: token.line, name: token.text, folder: folder))
      }
    }
    return (violations, Set(files.keys.map(Self.folder)).subtracting(folders))
  }

  /// The folder of the target that a file is in, however deep.
  private static func folder(of path: String) -> String {
    path.firstIndex(of: "/").map { String(path[..<$0]) } ?? root
  }
}

/// Which folder declares which name.
private struct Declarations {
  private static let kinds: Set = [
    "struct", "class", "enum", "protocol", "actor", "typealias", "func", "let", "var",
  ]
  private static let members: Set = ["func", "let", "var"]
  private static let hidden: Set = ["private", "fileprivate"]

  /// The folders that declare a name at the top of a file.
  private var names: [String: Set<String>] = [:]
  /// The folders that declare a member, and whether an extension does.
  private var added: [String: [String: Bool]] = [:]

  mutating func add(_ tokens: [SourceToken], in folder: String) {
    var isExtension = false
    var isHidden = false
    for (place, token) in tokens.enumerated() {
      if token.depth == 0, token.text == "extension" { isExtension = true }
      if token.depth == 0, token.text == "}" { isExtension = false }
      if token.text == "{" || token.text == "}" { isHidden = false }
      if Self.hidden.contains(token.text) { isHidden = true }
      if token.depth == 1, token.text == "case" {
        // What is called like a case may be the case.
        for word in tokens[place...].prefix(while: { $0.line == token.line }) {
          added[word.text, default: [:]][folder, default: false] = false
        }
      }
      guard token.depth <= 1, !token.isMember, Self.kinds.contains(token.text),
        place + 1 < tokens.count, tokens[place + 1].depth == token.depth
      else { continue }
      let name = tokens[place + 1].text
      // `class func` and `class var` name nothing themselves.
      if Self.kinds.contains(name) { continue }
      defer { isHidden = false }
      if token.depth == 0 {
        if !isHidden { names[name, default: []].insert(folder) }
      } else if Self.members.contains(token.text), !isHidden {
        added[name, default: [:]][folder, default: false] = isExtension
      }
    }
  }

  /// What a file declares itself, at any depth: such a name means no other's there.
  static func ownNames(_ tokens: [SourceToken]) -> Set<String> {
    var own: Set<String> = []
    for (token, next) in zip(tokens, tokens.dropFirst())
    where kinds.contains(token.text) && !kinds.contains(next.text) && !token.isMember {
      own.insert(next.text)
    }
    return own
  }

  /// The folder that alone declares what a word may mean.
  func folder(of token: SourceToken) -> String? {
    if let folders = names[token.text] { return folders.count == 1 ? folders.first : nil }
    guard token.isMember, let folders = added[token.text], folders.count == 1,
      let (folder, isExtension) = folders.first, isExtension
    else { return nil }
    return folder
  }
}
