/// The numberings of a document and how far each has counted.
///
/// The numbers of headings and lists stand in no text of a document: a paragraph names a numbering and a level, and the
/// numbering says how the level is written (ISO/IEC 29500-1, 17.9).
struct WordNumbering {
  struct Level: Equatable {
    var start = 1
    var format = "decimal"
    /// The text, in which `%1` stands for the number of the first level.
    var text = ""
    /// What follows: a tab, a space or nothing.
    var suffix = "tab"
    /// The level after which it begins anew, from 1; 0 for none, nil for that before it.
    var restart: Int?
    /// Whether the numbers of all levels are written in digits.
    var isDecimal = false
    var style: String?
  }

  struct Abstract {
    var levels: [Int: Level] = [:]
    /// The name of the style of lists that it is.
    var styleLink: String?
    /// The name of the style of lists that has its levels.
    var linkedStyle: String?
  }

  struct Instance {
    var abstract = ""
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  private var abstracts: [String: Abstract] = [:]
  private var instances: [String: Instance] = [:]
  /// By the identifiers of abstract numberings, the numbers of their levels.
  private var counts: [String: [Int: Int]] = [:]
  private var startedInstances: Set<String> = []

  static let levelCount = 9

  /// - Parameter part: The part with the numberings; what follows a fault is not read.
  init(_ part: [UInt8]) {
    let handler = NumberingHandler()
    try? XMLParser.parse(part, names: .word, into: handler)
    abstracts = handler.abstracts
    instances = handler.instances
    // What only refers to a style of lists has the levels of that which is the style.
    var styled: [String: String] = [:]
    for (id, abstract) in abstracts {
      if let name = abstract.styleLink { styled[name] = id }
    }
    for id in instances.keys {
      guard let abstract = instances[id]?.abstract, let name = abstracts[abstract]?.linkedStyle,
        let target = styled[name]
      else { continue }
      instances[id]?.abstract = target
    }
  }

  /// Numberings that are told by the levels alone.
  init(lists: [String: [Int: Level]]) {
    for (name, levels) in lists {
      abstracts[name] = Abstract(levels: levels)
      instances[name] = Instance(abstract: name)
    }
  }

  /// Lets a numbering begin anew.
  mutating func restart(_ numbering: String) {
    guard let instance = instances[numbering] else { return }
    counts[instance.abstract] = nil
  }

  /// The level of a numbering that is that of one of some styles; nil if none is.
  func level(ofStyles styles: [String], in numbering: String) -> Int? {
    guard let instance = instances[numbering], let abstract = abstracts[instance.abstract] else {
      return nil
    }
    return (0..<Self.levelCount).first { index in
      let level = instance.levels[index] ?? abstract.levels[index]
      return level?.style.map(styles.contains) ?? false
    }
  }

  /// The text before the next paragraph of a level; nil if there is no such numbering, empty if it is a bullet.
  mutating func next(_ numbering: String, level: Int) -> String? {
    guard let instance = instances[numbering], let abstract = abstracts[instance.abstract],
      (0..<Self.levelCount).contains(level)
    else { return nil }
    func definition(_ index: Int) -> Level? { instance.levels[index] ?? abstract.levels[index] }
    func start(_ index: Int) -> Int { instance.starts[index] ?? definition(index)?.start ?? 1 }
    guard let own = definition(level) else { return nil }
    var numbers = counts[instance.abstract] ?? [:]
    if startedInstances.insert(numbering).inserted {
      for index in instance.starts.keys { numbers[index] = nil }
    }
    for index in 0..<level where numbers[index] == nil { numbers[index] = start(index) }
    numbers[level] = numbers[level].map { min($0, .max - 1) + 1 } ?? start(level)
    for index in (level + 1)..<max(level + 1, Self.levelCount) {
      let restart = definition(index)?.restart ?? index
      if level < restart { numbers[index] = nil }
    }
    counts[instance.abstract] = numbers
    guard own.format != "bullet" else { return "" }
    return label(own, numbers) { definition($0)?.format ?? "decimal" }
  }

  private func label(
    _ level: Level, _ numbers: [Int: Int], format: (Int) -> String
  ) -> String {
    var result = ""
    var scalars = level.text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "%", let digit = scalars.next() else {
        result.unicodeScalars.append(scalar)
        continue
      }
      guard ("1"..."9").contains(digit) else {
        result.unicodeScalars.append(contentsOf: [scalar, digit])
        continue
      }
      let index = Int(digit.value) - 0x31
      let written = level.isDecimal ? "decimal" : format(index)
      if let number = numbers[index] { result += NumberFormat.string(number, written) }
    }
    guard !result.isEmpty, level.suffix != "nothing", let last = result.unicodeScalars.last,
      last.isASCII
    else { return result }
    // 一、 and （一） need no blank behind them, 1. does.
    return result + " "
  }
}

private final class NumberingHandler: XMLHandler {
  var abstracts: [String: WordNumbering.Abstract] = [:]
  var instances: [String: WordNumbering.Instance] = [:]
  private var abstract: String?
  private var instance: String?
  private var levelIndex: Int?
  private var level = WordNumbering.Level()

  /// Labels are a few characters long; what is longer is no label.
  private static let longestText = 100

  func start(_ element: XMLElement) {
    let value = element.wordValue
    switch element.name {
    case "w:abstractNum":
      abstract = element["w:abstractNumId"]
      abstract.map { abstracts[$0] = WordNumbering.Abstract() }
    case "w:num":
      instance = element["w:numId"]
      instance.map { instances[$0] = WordNumbering.Instance() }
    case "w:abstractNumId": instance.map { instances[$0]?.abstract = value ?? "" }
    case "w:styleLink": abstract.map { abstracts[$0]?.styleLink = value }
    case "w:numStyleLink": abstract.map { abstracts[$0]?.linkedStyle = value }
    case "w:lvl":
      levelIndex = element["w:ilvl"].flatMap { Int($0) }
      level = WordNumbering.Level()
    case "w:lvlOverride": levelIndex = element["w:ilvl"].flatMap { Int($0) }
    case "w:startOverride":
      if let instance, let levelIndex { instances[instance]?.starts[levelIndex] = number(value) }
    case "w:start": level.start = number(value) ?? 1
    case "w:numFmt": level.format = value ?? "decimal"
    case "w:lvlText":
      level.text = value.map { $0.utf8.count > Self.longestText ? "" : $0 } ?? ""
    case "w:suff": level.suffix = value ?? "tab"
    case "w:lvlRestart": level.restart = number(value)
    case "w:isLgl": level.isDecimal = element.isOn
    case "w:pStyle": level.style = value
    default: break
    }
  }

  private func number(_ value: String?) -> Int? {
    value.flatMap { Int($0) }.flatMap { (0..<1_000_000).contains($0) ? $0 : nil }
  }

  func end(_ name: String) {
    switch name {
    case "w:lvl":
      guard let levelIndex else { return }
      if let abstract {
        abstracts[abstract]?.levels[levelIndex] = level
      } else if let instance {
        instances[instance]?.levels[levelIndex] = level
      }
    case "w:abstractNum": abstract = nil
    case "w:num": instance = nil
    default: break
    }
  }

  func text(_ text: String) {}
}
