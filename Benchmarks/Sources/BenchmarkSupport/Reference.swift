internal import Randomness

/// Work that has nothing to do with this project and that every program measures too.
///
/// Times are compared with that of this, so that thresholds hold on a faster or a busier machine.
public enum Reference {
  public static let name = "reference"

  private static let count = 1 << 14

  /// Sorts some numbers, and returns the one in the middle.
  public static func run() -> UInt64 {
    var generator = Generator(seed: 1)
    var numbers = (0..<count).map { _ in generator.next() }
    numbers.sort()
    return numbers[count / 2]
  }
}
