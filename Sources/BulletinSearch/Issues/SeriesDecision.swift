internal import Bulletins
internal import TextAnalysis

/// Decides by all issues of a folder how the bulletin is called and which number each has.
///
/// What is the same in most is the bulletin, what changes is the issue. The rules:
///
/// - A name is *established* if a file prints it in a masthead, or with its number or date, or if two files print
///   it. What differs in dates and numbers only is one name (`茶讯 2023-05`, `2023年4月的茶讯`), and so is what
///   is searched as the same; it is shown as most files write it.
/// - Part of a title that most files have, three at least, is an established name as well.
/// - A file is of the established bulletin that it names itself. One that names none, or only with words that
///   no other has, is of the bulletin that more than half of the files name. If there is no such bulletin, it
///   keeps its own name in a folder of one or two files; in others such a name is an article's title, and the
///   bulletin is called like the folder.
/// - So bulletins that share a folder stay apart as long as they print their names.
/// - An issue is divided into articles as more than half of the issues of its bulletin are, three at least, if its text
///   holds that; as one article only if nearly all are.
/// - A number that is printed counts. One that only the path has counts if it stands behind a word for issues, if
///   a sibling prints the number that its path has, or if numbers without words run on in the paths of files that
///   are of one established bulletin.
struct SeriesDecision {
  /// A file of the folder, or an issue of a volume in it.
  struct File {
    /// Its name with those folders before it that are its own.
    var path: String
    var evidence: IssueEvidence
    var division: IssueDivision?
  }

  /// What was decided of a file.
  struct Decision: Equatable {
    /// Nil if the bulletin is called like the folder.
    var bulletin: String?
    var number: IssueNumber?
    /// How to divide it, if that is not how the file alone would be.
    var wish: Cutting?
  }

  let files: [File]
  private let analyzer: TextAnalyzer
  private var keys: [String: [UInt32]] = [:]

  init(_ files: [File], analyzer: TextAnalyzer) {
    self.files = files
    self.analyzer = analyzer
  }

  /// - Returns: What was decided, in the order of the files.
  /// - Complexity: O(*n*) in the number of files.
  mutating func decide() -> [Decision] {
    let names = decideNames()
    let numbers = decideNumbers(names)
    let wishes = decideWishes(names, numbers)
    return files.indices.map {
      Decision(bulletin: names[$0], number: numbers[$0], wish: wishes[$0])
    }
  }
}

// MARK: - Names

extension SeriesDecision {
  /// What the files together say of a name.
  private struct Standing {
    var fileCount = 0
    var isDated = false
    /// How often it is written so.
    private var spellings: [String: Int] = [:]

    mutating func add(_ name: String) {
      spellings[name, default: 0] += 1
    }

    /// What most files write, without the time of an issue if there are several times.
    var spelling: String {
      if let only = spellings.keys.first, spellings.count == 1, fileCount > 1 { return only }
      var cores: [String: Int] = [:]
      for (name, count) in spellings { cores[SeriesName.core(name), default: 0] += count }
      // Of those that are as many, the one whose bytes come first, so that the order of files decides nothing.
      return cores.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    }
  }

  private mutating func decideNames() -> [String?] {
    var standings: [[UInt32]: Standing] = [:]
    var own: [[(key: [UInt32], name: IssueEvidence.Name)]] = []
    var counted: Set<[UInt32]> = []
    var countedPath: String?
    for file in files {
      let names = file.evidence.names.map { name in
        (key: key(of: SeriesName.core(name.text)), name: name)
      }
      own.append(names)
      // The issues of a volume come one after the other, and it prints its name once.
      if file.path != countedPath { counted = [] }
      countedPath = file.path
      for (key, name) in names where !key.isEmpty {
        standings[key, default: Standing()].add(name.text)
        if name.isDated || name.place == .printedMasthead { standings[key]?.isDated = true }
        if counted.insert(key).inserted { standings[key]?.fileCount += 1 }
      }
    }
    let parts = titleParts()
    func isEstablished(_ key: [UInt32]) -> Bool {
      guard let standing = standings[key] else { return false }
      return standing.isDated || standing.fileCount > 1
    }
    var established: [[UInt32]?] = []
    for (index, file) in files.enumerated() {
      var key = own[index].first { isEstablished($0.key) }?.key
      if key == nil {
        for part in file.evidence.titleParts where key == nil {
          let partKey = self.key(of: part)
          if parts[partKey] != nil || isEstablished(partKey) { key = partKey }
        }
      }
      established.append(key)
    }
    let leading = leadingBulletin(established)
    let fileCount = Set(files.map(\.path)).count
    func spelling(_ key: [UInt32]) -> String? {
      standings[key]?.spelling ?? parts[key]?.spelling
    }
    return files.indices.map { index in
      if let key = established[index] ?? leading { return spelling(key) }
      guard fileCount <= Self.fewFiles else { return nil }
      return own[index].first.map { SeriesName.core($0.name.text) }
    }
  }

