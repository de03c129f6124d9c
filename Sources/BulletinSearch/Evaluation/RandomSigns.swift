/// Random bits that are the same for the same seed: SplitMix64 (Steele, Lea and Flood, *Fast
/// Splittable Pseudorandom Number Generators*, 2014), 64 at a time.
struct RandomSigns {
  private var state: UInt64
  private var bits: UInt64 = 0
  private var bitCount = 0

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> Bool {
    if bitCount == 0 {
      bits = nextWord()
      bitCount = UInt64.bitWidth
    }
    defer {
      bits >>= 1
      bitCount -= 1
    }
    return bits & 1 == 1
  }

  private mutating func nextWord() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
