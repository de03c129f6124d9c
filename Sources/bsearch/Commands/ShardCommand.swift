internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch shard`: an index as a shard of a collection, on standard input and output.
struct ShardCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "shard", "作为总库的一片应答：标准输入输出上的 JSON 行",
      "Answer as a shard of a collection: lines of JSON on standard input and output.")
  }

  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let index = try location.open()
    try CompanionProgram.shard.replaceProcess(
      CompanionSettings(
        index: index.path, language: Messages.current.language, ownDictionary: ""))
  }
}

/// `bsearch gather`: what puts the answers of shards together, on standard input and output.
struct GatherCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "gather", "汇总各片的应答：标准输入输出上的 JSON 行",
      "Put the answers of shards together: lines of JSON on standard input and output.")
  }

  @Option(help: .words("共有几片", "how many shards there are", valueName: "number"))
  var shards: Int

  @OptionGroup var common: CommonOptions

  private static let counts = 1...4096

  func validate() throws {
    guard Self.counts.contains(shards) else {
      throw ValidationError(Messages.current.outOfRange("--shards", Self.counts))
    }
  }

  func run() throws {
    var settings = CompanionSettings(
      index: "", language: Messages.current.language, ownDictionary: "")
    settings.options = ["--shards", "\(shards)"]
    try CompanionProgram.shard.replaceProcess(settings)
  }
}
