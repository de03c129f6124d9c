internal import Bulletins

extension DocumentProblem {
  /// What an error means for the document that the archive is.
  init(_ error: ArchiveError) {
    self =
      switch error {
      case .noDirectory, .damaged, .damagedPart, .unknownMethod: .damaged
      case .encrypted: .encrypted
      case .limit(.entries): .limit(.entries)
      case .limit(.inflatedBytes): .limit(.inflatedBytes)
      case .limit(.ratio): .limit(.ratio)
      }
  }
}
