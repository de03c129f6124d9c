internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// Words beside those of ICU's dictionary.
struct DictionaryOptions: ParsableArguments {
  @Option(
    help: .words(
      "词典文件：一行一词，可带词频或 cost=N",
      "a dictionary: one word a line, with a frequency or cost=N if wanted",
      valueName: "file"),
    completion: .file())
  var dictionary: String?
}

/// Words and names of the user with which queries are read.
struct QueryDictionaryOptions: ParsableArguments {
  @OptionGroup var words: DictionaryOptions

  @Option(
    help: .words(
      "同义词文件：一行一组，如 岚江移讯公司 = 移讯公司；一并检索和计数，并在结果中说明",
      "a file of names that stand for each other, a line as A = B; they are searched and counted together, which is said",
      valueName: "file"),
    completion: .file())
  var synonymFile: String?

  /// The files that were named.
  var files: [String] { [words.dictionary, synonymFile].compactMap(\.self) }
}

/// Where the words of the user are.
enum DictionaryLocation {
  /// What the name of the user's own file has behind that of the index.
  private static let suffix = ".dict"

  /// The user's own file: `$BSEARCH_DICTIONARY`, else beside the index.
  static func own(besideIndex path: String) -> String {
    Environment.value("BSEARCH_DICTIONARY") ?? path + suffix
  }

  /// The user's own file, if there is one, and those that were named, whose words count more.
  ///
  /// Lines that give no word are told. An own file that cannot be read is told too, and does not keep
  /// from searching.
  ///
  /// - Throws: `DictionaryError` if a file that was named cannot be read.
  static func files(besideIndex path: String, named names: [String]) throws -> [DictionaryFile] {
    var files: [DictionaryFile] = []
    do {
      if let own = try DictionaryFile.ifPresent(own(besideIndex: path)) { files.append(own) }
    } catch {
      OutputStream.messages.tell(Messages.current.dictionary(error))
    }
    for name in names { files.append(try DictionaryFile(path: name)) }
    for file in files { tellProblems(of: file) }
    return files
  }

  /// Tells the lines that give no word.
  static func tellProblems(of file: DictionaryFile) {
    let problems = file.problems
    for problem in problems.prefix(shownProblemCount) {
      OutputStream.messages.tell(Messages.current.problem(problem, in: file.path))
    }
    if problems.count > shownProblemCount {
      OutputStream.messages.tell(
        Messages.current.moreProblems(problems.count - shownProblemCount, in: file.path))
    }
  }

  /// Enough to see what is wrong.
  private static let shownProblemCount = 10
}

extension IndexOptions {
  /// The index that is there, or that would be written.
  var likelyPath: String {
    (try? IndexLocation.path(index)) ?? pathToWrite
  }
}
