internal import AnswerRecords

/// The words about what is shown of an article.
extension Messages {
  /// Why `-0` stands with `-l`.
  var nullNeedsPlaces: String {
    say("-0 只与 -l 同用", "-0 works only with -l")
  }

  /// Why `-o` does not go together with another form of output.
  var matchesOnlyIsGrep: String {
    say(
      "-o 只能与 grep 格式同用；JSON 的 highlights 中已有找到的文字",
      "-o works only with the grep format; in JSON, see highlights")
  }
}
