internal import Bulletins

/// Finds out which folders of an index have the issues of one series.
///
/// That is mostly the folder of a file. Where each issue has a folder of its own, it is the one above: folders
/// that are called by a number or a date (`2023/04/01`, `issue5`, `第3期`), and those whose names differ in their
/// numbers only (`tea-weekly-0327`, `tea-weekly-0403`).
struct SeriesFolders {
  /// For each folder, how many folders in it are called alike but for their numbers.
  private var counts: [String: [String: Int]] = [:]
  private var known: Set<String> = []
  private var series: [String: String] = [:]

  /// - Parameter paths: Those of all issues, absolute.
  init(_ paths: [String]) {
    for path in paths { add(Self.folder(of: path)) }
  }

  private mutating func add(_ folder: String) {
    var folder = folder
    while !folder.isEmpty, known.insert(folder).inserted {
      let parent = Self.folder(of: folder)
      if let pattern = NumberPattern(Self.name(of: folder)).text {
        counts[parent, default: [:]][pattern, default: 0] += 1
      }
      folder = parent
    }
  }

  /// The folder of the series that a file belongs to.
  mutating func folder(ofFile path: String) -> String {
    let direct = Self.folder(of: path)
    if let known = series[direct] { return known }
    var folder = direct
    while !folder.isEmpty, isOfOneIssue(folder) { folder = Self.folder(of: folder) }
    if folder.isEmpty { folder = direct }
    series[direct] = folder
    return folder
  }

  private func isOfOneIssue(_ folder: String) -> Bool {
    let name = NumberPattern(Self.name(of: folder))
    guard let pattern = name.text else { return false }
    return name.isNumberOnly || counts[Self.folder(of: folder)]?[pattern] ?? 0 > 1
  }

  static func folder(of path: String) -> String {
    String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  }

  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}

/// What the name of a file or folder is but for its numbers.
struct NumberPattern: Equatable {
  /// The name with # for each number; nil if there is none.
  let text: String?
  /// Whether the name is no more than a number, a date, or the word for an issue with its number.
  let isNumberOnly: Bool

  init(_ name: String) {
    var pattern = ""
    var words = ""
    var hasNumber = false
    for scalar in IssueLabels.fold(name).unicodeScalars {
      if ("0"..."9").contains(scalar) {
        if pattern.last != "#" { pattern.append("#") }
        hasNumber = true
      } else {
        pattern.unicodeScalars.append(scalar == "#" ? Self.numberSign : scalar)
        if !Self.marks.contains(scalar) { words.unicodeScalars.append(scalar) }
      }
    }
    text = hasNumber ? pattern : nil
    isNumberOnly = hasNumber && (words.isEmpty || Self.words.contains(words))
  }

  /// Whether a path has a character of a number, Arabic or Chinese.
  static func hasNumeral(_ path: String) -> Bool {
    IssueLabels.fold(path).unicodeScalars.contains {
      ("0"..."9").contains($0) || numerals.contains($0)
    }
  }

  private static let numerals = Set("〇○零一二三四五六七八九十百千廿卅".unicodeScalars)

  /// Stands for a # of the name, which is none for a number.
  private static let numberSign: Unicode.Scalar = "№"

  /// Whether the word or sign before the number says that issues are counted: `issue-12`, `第12期`, `#12`.
  static func countsIssues(_ pattern: String) -> Bool {
    pattern.unicodeScalars.contains(numberSign)
      || pattern.split { !$0.isLetter }.contains { issueWords.contains(String($0)) }
  }

  private static let marks = Set("-_.~ ,+年月日第期号周季度".unicodeScalars)
  private static let issueWords: Set<String> = ["issue", "issues", "vol", "no", "期"]
  private static let words: Set<String> = [
    "issue", "issues", "vol", "no", "week", "day", "part", "chapter", "q", "w",
  ]
}
