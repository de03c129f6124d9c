internal import TextAnalysis

/// How many columns `text` takes on a terminal: two for wide characters and emoji, none for marks
/// that combine.
public func displayWidth(of text: some StringProtocol) -> Int {
  DisplayWidth.columns(of: text)
}
