#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

@testable import BulletinSearch
@testable import InvertedIndex

/// The indexes that are damaged, and what is asked of them.
struct FuzzTarget: Sendable {
  static let shared: FuzzTarget = {
    do {
      return try FuzzTarget()
    } catch {
      fatalError("the samples cannot be made: \(error)")
    }
  }()

  /// Which sample, and which questions.
  private static let headerByteCount = 2

  private let samples: [DamageSample]

  private init() throws {
    var template = Array("/tmp/fuzz-index-XXXXXX\0".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileError(path: "/tmp", reason: "mkdtemp") }
    let folder = String(decoding: template.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
    defer { rmdir(folder) }
    samples = try DamageSample.all(in: folder) + [BulletinSample.make(in: folder)]
  }

  func run(_ input: [UInt8]) {
    guard input.count > Self.headerByteCount else { return }
    let sample = samples[Int(input[0] >> 1) % samples.count]
    let edits = IndexEdits(input.dropFirst(Self.headerByteCount))
    var bytes = edits.applied(to: sample.index.bytes, at: sample.places)
    if input[0] & 1 == 1 { bytes = sample.repair(bytes) }
    guard let reader = try? IndexReader(bytes: bytes) else { return }
    let part = Int(input[1])
    if let index = try? BulletinIndex(reader, path: "the index") {
      BulletinQuestions(index).askPart(part % BulletinQuestions.partCount)
    } else {
      var questions = EngineQuestions(reader, terms: sample.terms)
      questions.askPart(part % EngineQuestions.partCount)
    }
  }
}
