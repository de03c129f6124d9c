internal import Bulletins
internal import InvertedIndex

/// Looks through what is known of files and issues.
struct FilesCheck {
  let index: BulletinIndex
  let list: FaultList

  func run() {
    do {
      try index.reader.forEachGroup { group in
        guard let problem = Self.problem(of: group) else { return }
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

  /// What is wrong with a row; nil if nothing is.
  private static func problem(of group: DocumentGroup) -> (
    kind: IndexFault.Kind, reason: String
  )? {
    do {
      let file = try FileRecord(row: group.row)
      if file.row != group.row { return (.space, "a file that is not written as it is read") }
      guard file.issue?.articleCount ?? 0 == group.documentCount else {
        return (.number, "an issue of another number of articles")
      }
      if let date = file.issue?.date, IssueDate(iso: date) == nil {
        return (.number, "an issue of a day that is in no calendar")
      }
      return nil
    } catch {
      let reason = IndexFault(damage: error)?.reason ?? "\(error)"
      return (.unreadable, "a file that cannot be read: \(reason)")
    }
  }
}
