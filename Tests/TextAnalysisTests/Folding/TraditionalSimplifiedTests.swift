#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import CICU
import Testing

@testable import TextAnalysis

struct TraditionalSimplifiedTests {
  /// ICU swaps 苎 and 苧, which makes them differ whichever of them a text has.
  private static let leftOut: Unicode.Scalar = "苎"

  @Test func `the table agrees with the ICU that it names`() throws {
    let ours = pairs(of: TraditionalSimplified.pairs)
    let icus = try pairsOfICU()
    try rewriteIfAsked(icus)
    let differing = ours.filter { icus[$0.key] != $0.value }
    #expect(differing.isEmpty, "ICU \(ICUVersion.library) folds these otherwise")
    if ICUVersion.library == "72.1" { #expect(ours == icus) }
  }

  @Test func `no character is the first of two pairs`() {
    let both = TraditionalSimplified.pairs + VariantForms.pairs
    let firsts = both.unicodeScalars.filter { $0 != "\n" }.enumerated().filter {
      $0.offset % 2 == 0
    }
    #expect(Set(firsts.map(\.element)).count == firsts.count)
  }
}

extension TraditionalSimplifiedTests {
  private func pairs(of table: String) -> [Unicode.Scalar: Unicode.Scalar] {
    let scalars = table.unicodeScalars.filter { $0 != "\n" }.map { $0 }
    return stride(from: 0, to: scalars.count, by: 2).reduce(into: [:]) {
      $0[scalars[$1]] = scalars[$1 + 1]
    }
  }

  private func pairsOfICU() throws -> [Unicode.Scalar: Unicode.Scalar] {
    let simplify = try Simplifier()
    var pairs: [Unicode.Scalar: Unicode.Scalar] = [:]
    for scalar in (0x2E80...0x323AF).compactMap({ Unicode.Scalar($0 as UInt32) })
    where scalar != Self.leftOut && ScalarClass(of: scalar.value) == .han {
      var simplified = scalar
      // 薴 becomes 苧 and 苧 becomes 苎: the last counts.
      while simplified != Self.leftOut, let next = simplify(simplified), next != simplified {
        simplified = next
      }
      if simplified != scalar { pairs[scalar] = simplified }
    }
    return pairs
  }

  /// Writes the Swift file anew where `BSEARCH_REWRITE_TABLES` names it.
  private func rewriteIfAsked(_ pairs: [Unicode.Scalar: Unicode.Scalar]) throws {
    guard let path = getenv("BSEARCH_REWRITE_TABLES") else { return }
    let sorted = pairs.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" }
    let rows = stride(from: 0, to: sorted.count, by: 48).map {
      "    " + sorted[$0..<min($0 + 48, sorted.count)].joined() + "\n"
    }
    let head = """
      /// Traditional Han characters and their simplified forms, one for one.
      ///
      /// Made from ICU's `Traditional-Simplified` transliterator (ICU \(ICUVersion.library)), applied to
      /// each Han character by itself until nothing changes. 苎 is left out, because ICU swaps it with 苧.
      /// `TraditionalSimplifiedTests` compares the two, and writes this file anew where the environment
      /// variable `BSEARCH_REWRITE_TABLES` holds its path.
      enum TraditionalSimplified {
        /// Each two characters: the traditional form, then the simplified one, sorted by the first.
        static let pairs = \"\"\"

      """
    let file = try #require(fopen(path, "w"))
    fputs(head + rows.joined() + "    \"\"\"\n}\n", file)
    fclose(file)
  }
}

/// ICU's transliterator, a character at a time.
private final class Simplifier {
  private let transliterator: UnsafeMutablePointer<UTransliterator?>

  init() throws {
    var status = U_ZERO_ERROR
    let name = Array("Traditional-Simplified".utf16)
    transliterator = try #require(cicu_openTransliterator(name, Int32(name.count), &status))
  }

  deinit { cicu_closeTransliterator(transliterator) }

  /// The simplified form; absent if it is not one character.
  func callAsFunction(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    var units = Array(String(scalar).utf16)
    var length = Int32(units.count)
    units += [UInt16](repeating: 0, count: 16)
    var status = U_ZERO_ERROR
    cicu_transliterate(transliterator, &units, &length, Int32(units.count), &status)
    let simplified = String(decoding: units.prefix(Int(length)), as: UTF16.self).unicodeScalars
    return simplified.count == 1 ? simplified.first : nil
  }
}
