internal import AnswerRecords

// A public type takes its conformance from it.
public import ArgumentParser
public import BulletinSearch

/// How files are read into an index.
struct ReadingOptions: ParsableArguments {
  @Option(help: .words("文件内容", "what the files hold"))
  var format = IndexingOptions.Format.bulletin

  @Option(
    help: .words(
      "全部文件的编码（缺省：逐个判断）", "the encoding of all files (default: decide for each)",
      valueName: "name"))
  var encoding: String?

  @Option(
    help: .words(
      "文件夹里通往外面的链接：own 只跟自己建的，all 都跟，inside 都不跟（缺省：与以前一样，起初为 own）",
      "links in folders that lead out of them: follow those of your own, all, or none that leave the inside "
        + "(default: as before, at first own)"))
  var links: LinkRule?

  @Option(
    help: .words(
      "同时读几个文件（缺省：处理器核数）", "how many threads to use (default: one for each processor core)",
      valueName: "n"))
  var jobs: Int?

  @Option(
    help: .words(
      "只收全部文件的 N 份之一，第 K 份（按路径分；缺省：与以前一样，起初为全部）",
      "take only the Kth of N shares of all files, by their paths (default: as before, at first all)",
      valueName: "k/n"))
  var share: String?

  @OptionGroup var dictionary: DictionaryOptions

  private static let jobRange = 1...1_024

  func validate() throws {
    guard jobs.map(Self.jobRange.contains) ?? true else {
      throw ValidationError(Messages.current.outOfRange("--jobs", Self.jobRange))
    }
    if let share, CollectionShare(share) == nil {
      throw ValidationError(Messages.current.wrongShare(share))
    }
  }

  /// The options of the library; the user's wish to end is one of them.
  func indexingOptions(_ messages: Messages) throws -> IndexingOptions {
    var options = IndexingOptions()
    options.format = format
    options.encoding = encoding
    options.links = links
    options.jobs = jobs
    options.share = share.flatMap { CollectionShare($0) }
    options.documentReader = Environment.documentReader
    options.onNotice = { OutputStream.messages.tell(messages.notice($0)) }
    options.isCancelled = { TerminationSignals.process.isRequested }
    if let path = dictionary.dictionary {
      let file = try DictionaryFile(path: path)
      DictionaryLocation.tellProblems(of: file)
      options.dictionary = DictionaryFile.merged([file])
    }
    return options
  }
}

extension IndexingOptions.Format: ExpressibleByArgument {}
extension LinkRule: ExpressibleByArgument {}
