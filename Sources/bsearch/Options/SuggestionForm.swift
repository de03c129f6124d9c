internal import ArgumentParser

/// The form of the words and names that `dict suggest` finds.
enum SuggestionForm: String, CaseIterable, ExpressibleByArgument {
  case table
  case json
  /// A file that `--dictionary` reads.
  case dict
}
