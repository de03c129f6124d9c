internal import ArgumentParser
internal import BulletinSearch

/// Which constants the ranking has, and what it is compared with.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: .words(
      "排序参数，如 k1=0.9（可重复）", "a constant of the ranking, as k1=0.9; repeat it for more",
      valueName: "name=value"))
  var set: [String] = []

  @Option(
    help: .words(
      "对照的排序参数（可重复；standard 为缺省参数）",
      "a constant of a ranking to compare with; repeat it for more; `standard` for the usual ones",
      valueName: "name=value"))
  var baseline: [String] = []

  @Option(
    help: .words("对照的 TREC 结果文件", "a TREC run file to compare with", valueName: "file"),
    completion: .file())
  var baselineRun: String?

  func validate() throws {
    if !baseline.isEmpty, baselineRun != nil {
      throw ValidationError(Messages.current.exclusive("--baseline", "--baseline-run"))
    }
    let settings = set + baseline.filter { $0 != RankingSettings.standardName }
    for setting in settings where RankingSettings([setting]) == nil {
      throw ValidationError(
        Messages.current.noSuchSetting(setting, names: RankingParameters.names))
    }
  }

  /// The ranking to measure.
  var candidate: RankingSettings { RankingSettings(set) ?? RankingSettings() }

  /// The ranking to compare it with; nil if there is none.
  var baselineSettings: RankingSettings? {
    guard !baseline.isEmpty else { return nil }
    return RankingSettings(baseline.filter { $0 != RankingSettings.standardName })
  }
}
