internal import InvertedIndex
public import TextAnalysis

/// A file of words that a user adds to those of ICU's dictionary.
///
/// ``TextAnalysis/UserDictionary`` says what its lines are. Lines that are not changed stay as they are,
/// comments too.
public struct DictionaryFile: Sendable {
  /// Five times the largest of the usual dictionaries.
  static let maximumByteCount = 32 << 20

  /// A line that gives no word.
  public struct Problem: Sendable, Equatable {
    /// From 1.
    public var line: Int
    public var problem: WordProblem
  }

  public let path: String
  private var lines: [String]
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

  /// How many different words there are.
  public var count: Int { dictionary.count }

  /// The words as they are written, in the order of the lines.
  public var words: [String] { lines.compactMap { DictionaryLine($0).word } }

  /// The lines that give no word, in order.
  public var problems: [Problem] {
    dictionary.problems.map { Problem(line: $0.line, problem: WordProblem($0.reason)) }
  }
}

// MARK: - Changes

extension DictionaryFile {
  /// Adds words at the end; those that are there already are left out.
  ///
  /// - Returns: The words that were added.
  /// - Throws: ``DictionaryError/badWord(word:problem:)``; then none is added.
  public mutating func add(_ words: [String]) throws(DictionaryError) -> [String] {
    var known = Set(dictionary.words.map(\.text))
    var added: [String] = []
    for word in words where known.insert(try Self.folded(word)).inserted { added.append(word) }
    replaceLines(lines + added)
    return added
  }

  /// Removes the lines of words.
  ///
  /// - Returns: Those of the words that were there.
  /// - Throws: ``DictionaryError/badWord(word:problem:)``; then none is removed.
  public mutating func remove(_ words: [String]) throws(DictionaryError) -> [String] {
    var unwanted: [String: String] = [:]
    for word in words { unwanted[try Self.folded(word)] = word }
    var removed: Set<String> = []
    let kept = lines.filter { line in
      guard let written = DictionaryLine(line).word,
        let folded = UserDictionary.folded(written), unwanted[folded] != nil
      else { return true }
      removed.insert(folded)
      return false
    }
    replaceLines(kept)
    var seen: Set<String> = []
    return words.filter { word in
      guard let folded = UserDictionary.folded(word) else { return false }
      return removed.contains(folded) && seen.insert(folded).inserted
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
