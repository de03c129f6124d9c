/// The words about what is shown of an article.
extension Messages {
  /// Why `-0` stands with `-l`.
  var nullNeedsPlaces: String {
    say("-0 只与 -l 同用", "-0 goes with -l only")
  }

  /// Why `-o` does not go together with another form of output.
  var matchesOnlyIsGrep: String {
    say(
      "-o 只能与 grep 格式同用；JSON 的 highlights 中已有找到的文字",
      "-o goes with the grep format only; JSON has what was found in its highlights")
  }
}
