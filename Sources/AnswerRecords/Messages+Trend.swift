package import BulletinSearch

/// What is said of counts over time.
extension Messages {
  /// How much is in no span because nobody knows when it appeared; nil if that is nothing.
  package func undated(of trend: Trend) -> String? {
    let count = trend.undated.issueCount
    guard count > 0 else { return nil }
    let found = trend.series.filter { $0.undatedOccurrences > 0 }.map { series in
      "\(series.query.singleLine) \(self.count(series.undatedOccurrences, "处", "place"))"
    }
    let rest = found.isEmpty ? "" : say("，其中 \(list(found))", ", with \(list(found))")
    return say(
      "另有 \(grouped(count)) 期没有日期，不在图表中\(rest)",
      "\(self.count(count, "", "issue")) without a date \(count == 1 ? "is" : "are") not in the spans\(rest)"
    )
  }
}
