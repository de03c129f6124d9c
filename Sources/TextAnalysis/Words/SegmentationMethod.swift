/// What cuts Han runs into words; the words are the same.
public enum SegmentationMethod: Sendable {
  /// A lattice of our own over ICU's dictionary.
  case lattice
  /// ICU's iterator, because its dictionary cannot be read or has another form.
  case iterator
}
