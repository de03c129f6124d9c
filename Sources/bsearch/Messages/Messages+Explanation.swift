internal import AnswerRecords
internal import BulletinSearch

/// The words of `explain`.
extension Messages {
  func notFound(_ id: String, by query: String) -> String {
    say(
      "“\(query)”找不到 \(id) 这一篇；可加 --any", "\(query) does not find \(id); try it with --any")
  }

  func place(of explanation: ScoreExplanation) -> String {
    let whole = explanation.isWhole ? say("，整句连写", ", the whole query as one text") : ""
    let length = "\(explanation.length)/\(fixed(explanation.averageLength, digits: 0))"
    return say(
      "第 \(grouped(explanation.rank)) 名（\(name(explanation.match))\(whole)；\(rule(explanation.order))）；篇长/平均 \(length) 字；"
        + "每行：得分、词项、种类、权重、idf、含该词项的篇数、本篇次数",
      "rank \(grouped(explanation.rank)) (\(name(explanation.match))\(whole); \(rule(explanation.order))); length/average "
        + "\(length); columns: score, term, kind, weight, idf, document frequency, frequency")
  }

  /// How the ways of matching stand to each other.
  private func rule(_ order: WayOrder) -> String {
    switch order {
    case .ways: say("逐字、分散、部分依次排列", "verbatim, scattered and partial one after the other")
    case .verbatimFirst: say("逐字在前，其余按得分", "verbatim first, others by score")
    case .evidence: say("按得分排列", "all by score")
    }
  }

  func missingTerms(_ count: Int) -> String {
    say("另有 \(count) 个词项本篇没有", "\(count) more terms are not in the article")
  }
}
