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
      "第 \(grouped(explanation.rank)) 名（\(name(explanation.match))\(whole)）；篇长/平均 \(length) 字；"
        + "每行：得分、词项、种类、权重、idf、含该词项的篇数、本篇次数",
      "rank \(grouped(explanation.rank)) (\(name(explanation.match))\(whole)); length/average "
        + "\(length); columns: score, term, kind, weight, idf, document frequency, frequency")
  }

  func missingTerms(_ count: Int) -> String {
    say("另有 \(count) 个词项本篇没有", "\(count) more terms are not in the article")
  }
}
