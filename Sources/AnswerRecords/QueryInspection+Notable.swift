package import BulletinSearch

extension QueryInspection {
  /// The problems by which a query finds something quite different from what may have been meant.
  package var notableProblems: [QueryProblem] {
    problems.filter { $0.isTextForValue || $0.isOverLimit }
  }
}
