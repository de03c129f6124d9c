import BulletinSearch
import InvertedIndex
import TestSupport

/// A folder of invented issues that changes at random.
struct RandomTree {
  /// What is searched after the changes; every word that an issue may have is in one of them.
  static let queries = [
    "水位", "泵站", "5G基站", "水位 泵站", "泵站 OR 基站", "\"泵站投入运行\"", "水位 -基站", "期：3",
    "总期：12", "日期：2024-03", "标题：泵站", "作者：林舟", "水* 运行", "\"水位 运行\"~6", "的", "青川",
    "验收 水位 检修 林舟", "。",
  ]

  private static let words = [
    "水位", "泵站", "5G基站", "投入运行", "检修", "验收", "青川", "的", "通过", "ＡＢＣ", "數據", "太忻",
  ]
  private static let folders = ["", "甲/", "乙/", "丙/丁/", "期-1/", "期-2/"]
  /// What an issue without a masthead may have above its articles: a title only, a name with a number or with a
  /// time, a title with the name in it.
  private static let headings = [
    "泵站检修", "验收通过", "青川周报 第2期", "青川周报（第 3 期）", "青川周报 2024-03", "2024年4月的青川周报", "青川 周报",
    "青川周报｜水位", "验收：青川周报",
  ]

  /// Whether some issues are documents, in the form of `FakeDocumentReader`.
  var hasDocuments = false
  private let root: String
  private var files: [String] = []
  /// How many headings with numbers those files have that may be volumes.
  private var headingCounts: [String: Int] = [:]

  init(root: String) {
    self.root = root
  }

  /// How many issues each file is.
  var issueCounts: [String: Int] {
    let counts = files.map { name in
      let headings = Self.mayBeVolume(name) ? headingCounts[name] ?? 1 : 1
      return (name, headings < 3 ? 1 : headings)
    }
    return Dictionary(counts) { $1 }
  }

  /// A file that is called like an issue is one.
  private static func mayBeVolume(_ name: String) -> Bool {
    let stem = name.prefix { $0 != "." }
    return stem.hasSuffix("0") && !stem.hasSuffix("10")
  }

  static func options(using random: inout SeededGenerator) -> IndexingOptions {
    var options = IndexingOptions()
    options.jobs = Int.random(in: 1...2, using: &random)
    options.batchByteCount = [1, 700, nil].randomElement(using: &random) ?? nil
    // A batch has to fit in a segment.
    if options.batchByteCount != nil, Bool.random(using: &random) { options.segmentLimit = 30 }
    options.merging = [.few, .few, .none, .all].randomElement(using: &random) ?? .few
    return options
  }

