/// The characters of a ``GramList``, numbered by their values from 1; gaps have the number 0.
struct GramAlphabet {
  /// Characters below are marks of terms.
  private static let firstCharacter = 0x20
  private static let scalarLimit = 0x11_0000

  /// The characters by number; that of gaps at 0.
  private(set) var scalars: [UInt32] = [GramList.gap]
  /// Where the occurrences of each number begin when they are put in order, and where all end.
  private(set) var starts: [UInt32]
  /// The numbers by character.
  private(set) var numbers: [UInt32]

  /// - Precondition: The list has Unicode scalar values from U+0020 on.
  init(_ list: GramList) {
    let count = Int(list.scalars.max() ?? 0) + 1
    precondition(count <= Self.scalarLimit, "no character")
    var counts = [UInt32](repeating: 0, count: count)
    for scalar in list.scalars { counts[Int(scalar)] += 1 }
    var sum = counts[Int(GramList.gap)]
    starts = [0]
    numbers = [UInt32](repeating: 0, count: count)
    for scalar in counts.indices.dropFirst() where counts[scalar] > 0 {
      precondition(scalar >= Self.firstCharacter, "a control character in a text")
      numbers[scalar] = UInt32(scalars.count)
      scalars.append(UInt32(scalar))
      starts.append(sum)
      sum += counts[scalar]
    }
    starts.append(sum)
  }

  /// How many numbers there are.
  var count: Int { scalars.count }
}
