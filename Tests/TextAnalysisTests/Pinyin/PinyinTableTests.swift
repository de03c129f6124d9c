import ICUReference
import Testing

@testable import TextAnalysis

struct PinyinTableTests {
  @Test func `the readings are those of ICU and more`() throws {
    let read = try Reader()
    var (count, differing) = (0, 0)
    for scalar in 0x4E00...0x9FFF as ClosedRange<UInt32> {
      let readings = Pinyin.shared.readings(of: scalar)
      let reading = read(scalar)
      guard !readings.isEmpty, !reading.isEmpty else { continue }
      count += 1
      if !readings.contains(reading) { differing += 1 }
    }
    // ICU has another version of the same database, in which a few rare characters have changed.
    #expect(count > 15_000)
    #expect(differing < count / 50, "ICU \(ICUVersion.library) reads \(differing) otherwise")
  }

  @Test func `every reading is small letters, and no character has one twice`() {
    for reading in Pinyin.shared.readings {
      let characters = Pinyin.shared.characters(read: reading)
      #expect(reading.utf8.allSatisfy { PinyinLetters.isLetter($0) })
      #expect(Set(characters).count == characters.count && !characters.isEmpty)
    }
  }
}

/// ICU's transliterator, a character at a time.
private final class Reader {
  private let transliterator: UnsafeMutablePointer<UTransliterator?>

  init() throws {
    var status = U_ZERO_ERROR
    let name = Array("Han-Latin; NFD".utf16)
    transliterator = try #require(icu_openTransliterator(name, Int32(name.count), &status))
  }

  deinit { icu_closeTransliterator(transliterator) }

  /// The reading without tones, ü as v; empty if there is none.
  func callAsFunction(_ scalar: UInt32) -> String {
    var units = Unicode.Scalar(scalar).map { Array(String($0).utf16) } ?? []
    var length = Int32(units.count)
    units += [UInt16](repeating: 0, count: 32)
    var status = U_ZERO_ERROR
    icu_transliterate(transliterator, &units, &length, Int32(units.count), &status)
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
