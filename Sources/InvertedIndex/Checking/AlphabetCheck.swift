/// Looks whether the two orders of an alphabet are of the same characters.
struct AlphabetCheck {
  let section: CheckedSection

  func run() {
    do {
      let bytes = section.bytes
      let count = bytes.count / 12
      var previous: UInt32?
      for place in 0..<count {
        let scalar = try bytes.uint32(at: (count + place) * 4)
        if let previous, scalar <= previous {
          section.add(.order, at: (count + place) * 4, "character \(scalar) after \(previous)")
        }
        previous = scalar
        if Unicode.Scalar(scalar) == nil {
          section.add(.text, at: (count + place) * 4, "\(scalar) is no character")
        }
        let rank = Int(try bytes.uint32(at: (2 * count + place) * 4))
        guard rank < count, try bytes.uint32(at: rank * 4) == scalar else {
          section.add(
            .number, at: (2 * count + place) * 4, "character \(scalar) does not have rank \(rank)")
          continue
        }
      }
    } catch {
      section.add(error)
    }
  }
}
