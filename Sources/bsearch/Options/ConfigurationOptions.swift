internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// How is searched, and what that is compared with.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: .words(
      "搜索方式：排序参数或匹配方式，以逗号相连，如 k1=0.9,any（可重复）",
      "how to search: constants of the ranking and kinds of matching, as k1=0.9,any; repeat it for more",
      valueName: "settings"))
  var set: [String] = []

  @Flag(help: .words("含任一词语即可", "find articles with any of the words"))
  var any = false

  @Option(
    help: .words(
      "另一种搜索方式，与前者对照（可重复；standard 为缺省方式）",
      "another way to search, to be compared with that; repeat it for more; `standard` for the usual one",
      valueName: "settings"))
  var compare: [String] = []

  @Option(
    help: .words(
      "对照的 TREC 结果文件（可重复）", "a TREC run file to be compared; repeat it for more", valueName: "file"),
    completion: .file())
  var compareRun: [String] = []

  @Option(
    help: .words(
      "每项对照列出变化最大的几个查询", "queries that moved most to list for each comparison", valueName: "n"))
  var moved = 5

  func validate() throws {
    for settings in set.map({ [$0] }) + compare.map({ [$0] })
    where SearchSettings(settings) == nil {
      throw ValidationError(
        Messages.current.noSuchSetting(settings[0], names: SearchSettings.names))
    }
    guard (0...SearchAmount.largestNumber).contains(moved) else {
      throw ValidationError(
        Messages.current.outOfRange("--moved", 0...SearchAmount.largestNumber))
    }
  }

  /// The way that is measured first.
  var base: SearchSettings { SearchSettings(set + (any ? ["any"] : [])) ?? SearchSettings() }

  /// The others.
  var others: [SearchSettings] { compare.compactMap { SearchSettings([$0]) } }
}
