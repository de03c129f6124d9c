/// How much a decoding looks like Chinese text.
struct EncodingEvidence {
  /// How many scalars are looked at: enough for certainty, and soon done.
  private static let sampleLength = 8192
  /// Real text stands above one half, a wrong table about zero.
  private static let threshold = 0.15
  /// With fewer scalars than this a mean says little.
  private static let fewest = 4

  /// Real text stands above one half.
  private static let certainScore = 0.5
  private static let fewestCertain = 2

  /// How many scalars beyond ASCII the sample has.
  private(set) var count = 0
  private var sum = 0.0

  init(_ units: [UInt16]) {
    for scalar in units.prefix(Self.sampleLength).scalarsOfUTF16() { add(scalar) }
  }

  /// The mean weight of the scalars: 1 where all are frequent.
  var score: Double { count == 0 ? 1 : sum / Double(count) }

  /// Whether it is Chinese beyond doubt, which what may be something else as well has to be.
  var isChinese: Bool { count >= Self.fewestCertain && score >= Self.certainScore }

  var isConvincing: Bool { count < Self.fewest ? sum >= 0 : score >= Self.threshold }
}

extension EncodingEvidence {
  private mutating func add(_ scalar: UInt32) {
    switch scalar {
    case 0x20...0x7E, 0x09, 0x0A, 0x0C, 0x0D, 0xFEFF: return
    case ..<0x20, 0x7F...0x9F: sum -= 2
    case UTF8Scalar.replacement, 0xE000...0xF8FF: sum -= 2
    // Full-width forms.
    case 0xFF01...0xFF5E: sum += 1
    case 0x4E00...0x9FFF, 0x3000...0x30FF: sum += FrequentCharacters.contains(scalar) ? 1 : 0
    default: sum += FrequentCharacters.contains(scalar) ? 1 : -0.3
    }
    count += 1
  }
}
