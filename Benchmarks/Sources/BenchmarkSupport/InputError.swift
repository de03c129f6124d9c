/// Why a benchmark cannot run.
public enum InputError: Error, CustomStringConvertible {
  /// The input has no texts or queries of the kind that is measured.
  case tooSmall

  public var description: String {
    "the input has nothing to measure this with; name a larger one in BSEARCH_BENCH_PATH"
  }
}
