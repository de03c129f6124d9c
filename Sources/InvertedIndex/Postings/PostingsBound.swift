/// What no posting of a run of postings exceeds: the smallest length code (``DocumentLength``) of those with
/// each of some frequencies.
///
///     uint8   the smallest length code of postings with frequency 1
///     uint8   with frequency 2
///     uint8   with frequency 3 or 4
///     uint8   with a higher one
///     uint8   the largest frequency; 255 for that and more
///
/// Where there is no such posting, the length code is 255. With these numbers a ranking can bound what it
/// gives to any of the postings, whatever its constants are. A long document with many occurrences says
/// nothing of the short ones, so they are kept apart.
struct PostingsBound: Equatable {
  /// The bytes of one.
  static let byteCount = 5
  /// The largest frequency that is told apart.
  static let frequencyLimit = UInt32(UInt8.max)
  /// The highest frequency of each class but the last.
  static let classLimits: (UInt32, UInt32, UInt32) = (1, 2, 4)
  /// Bounds nothing.
  static let any = PostingsBound(lengths: SIMD4(repeating: 0), largestFrequency: UInt8.max)
  /// Of no postings.
  static let none = PostingsBound(lengths: SIMD4(repeating: .max), largestFrequency: 0)

  /// The smallest length code of each class.
  var lengths: SIMD4<UInt8>
  /// The largest frequency, up to ``frequencyLimit``.
  var largestFrequency: UInt8

  /// The largest frequency that a posting may have.
  var maximumFrequency: UInt32 { largestFrequency == .max ? .max : UInt32(largestFrequency) }

  /// The smallest length code of all classes.
  var minimumLengthCode: UInt8 { lengths.min() }

  /// What bounds a run of postings.
  ///
  /// - Parameters:
  ///   - documents: The documents of the postings.
  ///   - frequencies: Their frequencies.
  ///   - lengthCodes: The length codes of all documents.
  init(documents: Span<UInt32>, frequencies: Span<UInt32>, lengthCodes: Span<UInt8>) {
    // Each class has a number of its own, so that no posting waits for the one before.
    var (first, second, third, fourth) = (UInt32.max, UInt32.max, UInt32.max, UInt32.max)
    var largest: UInt32 = 0
    for index in documents.indices {
      let frequency = frequencies[index]
      let code = UInt32(lengthCodes[Int(documents[index])])
      first = min(first, frequency <= Self.classLimits.0 ? code : .max)
      second = min(second, frequency == Self.classLimits.1 ? code : .max)
      third = min(
        third,
        frequency &- Self.classLimits.1 &- 1 < Self.classLimits.2 - Self.classLimits.1 ? code : .max
      )
      fourth = min(fourth, frequency > Self.classLimits.2 ? code : .max)
      largest = max(largest, frequency)
    }
    lengths = SIMD4(
      UInt8(clamping: first), UInt8(clamping: second), UInt8(clamping: third),
      UInt8(clamping: fourth))
    largestFrequency = UInt8(clamping: largest)
  }

  init(lengths: SIMD4<UInt8>, largestFrequency: UInt8) {
    self.lengths = lengths
    self.largestFrequency = largestFrequency
  }

  @inline(__always)
  mutating func add(frequency: UInt32, lengthCode: UInt8) {
    // All classes at once: those of other frequencies stay as they are.
    let place = UInt8(truncatingIfNeeded: Self.place(ofFrequency: frequency))
    let others = SIMD4<UInt8>(0, 1, 2, 3) .!= SIMD4(repeating: place)
    let candidate = SIMD4(repeating: lengthCode).replacing(with: .max, where: others)
    lengths = pointwiseMin(lengths, candidate)
    largestFrequency = max(
      largestFrequency, UInt8(truncatingIfNeeded: min(frequency, Self.frequencyLimit)))
  }

  mutating func formUnion(_ other: PostingsBound) {
    lengths = pointwiseMin(lengths, other.lengths)
    largestFrequency = max(largestFrequency, other.largestFrequency)
  }

  private static func place(ofFrequency frequency: UInt32) -> Int {
    frequency <= classLimits.0
      ? 0 : frequency <= classLimits.1 ? 1 : frequency <= classLimits.2 ? 2 : 3
  }

  func append(to writer: inout ByteWriter) {
    for place in lengths.indices { writer.append(lengths[place]) }
    writer.append(largestFrequency)
  }
}
