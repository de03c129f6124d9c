#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

@testable import BulletinSearch
@testable import InvertedIndex

/// A small index of invented issues, in two segments.
enum BulletinSample {
  private static let issues = [
    """
    # 青禾水务简讯

    2024年第5期（总第41期）

    2024-05-31

    ## **城南泵站投入运行**

    八月十二日，城南泵站通过验收，日供水两万吨，五个街道的水压当晚恢复正常。

    （林舟）

    ## **老城管网改造过半**

    老城更换管道 17 公里，建成5G基站３个，供水恢复。

    （苏禾）
    """,
    """
    # 青禾水务简讯

    2024年第6期（总第42期）

    2024-06-30

    ## **河东泵站开工**

    第二泵站在河東開工，建成後與城南互為備用，ABC Def。

    （林舟）

    ## **汛期值守**

    水位3米，闸门开启，泵站全部运行。
    """,
  ]

  static func make(in folder: String) throws -> DamageSample {
    var paths: [String] = []
    for (number, issue) in issues.enumerated() {
      let path = "\(folder)/\(number).md"
      try FileReplacement.write(Array(issue.utf8), to: path)
      paths.append(path)
    }
    let path = folder + "/bulletins.index"
    var options = IndexingOptions()
    options.segmentLimit = 2
    options.batchByteCount = 1
    options.jobs = 1
    _ = try BulletinIndexer.index(paths: paths, into: path, options: options)
    let index = try IndexBytes(reading: path)
    for path in paths + [path] { unlink(path) }
    return try DamageSample(index, terms: ["水", "泵站", "供水", "5g"])
  }
}
