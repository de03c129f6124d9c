/// Looks whether the sections of a segment are what its schema asks for, each once, and lie beside each
/// other.
struct SectionLayoutCheck {
  private let segment: Segment
  private let number: Int
  private let list: FaultList

  init(_ segment: Segment, number: Int, list: FaultList) {
    self.segment = segment
    self.number = number
    self.list = list
  }

  func run() {
    let entries = segment.sections.enumerated().sorted {
      ($0.element.offset, $0.element.byteCount) < ($1.element.offset, $1.element.byteCount)
    }
    var end = 0
    for (place, entry) in entries {
      if entry.offset % SectionTable.alignment != 0 {
        add(.number, place, "\(entry.kind.name) begins at byte \(entry.offset)")
      }
      if entry.offset < end {
        add(.space, place, "\(entry.kind.name) begins at byte \(entry.offset), before \(end)")
      }
      end = max(end, entry.offset + entry.byteCount)
      if entry.number >= count(of: entry.kind) {
        add(.number, place, "\(entry.kind.name) \(entry.number) of \(count(of: entry.kind))")
      }
      let isFirst = segment.sections.prefix(place).allSatisfy {
        $0.kind != entry.kind || $0.number != entry.number
      }
      if !isFirst { add(.number, place, "\(entry.kind.name) \(entry.number) once more") }
    }
  }

  /// How many sections of a kind there should be.
  private func count(of kind: SectionKind) -> Int {
    switch kind {
    case .column: segment.summary.schema.columns.count
    case .rowEnds, .rows: segment.summary.schema.tables.count
    default: 1
    }
  }

  private func add(_ kind: IndexFault.Kind, _ place: Int, _ reason: @autoclosure () -> String) {
    list.add(
      IndexFault(
        segment: number, section: "section table", offset: place * SectionTable.entrySize,
        kind: kind, reason: reason()))
  }
}
