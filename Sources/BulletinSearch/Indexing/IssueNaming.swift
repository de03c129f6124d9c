internal import Bulletins
internal import TextAnalysis

/// Gives issues the labels by which people name them, each once within a bulletin.
struct IssueNaming {
  private let analyzer: TextAnalyzer
  /// The names of bulletins as they are searched.
  private var folded: [String: [UInt32]] = [:]
  /// How often each label was given in each bulletin.
  ///
  /// A bulletin that prints its name once in traditional characters is still the same, so names
  /// are compared as they are searched.
  private var given: [[UInt32]: [String: Int]] = [:]

  /// How many bulletins were met.
  var bulletinCount: Int { given.count }

  init(analyzer: TextAnalyzer) {
    self.analyzer = analyzer
  }

  /// The name and label of an issue whose file is at `path`.
  mutating func name(_ names: IssueNames, path: String) -> (bulletin: String, label: String) {
    let bulletin = names.bulletin ?? Self.folderName(of: path)
    let label = names.label ?? Self.fileName(of: path)
    let key = folded[bulletin] ?? analyzer.fold(Array(bulletin.utf8)).scalars
    folded[bulletin] = key
    let count = given[key, default: [:]][label, default: 0] + 1
    given[key, default: [:]][label] = count
    // A second issue with the same number is a misprint or a second copy; both must be reachable.
    return (bulletin, count == 1 ? label : "\(label)~\(count)")
  }

  /// The running number, else year and number, else the date.
  fileprivate static func label(of masthead: Masthead) -> String? {
    let number = masthead.number
    if let number, number.kind == .supplement { return "增刊\(number.number ?? 1)" }
    if let total = number?.total { return "\(total)" }
    if let number = number?.number {
      guard let year = masthead.number?.year ?? masthead.date?.year else { return "\(number)" }
      return "\(year)-\(number)"
    }
    return masthead.date?.description
  }

  /// The number as people write it: `2022年第8期（总第92期）`.
  static func numberText(of masthead: Masthead) -> String {
    guard let number = masthead.number else { return "" }
    var text = (number.year ?? masthead.date?.year).map { "\($0)年" } ?? ""
    if let first = number.number {
      let numbers = number.lastNumber.map { "\(first)-\($0)" } ?? "\(first)"
      text += number.kind == .supplement ? "增刊" : ""
      text += "第\(numbers)期"
    }
    if let total = number.total { text += "（总第\(total)期）" }
    return text
  }

  static func fileName(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  private static func folderName(of path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? String(parts[parts.count - 2]) : fileName(of: path)
  }
}

/// From what an issue has its names.
struct IssueNames: Equatable, Sendable {
  /// The bulletin that the masthead names; nil if the folder names it.
  var bulletin: String?
  /// The label that number or date give; nil if the file names the issue.
  var label: String?

  init(bulletin: String? = nil, label: String? = nil) {
    self.bulletin = bulletin
    self.label = label
  }

  init(_ masthead: Masthead) {
    self.init(bulletin: masthead.name, label: IssueNaming.label(of: masthead))
  }
}
