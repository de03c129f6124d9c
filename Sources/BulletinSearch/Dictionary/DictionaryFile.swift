internal import InvertedIndex
public import TextAnalysis

/// A file of words that a user adds to those of ICU's dictionary, and of names that stand for each other.
///
/// `UserDictionary` says what its lines are, and `DictionaryLine` how names are written. Lines that are not changed stay as they are,
/// comments too.
public struct DictionaryFile: Sendable {
  /// Five times the largest of the usual dictionaries.
  static let maximumByteCount = 32 << 20

  /// A line that gives no word.
  public struct Problem: Sendable, Equatable {
    /// From 1.
    public var line: Int
    /// What is wrong with the word.
    public var problem: WordProblem
  }

  /// Where the file is.
  public let path: String
  private var lines: [String]
  /// Its words.
  public private(set) var dictionary: UserDictionary

  /// Reads the file at `path`, whose encoding is found out.
  ///
  /// - Throws: ``DictionaryError/unreadable(path:reason:)``
  public init(path: String) throws(DictionaryError) {
    try self.init(path: path, utf8: Self.read(path))
  }

  /// Reads the file at `path`; if there is none, it is empty and will be written.
  ///
  /// - Throws: ``DictionaryError/unreadable(path:reason:)``
  public static func open(_ path: String) throws(DictionaryError) -> DictionaryFile {
    try ifPresent(path) ?? DictionaryFile(path: path, utf8: [])
  }

  /// Reads the file at `path`, changes it, and writes it if `change` has changed it.
  ///
  /// Others who update the same file wait for each other, so that no word is lost.
  ///
  /// - Parameters:
  ///   - path: The file, which need not be there. A link is followed.
  ///   - change: Changes the words.
  /// - Returns: The file as it is now, and what `change` returns.
  /// - Throws: ``DictionaryError``, and `IndexError` if another process keeps the file locked for longer
  ///   than ten seconds or it cannot be locked.
  public static func update<Value>(
    _ path: String, _ change: (inout DictionaryFile) throws -> Value
  ) throws -> (file: DictionaryFile, value: Value) {
    let lock = try WriterLock(path: path, wait: longestWait)
    return try withExtendedLifetime(lock) {
      var file = try DictionaryFile.open(path)
      let before = file.lines
      let value = try change(&file)
      if file.lines != before { try file.write() }
      return (file, value)
    }
  }

  /// An update takes milliseconds; this is for forty at once on a slow disk.
  private static let longestWait = Duration.seconds(10)

  /// Reads the file at `path`; nil if there is none.
  ///
  /// - Throws: ``DictionaryError/unreadable(path:reason:)``
  public static func ifPresent(_ path: String) throws(DictionaryError) -> DictionaryFile? {
    guard FileStatus(path: path) != nil else {
      let reason = FileProblem.lastOfSystem
      // What cannot be looked at may be there, and must not be taken for empty and written anew.
      guard reason.isAbsence else { throw .unreadable(path: path, reason: reason) }
      return nil
    }
    return try DictionaryFile(path: path)
  }

  private init(path: String, utf8: [UInt8]) {
    self.path = path
    lines = DictionaryLine.lines(of: utf8)
    if lines.last == "" { lines.removeLast() }
    dictionary = UserDictionary(parsing: utf8)
  }

  /// The words of several files; for a word in more than one the last one counts.
  ///
  /// - Returns: Nil if there are none.
  public static func merged(_ files: [DictionaryFile]) -> UserDictionary? {
    .merging(files.map(\.dictionary))
  }

  /// The names of several files that stand for each other; nil if there are none.
  public static func mergedSynonyms(_ files: [DictionaryFile]) -> Synonyms? {
    let groups = files.flatMap(\.nameGroups)
    return groups.isEmpty ? nil : Synonyms(groups)
  }

  /// How many different words there are.
  public var count: Int { dictionary.count }

  /// The words as they are written, in the order of the lines.
  public var words: [String] { lines.compactMap { DictionaryLine($0).word } }

  /// The names that stand for each other, as they are written, in the order of the lines.
  public var nameGroups: [[String]] {
    lines.map { DictionaryLine($0).names }.filter { !$0.isEmpty }
  }

  /// The lines that give no word, in order.
  public var problems: [Problem] {
    dictionary.problems.map { Problem(line: $0.line, problem: WordProblem($0.reason)) }
  }
}

// MARK: - Changes

