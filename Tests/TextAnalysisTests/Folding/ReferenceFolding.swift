@testable import TextAnalysis

/// The folding by its definition: each cluster by itself, and nothing is kept.
struct ReferenceFolding: Equatable {
  private(set) var values: [UInt32] = []
  private(set) var classes: [ScalarClass] = []
  private(set) var ranges: [Range<Int>] = []

  init(_ folded: [FoldedScalar]) {
    for scalar in folded {
      append(scalar.value, scalar.scalarClass, Int(scalar.start)..<Int(scalar.end))
    }
  }

  init(of bytes: [UInt8]) {
    var offset = 0
    while offset < bytes.count {
      let start = offset
      var scalars: [UInt32] = []
      // A cluster is a scalar and what joins it, 31 in all.
      while offset < bytes.count, scalars.count < 31 {
        let scalar = UTF8Scalar(in: bytes.span, at: offset)
        guard scalars.isEmpty || FoldTable.joins(scalar.value) else { break }
        scalars.append(scalar.value)
        offset = scalar.end
      }
      for scalar in ClusterFolding.fold(scalars) {
        append(scalar, ScalarClass(of: scalar), start..<offset)
      }
    }
  }

  private mutating func append(_ value: UInt32, _ scalarClass: ScalarClass, _ range: Range<Int>) {
    values.append(value)
    classes.append(scalarClass)
    ranges.append(range)
  }
}
