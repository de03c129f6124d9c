// A public type takes its conformance from it.
public import ArgumentParser
public import BulletinSearch

/// After which standard references are written.
struct CitationOptions: ParsableArguments {
  @Option(
    help: .words(
      "引用的标准（--format cite、quote）", "the standard of references, for --format cite and quote"))
  var style = CitationStyle.gbt7714of2025
}

extension CitationStyle: ExpressibleByArgument {}