extension DictionaryFile {
  /// Adds words, and two or more names that stand for each other as `name = name`, at the end; those that are there
  /// already are left out.
  ///
  /// - Returns: What was added.
  /// - Throws: ``DictionaryError/badWord(word:problem:)``; then nothing is added.
  public mutating func add(_ words: [String]) throws(DictionaryError) -> [String] {
    var known: Set<[String]> = []
    for word in dictionary.words { known.insert([word.text]) }
    for names in nameGroups { known.insert(Self.foldedNames(names)) }
    var added: [String] = []
    for word in words where known.insert(try Self.key(word)).inserted {
      let names = DictionaryLine(word).names
      added.append(names.isEmpty ? word : names.joined(separator: " = "))
    }
    replaceLines(lines + added)
    return added
  }

  /// Removes the lines of words, and of names that stand for each other.
  ///
  /// - Returns: Those of `words` that were there.
  /// - Throws: ``DictionaryError/badWord(word:problem:)``; then nothing is removed.
  public mutating func remove(_ words: [String]) throws(DictionaryError) -> [String] {
    var unwanted: Set<[String]> = []
    for word in words { unwanted.insert(try Self.key(word)) }
    var removed: Set<[String]> = []
    let kept = lines.filter { line in
      guard let key = Self.key(ofLine: line), unwanted.contains(key) else { return true }
      removed.insert(key)
      return false
    }
    replaceLines(kept)
    var seen: Set<[String]> = []
    return words.filter { word in
      guard let key = try? Self.key(word) else { return false }
      return removed.contains(key) && seen.insert(key).inserted
    }
  }

  /// Writes the file beside the old one and renames it over that.
  ///
  /// - Throws: ``DictionaryError/unwritable(path:reason:)``
  public func write() throws(DictionaryError) {
    let text = lines.map { $0 + "\n" }.joined()
    do {
      try FileReplacement.write(Array(text.utf8), to: path)
    } catch {
      throw .unwritable(path: path, reason: error.reason)
    }
  }

  private mutating func replaceLines(_ new: [String]) {
    lines = new
    dictionary = UserDictionary(parsing: Array(new.joined(separator: "\n").utf8))
  }

  /// What two ways to write the same word, or the same names, have in common.
  private static func key(_ word: String) throws(DictionaryError) -> [String] {
    let names = DictionaryLine(word).names
    guard !names.isEmpty else { return [try folded(word)] }
    let folded = foldedNames(names)
    guard folded.count == names.count, !folded.contains(""),
      folded.allSatisfy({ $0.unicodeScalars.count <= Synonyms.maximumNameLength }),
      !word.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw .badWord(word: word, problem: .noNames) }
    return folded
  }

  private static func key(ofLine line: String) -> [String]? {
    let line = DictionaryLine(line)
    guard line.names.isEmpty else { return foldedNames(line.names) }
    return line.word.flatMap { UserDictionary.folded($0) }.map { [$0] }
  }

  /// The different names as they are searched, in an order of their own.
  private static func foldedNames(_ names: [String]) -> [String] {
    Set(names.map { String(scalars: Synonyms.folded($0)) }).sorted()
  }

  private static func folded(_ word: String) throws(DictionaryError) -> String {
    let isOneWord =
      !word.hasPrefix("#") && !word.contains(where: \.isWhitespace)
      && !word.unicodeScalars.contains { $0.properties.generalCategory == .control }
    guard isOneWord else { throw .badWord(word: word, problem: .noWord) }
    if let folded = UserDictionary.folded(word) { return folded }
    let reason = UserDictionary(parsing: Array(word.utf8)).problems.first?.reason
    throw .badWord(word: word, problem: reason.map(WordProblem.init) ?? .nothingSearchable)
  }

  private static func read(_ path: String) throws(DictionaryError) -> [UInt8] {
    if let status = FileStatus(path: path), status.kind != .file {
      throw .unreadable(path: path, reason: .notAFile)
    }
    do {
      var reader = try FileReader(path: path)
      let bytes = try reader.readAll(atMost: maximumByteCount)
      return bytes.isEmpty ? [] : try TextDecoder.decode(bytes).utf8
    } catch let error as FileError {
      throw .unreadable(path: path, reason: error.reason)
    } catch {
      throw .unreadable(
        path: path, reason: (error as? TextDecodingError).map { FileProblem($0) } ?? .undecodable)
    }
  }
}

extension WordProblem {
  fileprivate init(_ reason: UserDictionary.Problem.Reason) {
    self =
      switch reason {
      case .tooLong: .tooLong
      case .nothingSearchable: .nothingSearchable
      case .badCost: .badCost
      case .tooMany: .tooMany
      }
  }
}
