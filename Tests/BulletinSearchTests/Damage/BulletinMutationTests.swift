import TestSupport
import Testing

@testable import BulletinSearch
@testable import InvertedIndex

/// Damaged indexes of bulletins, which are asked everything and updated: none may end the process.
///
/// `BSEARCH_BULLETIN_MUTATIONS` says how many, `BSEARCH_SEED` with which number they begin.
struct BulletinMutationTests {
  private static let count =
    environmentVariable("BSEARCH_BULLETIN_MUTATIONS").flatMap { Int($0) } ?? 120
  private static let seed: UInt64 = 20_260_102

  @Test func `an index with random changes never crashes, nor does its update`() throws {
    let folder = try TemporaryDirectory()
    let sample = try BulletinSample(in: folder.path)
    for number in 0..<Self.count {
      let bytes = Self.damaged(sample.sample, number: number)
      guard let index = try? BulletinIndex(IndexReader(bytes: bytes), path: "the index") else {
        continue
      }
      BulletinQuestions(index).askPart(number % BulletinQuestions.partCount)
      guard let updated = sample.update(bytes, way: number) else { continue }
      #expect(throws: Never.self, "number \(number)") {
        let index = try BulletinIndex(IndexReader(bytes: updated), path: "the index")
        BulletinQuestions(index).askPart(number % BulletinQuestions.partCount)
      }
    }
  }

  /// The sample after some changes, or one, with checksums that are right again but for one of eight.
  private static func damaged(_ sample: DamageSample, number: Int) -> [UInt8] {
    var random = SeededGenerator(seed: seed &+ UInt64(number))
    var bytes = sample.index.bytes
    if Bool.random(using: &random) {
      bytes = IndexEdits(using: &random).applied(to: bytes, at: sample.places)
    } else {
      // Most often in the catalogue, which an update reads.
      let places =
        Bool.random(using: &random) ? sample.places : Array(sample.index.catalogueRanges.joined())
      let place = places.randomElement(using: &random) ?? 0
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
    }
    return number % 8 == 0 ? bytes : sample.repair(bytes)
  }

  @Test func `files out of the order of their paths are found, and are not updated`() throws {
    let folder = try TemporaryDirectory()
    let sample = try BulletinSample(in: folder.path)
    var bytes = sample.sample.index.bytes
    let row = Array("issues/2.md".utf8)
    let place = try #require(
      sample.sample.index.catalogueRanges.joined()
        .first { bytes[$0...].starts(with: row) })
    bytes[place + "issues/".utf8.count] = UInt8(ascii: "8")
    bytes = sample.sample.repair(bytes)
    let index = try BulletinIndex(IndexReader(bytes: bytes), path: "the index")
    #expect(index.check(deep: false, limit: 5).isIntact)
    #expect(index.check(deep: true, limit: 5).faults.map(\.kind) == [.order])
    #expect(sample.update(bytes, way: 0) == nil)
  }
}
