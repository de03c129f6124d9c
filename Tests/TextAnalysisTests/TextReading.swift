import TextAnalysis

/// A text of scalar values.
func text(_ scalars: some Sequence<UInt32>) -> String {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
  return String(view)
}

/// The match text of a text.
func matchText(of original: String) -> String {
  text(TextAnalyzer().fold(Array(original.utf8)).scalars)
}

extension AnalyzedText {
  var words: [String] { tokens.map { text(match.scalars[$0.range]) } }

  var compoundWords: [String] { compounds.map { text(match.scalars[$0]) } }
}
