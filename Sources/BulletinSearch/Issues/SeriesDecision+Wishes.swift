internal import Bulletins

// How the issues of a bulletin are divided into articles.
extension SeriesDecision {
  /// In fewer issues one cannot see how they are divided.
  private static let fewestAlike = 3

  /// How each file is to be divided, if that is not how it alone would be.
  ///
  /// Only what the files say by themselves counts, so that to read one again changes nothing for the others.
  func decideWishes(_ names: [String?], _ numbers: [IssueNumber?]) -> [Cutting?] {
    var counts: [String?: [Cutting: Int]] = [:]
    for (file, name) in zip(files, names) {
      guard let own = file.division?.own else { continue }
      counts[name, default: [:]][own, default: 0] += 1
    }
    let usual = counts.compactMapValues(Self.usual)
    return files.indices.map { index in
      guard let division = files[index].division, let wish = usual[names[index]],
        wish != division.own, division.others.contains(wish)
      else { return nil }
      // What is one article and no counted issue may be a post beside the issues.
      return division.own == .whole && numbers[index] == nil ? nil : wish
    }
  }

  /// How most issues of a bulletin are divided; nil if there is no such way.
  private static func usual(_ counts: [Cutting: Int]) -> Cutting? {
    let all = counts.values.reduce(0, +)
    guard let most = counts.first(where: { $0.value * 2 > all }), most.value >= fewestAlike else {
      return nil
    }
    // To be made one article takes an issue all its titles.
    return most.key == .whole && most.value * 5 < all * 4 ? nil : most.key
  }
}
