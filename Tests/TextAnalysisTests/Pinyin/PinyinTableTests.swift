#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import CICU
import Testing

@testable import TextAnalysis

struct PinyinTableTests {
  @Test func `the table agrees with the ICU that it names`() throws {
    let icus = try readingsOfICU()
    try rewriteIfAsked(icus)
    let pinyin = Pinyin(table: PinyinTable.readings)
    let differing = icus.filter { pinyin.reading(of: $0.key) != $0.value }
    if ICUVersion.library == "72.1" { #expect(differing.isEmpty) }
    // A newer ICU may know better of a few rare characters, and no more.
    #expect(differing.count < icus.count / 50, "ICU \(ICUVersion.library) reads them otherwise")
    #expect(pinyin.readings.flatMap { pinyin.characters(read: $0) }.count == icus.count)
  }
}

extension PinyinTableTests {
  /// The readings of the characters that fold to themselves and have one.
  private func readingsOfICU() throws -> [UInt32: String] {
    let read = try Reader()
    var readings: [UInt32: String] = [:]
    for scalar in 0x4E00...0x9FFF as ClosedRange<UInt32>
    where HanVariants.shared.folded(scalar) == scalar {
      let reading = read(scalar)
      if !reading.isEmpty { readings[scalar] = reading }
    }
    return readings
  }

  private func rewriteIfAsked(_ readings: [UInt32: String]) throws {
    guard let path = getenv("BSEARCH_REWRITE_PINYIN") else { return }
    let groups = Dictionary(grouping: readings.keys.sorted()) { readings[$0] ?? "" }
    let text = groups.sorted { $0.key < $1.key }.map { reading, scalars in
      reading + scalars.compactMap { Unicode.Scalar($0) }.map { String($0) }.joined()
    }.joined()
    let characters = Array(text)
    let rows = stride(from: 0, to: characters.count, by: 94).map {
      "    " + String(characters[$0..<min($0 + 94, characters.count)]) + "\n"
    }
    let head = """
      /// Han characters by how they are read: toneless pinyin.
      ///
      /// Made from ICU's `Han-Latin` transliterator (ICU \(ICUVersion.library)), which gives each character its most
      /// frequent reading. Opening it takes 0.4 s and the readings of a corpus as long again, which is why
      /// they are kept here. `PinyinTableTests` compares the two, and writes this file anew where the
      /// environment variable `BSEARCH_REWRITE_PINYIN` holds its path.
      enum PinyinTable {
        /// Each reading, with v for ü, before the characters that have it; line ends are not part of it.
        ///
        /// Characters that fold to others are left out.
        static let readings = \"\"\"

      """
    let file = try #require(fopen(path, "w"))
    fputs(head + rows.joined() + "    \"\"\"\n}\n", file)
    fclose(file)
  }
}

/// ICU's transliterator, a character at a time.
private final class Reader {
  private let transliterator: UnsafeMutablePointer<UTransliterator?>

  init() throws {
    var status = U_ZERO_ERROR
    let name = Array("Han-Latin; NFD".utf16)
    transliterator = try #require(cicu_openTransliterator(name, Int32(name.count), &status))
  }

  deinit { cicu_closeTransliterator(transliterator) }

  /// The reading without tones, ü as v; empty if there is none.
  func callAsFunction(_ scalar: UInt32) -> String {
    var units = Unicode.Scalar(scalar).map { Array(String($0).utf16) } ?? []
    var length = Int32(units.count)
    units += [UInt16](repeating: 0, count: 32)
    var status = U_ZERO_ERROR
    cicu_transliterate(transliterator, &units, &length, Int32(units.count), &status)
    var reading = ""
    for scalar in String(decoding: units.prefix(Int(length)), as: UTF16.self).unicodeScalars {
      switch scalar {
      case "a"..."z": reading.unicodeScalars.append(scalar)
      case "\u{308}":
        reading.removeLast()
        reading += "v"
      case "\u{300}"..."\u{36F}": break
      default: return ""
      }
    }
    return reading
  }
}
