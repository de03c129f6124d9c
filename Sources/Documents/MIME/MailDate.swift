/// The date of a mail: `Thu, 28 Sep 2023 09:00:00 +0800` (RFC 5322, section 3.3).
enum MailDate {
  /// The day on which it was sent where it was sent, as `2023-09-28`.
  static func iso(_ text: String) -> String? {
    let words = text.split { " ,\t-".contains($0) }
    guard let index = words.indices.first(where: { month(words[$0]) != nil }), index > 0,
      index + 1 < words.count, let month = month(words[index]), let day = Int(words[index - 1]),
      (1...31).contains(day), let year = Int(words[index + 1]), (0...9_999).contains(year)
    else { return nil }
    // Old mails have two digits.
    let full = year < 50 ? year + 2_000 : year < 1_000 ? year + 1_900 : year
    return "\(full)-\(twoDigits(month))-\(twoDigits(day))"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func month(_ word: Substring) -> Int? {
    months.firstIndex(of: word.prefix(3).lowercased()).flatMap {
      word.allSatisfy(\.isLetter) ? $0 + 1 : nil
    }
  }
}
