import Testing

@testable import BulletinSearch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct ClockTests {
  @Test(
    arguments: [
      (0, 1, 1), (-1, 999_999_999, -1), (9_223_372_036, 854_775_807, Int64.max),
      (9_223_372_036, 854_775_808, .max), (9_223_372_037, 0, .max), (.max, 999_999_999, .max),
      (-9_223_372_037, 0, .min), (.min, 0, .min),
    ] as [(Int, Int, Int64)])
  func `a time is in nanoseconds, or as near as they come`(
    seconds: Int, nanoseconds: Int, expected: Int64
  ) {
    #expect(Clock.nanoseconds(of: timespec(tv_sec: seconds, tv_nsec: nanoseconds)) == expected)
  }

  @Test(arguments: [Int64.min, -1, 0, 1, .max], [Int64.min, -1, 0, 1, .max])
  func `sums and differences that are too large are the nearest there are`(
    first: Int64, second: Int64
  ) {
    func clamped(_ value: Int128) -> Int64 { Int64(clamping: value) }
    #expect(first.addingClamped(second) == clamped(Int128(first) + Int128(second)))
    #expect(first.subtractingClamped(second) == clamped(Int128(first) - Int128(second)))
  }
}
