@testable import BulletinSearch
@testable import InvertedIndex

/// The indexes that are damaged, and what is asked of them.
///
/// An input is a byte that says which index and whether its checksums are made right again, a byte that says what is
/// asked, since to ask everything takes long, and the edits of ``IndexEdits``.
struct IndexDamage: Sendable {
  static let shared: IndexDamage = {
    do {
      return try IndexDamage()
    } catch {
      fatalError("the samples cannot be made: \(error)")
    }
  }()

  /// Which sample, and which questions.
  private static let headerByteCount = 2

  private let samples: [DamageSample]
  private let bulletins: BulletinSample
  private let update: DamagedUpdate

  private init() throws {
    let folder = temporaryFolder()
    bulletins = try BulletinSample(in: folder)
    samples = try DamageSample.all(in: folder) + [bulletins.sample]
    update = DamagedUpdate(in: folder)
  }

  func run(_ input: [UInt8]) {
    guard input.count > Self.headerByteCount else { return }
    let sample = samples[Int(input[0] >> 1) % samples.count]
    let edits = IndexEdits(input.dropFirst(Self.headerByteCount))
    var bytes = edits.applied(to: sample.index.bytes, at: sample.places)
    if input[0] & 1 == 1 { bytes = sample.repair(bytes) }
    ask(bytes, part: Int(input[1]), terms: sample.terms)
  }

  private func ask(_ bytes: [UInt8], part: Int, terms: [String]) {
    guard let reader = try? IndexReader(bytes: bytes) else { return }
    if let index = try? BulletinIndex(reader, path: "the index") {
      let part = part % (BulletinQuestions.partCount + BulletinSample.updateWayCount)
      guard part >= BulletinQuestions.partCount else {
        return BulletinQuestions(index).askPart(part)
      }
      guard let updated = bulletins.update(bytes, way: part) else { return }
      do {
        let index = try BulletinIndex(IndexReader(bytes: updated), path: "the index")
        BulletinQuestions(index).askPart(0)
      } catch {
        fatalError("an updated index that cannot be opened: \(error)")
      }
    } else {
      let part = part % (EngineQuestions.partCount + DamagedUpdate.wayCount)
      guard part >= EngineQuestions.partCount else {
        var questions = EngineQuestions(reader, terms: terms)
        return questions.askPart(part)
      }
      guard let updated = try? update(bytes, way: part - EngineQuestions.partCount) else { return }
      do {
        var questions = EngineQuestions(try IndexReader(bytes: updated), terms: terms)
        questions.askPart(0)
      } catch {
        fatalError("an updated index that cannot be opened: \(error)")
      }
    }
  }
}
