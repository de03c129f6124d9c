/// Looks whether the lengths in the commit record are those of the segments.
struct LengthsCheck {
  let reader: IndexReader
  let list: FaultList

  func run() {
    var total = 0
    for (number, segment) in reader.segments.enumerated() {
      if reader.record.segments[number].totalLength != segment.summary.totalLength {
        add("segment \(number) of another length")
      }
      guard let codes = try? segment.lengthCodes.bytes(0, segment.documentCount) else { continue }
      for run in segment.live.runs {
        for document in run.documents {
          total += Int(DocumentLength.values[Int(codes[Int(document)])])
        }
      }
    }
    let expected = reader.record.totalLength
    if total != expected { add("lengths of \(expected) in all, not of \(total)") }
  }

  private func add(_ reason: String) {
    list.add(
      IndexFault(
        segment: nil, section: "commit record", offset: 0, kind: .number, reason: reason))
  }
}
