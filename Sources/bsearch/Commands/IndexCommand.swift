// A public type takes its conformance from it.
public import ArgumentParser
public import BulletinSearch

/// `bsearch index`: makes an index of folders and files.
struct IndexCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "index", alias: "建库", "为文件夹和文件建索引", "Make an index of folders and files.")
  }

  @Argument(help: .words("文件夹或文件", "folders and files"), completion: .file())
  var paths: [String]

  @Option(help: .words("文件内容", "what the files hold"))
  var format = IndexingOptions.Format.bulletin

  @Option(
    help: .words(
      "全部文件的编码（缺省：逐个判断）", "the encoding of all files (default: decide for each)",
      valueName: "name"))
  var encoding: String?

  @Option(
    help: .words(
      "同时读几个文件（缺省：处理器核数）", "how many threads to use (default: one for each processor core)",
      valueName: "n"))
  var jobs: Int?

  @OptionGroup var dictionary: DictionaryOptions
  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  private static let jobRange = 1...1_024

  func validate() throws {
    guard jobs.map(Self.jobRange.contains) ?? true else {
      throw ValidationError(Messages.current.outOfRange("--jobs", Self.jobRange))
    }
  }

  func run() throws {
    let messages = common.messages
    let options = try options()
    let start = ContinuousClock.now
    let display = ProgressDisplay()
    defer { display.clear() }
    let report = try BulletinIndexer.index(
      paths: paths, into: location.pathToWrite, options: options,
      onSkip: { file in
        display.clear()
        OutputStream.messages.tell(messages.skipped(file))
      },
      onProgress: { progress in
        display.show(messages.progress(progress), width: displayWidth)
      })
    display.clear()
    let elapsed = ContinuousClock.now - start
    OutputStream.messages.tell(
      messages.summary(report, index: location.pathToWrite, elapsed: elapsed))
  }

  private func options() throws -> IndexingOptions {
    var options = IndexingOptions()
    options.format = format
    options.encoding = encoding
    options.jobs = jobs
    if let path = dictionary.dictionary {
      let file = try DictionaryFile(path: path)
      DictionaryLocation.tellProblems(of: file)
      options.dictionary = DictionaryFile.merged([file])
    }
    return options
  }
}

extension IndexingOptions.Format: ExpressibleByArgument {}
