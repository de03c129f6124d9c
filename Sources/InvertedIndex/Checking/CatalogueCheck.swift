/// Looks whether the groups of the catalogue are those of the segments.
struct CatalogueCheck {
  let reader: IndexReader
  let list: FaultList

  func run() {
    let countBefore = list.count
    for (number, part) in reader.catalogue.parts.enumerated() {
      do {
        _ = try part.entries(in: reader.file)
      } catch {
        add(error, part: number)
      }
    }
    do {
      for (number, group) in try reader.committedGroups().enumerated() where group.extent.count > 0
      {
        let ends = reader.segments[group.extent.segment].groupEnds
        let (first, end) = (group.extent.first, group.extent.documents.upperBound)
        let next = try ends.firstIndex(reaching: UInt64(first + 1))
        let isFirst = try first == 0 || next > 0 && ends[next - 1] == UInt64(first)
        guard isFirst, next < ends.count, try ends[next] == UInt64(end) else {
          list.add(
            IndexFault(
              segment: group.extent.segment, section: "catalogue", offset: number, kind: .number,
              reason: "group \(number) is no group of its segment"))
          continue
        }
      }
    } catch {
      // Parts that cannot be read were named above.
      guard list.count == countBefore else { return }
      if let fault = (error as? IndexError).flatMap(IndexFault.init) { list.add(fault) }
    }
  }

  private func add(_ error: IndexError, part: Int) {
    guard var fault = IndexFault(error) else { return }
    fault.section = "catalogue part \(part)"
    list.add(fault)
  }
}
