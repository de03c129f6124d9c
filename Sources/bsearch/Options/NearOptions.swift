internal import ArgumentParser
internal import BulletinSearch

/// Whether near texts are searched for besides what was typed.
struct NearOptions: ParsableArguments {
  @Option(
    help: .words(
      "也检索差一两个字的词句（1 或 2）", "search for texts too that differ in a character or two (1 or 2)",
      valueName: "n"))
  var fuzzy = 0

  @Flag(
    help: .words("也检索同音的词句；拼音可代替汉字", "search for homophones too; pinyin may stand for characters"))
  var pinyin = false

  private static let range = 0...2

  func validate() throws {
    guard Self.range.contains(fuzzy) else {
      throw ValidationError(Messages.current.outOfRange("--fuzzy", Self.range))
    }
  }

  var kinds: NearKinds { NearKinds(fuzziness: fuzzy, matchesPinyin: pinyin) }
}

/// Which near texts are searched for.
struct NearKinds {
  var fuzziness = 0
  var matchesPinyin = false

  func set(in options: inout SearchOptions) {
    options.fuzziness = fuzziness
    options.matchesPinyin = matchesPinyin
  }
}