  /// Changes some files: new ones, other texts, other names, other folders, and files that go.
  mutating func change(
    in folder: borrowing TemporaryDirectory, using random: inout SeededGenerator
  ) throws {
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      switch Int.random(in: 0..<10, using: &random) {
      case 0 where files.count > 1: try remove(in: folder, &random)
      case 1 where !files.isEmpty: try rename(in: folder, &random)
      case 2 where !files.isEmpty: try moveFolder(in: folder, &random)
      case 3, 4: try rewrite(in: folder, &random)
      default: try add(in: folder, &random)
      }
    }
    if files.isEmpty { try add(in: folder, &random) }
  }

  private mutating func add(
    in folder: borrowing TemporaryDirectory, _ random: inout SeededGenerator
  ) throws {
    let name = name(&random)
    // Now and then in another kind of file what is there already.
    if let twin = files.randomElement(using: &random), hasDocuments, !files.contains(name),
      Int.random(in: 0..<3, using: &random) == 0
    {
      let kind =
        twin.hasSuffix(".md") ? ".docx" : [".md", ".pdf"].randomElement(using: &random) ?? ""
      let other = String(twin[..<(twin.lastIndex(of: ".") ?? twin.endIndex)]) + kind
      if !files.contains(other) {
        try folder.write(try readFile("\(folder.path)/\(root)/\(twin)"), to: root + "/" + other)
        files.append(other)
        headingCounts[other] = headingCounts[twin]
        return
      }
    }
    try write(name, in: folder, &random)
    if !files.contains(name) { files.append(name) }
  }

  private mutating func rewrite(
    in folder: borrowing TemporaryDirectory, _ random: inout SeededGenerator
  ) throws {
    guard let name = files.randomElement(using: &random) else { return }
    try write(name, in: folder, &random)
  }

  private mutating func remove(
    in folder: borrowing TemporaryDirectory, _ random: inout SeededGenerator
  ) throws {
    let name = files.remove(at: Int.random(in: files.indices, using: &random))
    folder.remove(root + "/" + name)
    removeEmptied(name, in: folder)
  }

  /// Takes away the folder of a file that has gone if nothing is in it any more: an empty one would keep its articles.
  private func removeEmptied(_ name: String, in folder: borrowing TemporaryDirectory) {
    let top = name.prefix { $0 != "/" }
    guard top != name, !files.contains(where: { $0.hasPrefix(top + "/") }) else { return }
    folder.remove(root + "/" + top)
  }

  private mutating func rename(
    in folder: borrowing TemporaryDirectory, _ random: inout SeededGenerator
  ) throws {
    let index = Int.random(in: files.indices, using: &random)
    let name = name(&random)
    guard !files.contains(name) else { return }
    try folder.move(root + "/" + files[index], to: root + "/" + name)
    let old = files[index]
    files[index] = name
    headingCounts[name] = headingCounts[old]
    removeEmptied(old, in: folder)
  }

  /// Gives a whole folder another name, which keeps the names of its files.
  private mutating func moveFolder(
    in folder: borrowing TemporaryDirectory, _ random: inout SeededGenerator
  ) throws {
    let old = "甲/"
    let new = "移\(Int.random(in: 0..<50, using: &random))/"
    let moved = files.filter { $0.hasPrefix(old) }
    guard !moved.isEmpty, !files.contains(where: { $0.hasPrefix(new) }) else { return }
    try folder.move(root + "/" + old.dropLast(), to: root + "/" + new.dropLast())
    for name in moved { headingCounts[new + name.dropFirst(old.count)] = headingCounts[name] }
    files = files.map { $0.hasPrefix(old) ? new + $0.dropFirst(old.count) : $0 }
  }

  private func name(_ random: inout SeededGenerator) -> String {
    let folder = Self.folders.randomElement(using: &random) ?? ""
    // Few names, so that some stand in several folders and numbers run on.
    let name = ["简报-", "简报-", "", "issue-", "第"].randomElement(using: &random) ?? ""
    let kinds = hasDocuments ? ["md", "md", "docx", "pdf"] : ["md"]
    let kind = kinds.randomElement(using: &random) ?? "md"
    return "\(folder)\(name)\(Int.random(in: 0..<12, using: &random)).\(kind)"
  }

  /// Writes an issue whose time of change may be too young to be trusted, and may be that of the one before.
  private mutating func write(
    _ name: String, in folder: borrowing TemporaryDirectory, _ random: inout SeededGenerator
  ) throws {
    let count = Self.mayBeVolume(name) ? Int.random(in: 1...6, using: &random) : nil
    headingCounts[name] = count
    let text = count.map { Self.volume($0, &random) } ?? Self.issue(&random)
    try folder.write(text, to: root + "/" + name)
    if Bool.random(using: &random) {
      try folder.settle(
        root + "/" + name, minutesAgo: Int.random(in: 0..<1_000_000, using: &random))
    }
  }

  /// Entries of which a single one counts only if the siblings of the issue have some.
  private static func numberedEntries(_ random: inout SeededGenerator) -> String {
    var text = "## \(sentence(2, &random))\n\n\(sentence(4, &random))。\n\n"
    for entry in 1...Int.random(in: 1...3, using: &random) {
      text += "\(entry)、[\(sentence(3, &random))](https://example.org/\(entry))\n\n"
      text += sentence(6, &random) + "。\n\n"
    }
    return text
  }

  private static func volume(_ count: Int, _ random: inout SeededGenerator) -> String {
    var text = "# 青川周报合集\n\n"
    for number in 1...count {
      text += "## 第\(number)期（2024-03-\(number + 10)）\n\n"
      for _ in 0..<2 {
        text += "### \(sentence(3, &random))\n\n\(sentence(9, &random))。\n\n"
      }
    }
    return text
  }

  private static func issue(_ random: inout SeededGenerator) -> String {
    // Few numbers, so that some are given twice; some issues have neither name nor number.
    let number = Int.random(in: 1...4, using: &random)
    var text = ""
    if Int.random(in: 0..<5, using: &random) > 2 {
      text += "# \(["青川水务简讯", "青川林业简讯"].randomElement(using: &random) ?? "")\n\n"
      text += "2024年第\(number)期（总第\(number + 9)期）\n\n2024年\(number)月5日\n\n"
    } else if Bool.random(using: &random) {
      text += "# \(headings.randomElement(using: &random) ?? "")\n\n"
    }
    if Bool.random(using: &random) { return text + numberedEntries(&random) }
    for article in 0..<Int.random(in: 1...5, using: &random) {
      text += "## \(sentence(3, &random))\(article)\n\n"
      if Bool.random(using: &random) { text += "（林舟）\n\n" }
      for _ in 0..<Int.random(in: 1...3, using: &random) { text += sentence(9, &random) + "。\n\n" }
    }
    return text
  }

  private static func sentence(_ length: Int, _ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...length, using: &random))
      .map { _ in words.randomElement(using: &random) ?? "" }.joined()
  }
}
