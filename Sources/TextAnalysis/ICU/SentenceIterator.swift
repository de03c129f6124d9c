internal import CICU

/// ICU's sentence iterator.
///
/// Not thread-safe.
@safe final class SentenceIterator {
  /// Absent only where ICU's data is damaged.
  ///
  /// A text is then one sentence.
  private let iterator: OpaquePointer?

  init() {
    var status = U_ZERO_ERROR
    let iterator = unsafe cicu_openSentences("zh", &status)
    unsafe self.iterator = status.isFailure ? nil : iterator
  }

  deinit {
    if let iterator = unsafe iterator { unsafe cicu_closeWords(iterator) }
  }

  /// Visits the ends of the sentences of a text in order.
  ///
  /// - Parameters:
  ///   - text: UTF-16, of less than 2³¹ units.
  ///   - visit: Called with the end of each sentence, in units; the last is the end of the text,
  ///     unless ICU fails.
  func forEachEnd(of text: [UInt16], _ visit: (_ end: Int) -> Void) {
    guard let iterator = unsafe iterator else { return }
    // ICU keeps the pointer, so nothing of the iterator may be used outside of this closure; the
    // next call replaces the text before it reads any.
    unsafe text.withUnsafeBufferPointer { units in
      var status = U_ZERO_ERROR
      unsafe cicu_setText(iterator, units.baseAddress, Int32(units.count), &status)
      guard !status.isFailure else { return }
      while true {
        let end = unsafe cicu_nextBoundary(iterator)
        guard end >= 0 else { return }
        visit(Int(end))
      }
    }
  }
}
