internal import Bulletins
internal import InvertedIndex

/// How a file alone would be divided into articles.
struct IssueDivision: Equatable, Sendable {
  var own: Cutting
  /// In what other ways its text could be divided.
  var others: Set<Cutting> = []
}

// MARK: - In the row of a file

extension Cutting {
  /// 0 for nil, else the place in the list of all cases, from 1.
  static func code(of cutting: Cutting?) -> UInt8 {
    UInt8(cutting.flatMap { allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
  }

  /// A bit for each case.
  static func code(of cuttings: Set<Cutting>) -> UInt8 {
    allCases.enumerated().reduce(0) { cuttings.contains($1.element) ? $0 | 1 << $1.offset : $0 }
  }

  /// - Throws: `IndexError.corrupted` if no case has the code.
  static func one(ofCode code: UInt8) throws(IndexError) -> Cutting? {
    guard code > 0 else { return nil }
    guard Int(code) <= allCases.count else { throw .unknownCutting }
    return allCases[Int(code) - 1]
  }

  /// - Throws: `IndexError.corrupted` if a bit is that of no case.
  static func all(ofCode code: UInt8) throws(IndexError) -> Set<Cutting> {
    guard code >> allCases.count == 0 else { throw .unknownCutting }
    return Set(allCases.enumerated().filter { code >> $0.offset & 1 == 1 }.map(\.element))
  }
}

extension IndexError {
  fileprivate static var unknownCutting: IndexError {
    .corrupted(section: "catalogue", offset: 0, reason: "an issue that is divided in no known way")
  }
}
