#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

@testable import BulletinSearch
@testable import InvertedIndex

/// A small index of invented issues that was updated once, in a folder with files that have changed since.
struct BulletinSample: Sendable {
  /// How many ways there are to update it.
  static let updateWayCount = 4

  let sample: DamageSample
  private let folder: String

  private var path: String { folder + "/bulletins.index" }

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
    """
    # 青禾水务简讯

    2024年第7期（总第43期）

    2024-07-31

    ## **城南泵站扩建**

    城南泵站增加两台机组，供水三万吨。

    （苏禾）
    """,
  ]

  /// Makes the index in a folder that is the sample's own.
  init(in folder: String) throws {
    self.folder = folder
    let path = folder + "/bulletins.index"
    let files = folder + "/issues"
    mkdir(files, 0o700)
    func write(_ issue: Int, to name: String) throws {
      let bytes = Array(Self.issues[issue].utf8)
      try UnsyncedCalls().replaceFile(at: "\(files)/\(name).md", with: bytes)
    }
    var options = Self.options
    options.segmentLimit = 2
    options.merging = .none
    try write(0, to: "1")
    try write(1, to: "3")
    _ = try BulletinIndexer.index(paths: [files], into: path, options: options)
    // Between the others, and one in place of another.
    try write(2, to: "2")
    try write(1, to: "1")
    _ = try BulletinIndexer.index(paths: [], into: path, options: options)
    sample = try DamageSample(IndexBytes(reading: path), terms: ["水", "泵站", "供水", "5g"])
    try write(0, to: "3")
  }

  /// Updates the index after it was damaged.
  ///
  /// - Returns: The updated index, nil if it is too damaged.
  func update(_ bytes: [UInt8], way: Int) -> [UInt8]? {
    do {
      try UnsyncedCalls().replaceFile(at: path, with: bytes)
      defer { unlink(path) }
      var options = Self.options
      switch way % Self.updateWayCount {
      case 0: _ = try BulletinIndexer.index(paths: [], into: path, options: options)
      case 1:
        options.merging = .none
        _ = try BulletinIndexer.index(
          paths: [folder + "/issues/3.md"], into: path, options: options)
      case 2: try BulletinIndexer.compact(path)
      default:
        options.isTrial = true
        _ = try BulletinIndexer.index(paths: [], into: path, options: options)
      }
      return try IndexBytes(reading: path).bytes
    } catch is IndexError {
      return nil
    } catch is IndexingError {
      return nil
    } catch is BulletinIndexError {
      return nil
    } catch {
      preconditionFailure("an error of another kind: \(error)")
    }
  }

  private static var options: IndexingOptions {
    var options = IndexingOptions()
    options.batchByteCount = 1
    options.jobs = 1
    return options
  }
}
