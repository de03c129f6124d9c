internal import ArgumentParser

/// In which form articles leave an index.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  /// Lines of JSON, which `bsearch index --format jsonl` takes back.
  case jsonl
  /// A table for a spreadsheet.
  case csv
  case md
  /// Lines for the bulk interface of OpenSearch.
  case opensearch
  /// The index template for them.
  case template
  /// The Common Index File Format.
  case ciff
}
