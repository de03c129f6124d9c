internal import Bulletins
internal import InvertedIndex

/// Looks through what is known of files and issues.
struct FilesCheck {
  let index: BulletinIndex
  let list: FaultList

  func run() {
    var last = ""
    do {
      try index.reader.forEachGroup { group in
        guard let problem = Self.problem(of: group, after: &last) else { return }
        list.add(
          IndexFault(
            segment: nil, section: "catalogue", offset: group.number, kind: problem.kind,
            reason: problem.reason))
      }
    } catch {
      // Parts that cannot be read have been found by the engine.
      if list.count == 0 { list.add(error) }
    }
  }

  /// Finds out what is wrong with a row.
  ///
  /// - Parameters:
  ///   - group: The group with the row.
  ///   - last: The path of the file before, then of this one.
  /// - Returns: The problem; nil if there is none.
  private static func problem(of group: DocumentGroup, after last: inout String) -> (
    kind: IndexFault.Kind, reason: String
  )? {
    do {
      let file = try FileRecord(row: group.row)
      defer { last = file.path }
      if file.row != group.row { return (.space, "a file that is not written as it is read") }
      guard file.issue?.articleCount ?? 0 == group.documentCount else {
        return (.number, "an issue of another number of articles")
      }
      if let date = file.issue?.date, IssueDate(iso: date) == nil {
        return (.number, "an issue of a day that is in no calendar")
      }
      if file.path.utf8.lexicographicallyPrecedes(last.utf8) {
        return (.order, "a file that stands behind one of a later path")
      }
      return nil
    } catch {
      let reason = IndexFault(damage: error)?.reason ?? "\(error)"
      return (.unreadable, "a file that cannot be read: \(reason)")
    }
  }
}
