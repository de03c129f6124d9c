package import BulletinSearch

/// The words of figures.
extension Messages {
  /// `52,000 个`, `−0.3%`.
  package func value(of figure: FoundFigure) -> String {
    let number = groupedText(figure.value) + (figure.upper.map { "–" + groupedText($0) } ?? "")
    let unit = figure.fullUnit
    guard !unit.isEmpty else { return number }
    return unit.hasPrefix("%") || unit.hasPrefix("‰") ? number + unit : "\(number) \(unit)"
  }

  private func groupedText(_ value: FigureValue) -> String {
    let text = "\(value)"
    let parts = text.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first.flatMap({ Int($0) }), !text.hasPrefix("-0") else { return text }
    return grouped(whole) + (parts.count > 1 ? ".\(parts[1])" : "")
  }

  package func name(_ kind: FoundFigure.Kind, comparison: String?) -> String {
    let name =
      switch kind {
      case .level: say("总量", "level")
      case .increase: say("增", "increase")
      case .decrease: say("减", "decrease")
      case .share: say("占比", "share")
      case .rank: say("名次", "rank")
      case .plan: say("计划、预计", "plan")
      }
    return comparison.map { say("\($0)\(name)", "\(name), \($0)") } ?? name
  }
}