  /// In a folder of so few files one cannot see what changes.
  private static let fewFiles = 2
  /// The files of which a part of the title is the name.
  private static let fewestTitles = 3

  /// The bulletin that more than half of the files name.
  private func leadingBulletin(_ established: [[UInt32]?]) -> [UInt32]? {
    var counts: [[UInt32]: Int] = [:]
    for case let key? in established { counts[key, default: 0] += 1 }
    return counts.first { $0.value * 2 > files.count }?.key
  }

  /// The parts of titles that most files have.
  private mutating func titleParts() -> [[UInt32]: Standing] {
    var parts: [[UInt32]: Standing] = [:]
    for file in files {
      var counted: Set<[UInt32]> = []
      for part in file.evidence.titleParts {
        let key = key(of: part)
        guard !key.isEmpty, counted.insert(key).inserted else { continue }
        parts[key, default: Standing()].add(part)
        parts[key]?.fileCount += 1
      }
    }
    return parts.filter {
      $0.value.fileCount >= Self.fewestTitles && $0.value.fileCount * 2 > files.count
    }
  }

  /// A name as it is searched.
  private mutating func key(of name: String) -> [UInt32] {
    if let key = keys[name] { return key }
    let match = analyzer.fold(Array(name.utf8))
    let key = match.scalars.indices.filter(match.isWord(at:)).map { match.scalars[$0] }
    keys[name] = key
    return key
  }
}

// MARK: - Numbers

extension SeriesDecision {
  private func decideNumbers(_ names: [String?]) -> [IssueNumber?] {
    let printed = files.map { file in
      file.evidence.numbers.first { $0.place < .folders }?.number
    }
    let inPath = files.map { file in
      file.evidence.numbers.first { $0.place >= .folders }?.number
    }
    /// The files whose paths are alike but for their numbers.
    var alike: [String: [Int]] = [:]
    for index in files.indices where inPath[index] != nil {
      alike[pattern(of: index), default: []].append(index)
    }
    var counts = [Bool](repeating: false, count: files.count)
    for (pattern, members) in alike {
      let isCounted =
        NumberPattern.countsIssues(pattern) || agrees(members, printed, inPath)
        || runsOn(members, names, printed, inPath)
      for index in members { counts[index] = isCounted }
    }
    return files.indices.map { index in
      printed[index] ?? (counts[index] ? inPath[index] : nil)
    }
  }

  private func pattern(of index: Int) -> String {
    let path = files[index].path
    guard let number = files[index].evidence.numbers.first(where: { $0.place >= .folders }) else {
      return ""
    }
    let name =
      number.place == .folders
      ? SeriesFolders.folder(of: path) : IssueLabels.stem(of: path)
    return NumberPattern(name).text ?? ""
  }

  /// Whether siblings print the numbers that their paths have: some do, and no more have others.
  private func agrees(_ members: [Int], _ printed: [IssueNumber?], _ inPath: [IssueNumber?]) -> Bool
  {
    var same = 0
    var different = 0
    for index in members {
      guard let number = printed[index], let other = inPath[index]?.number else { continue }
      if number.number == other || number.total == other { same += 1 } else { different += 1 }
    }
    return same > different
  }

  /// Whether the numbers of files that are of one bulletin go from one to the next.
  private func runsOn(
    _ members: [Int], _ names: [String?], _ printed: [IssueNumber?], _ inPath: [IssueNumber?]
  ) -> Bool {
    guard members.count >= Self.fewestInRun, members.allSatisfy({ printed[$0] == nil }),
      let name = names[members[0]], members.allSatisfy({ names[$0] == name })
    else { return false }
    let numbers = Set(members.compactMap { inPath[$0]?.number })
    guard let first = numbers.min(), let last = numbers.max(), numbers.count == members.count,
      !Self.years.contains(first) || !Self.years.contains(last)
    else { return false }
    return last - first < numbers.count * 2
  }

  private static let fewestInRun = 3
  private static let years = 1_900...2_100
}
