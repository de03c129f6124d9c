/// What the command line asks for.
struct Arguments {
  static let usage = """
    usage: update-bench run FOLDER ISSUES INDEX
           update-bench split FOLDER PARTS INDEX
           update-bench compare INDEX OTHER [--passes N]

    `run` indexes the folder, takes every file of ISSUES into it, changes as many files and removes as many,
    and updates the index each time, now by the path of the file and now in full. FOLDER is changed. A line of
    the answer has a step and its figures, with tabs between. `split` makes an index of one segment for
    each part of the folder. `compare` asks two indexes of the same articles the same queries in turn.
    """

  enum Action {
    case run(UpdateSeries)
    case split(SegmentedIndexing)
    case compare(IndexComparison)
  }

  let action: Action

  /// Nil if they make no sense.
  init?(_ arguments: [String]) {
    let rest = Array(arguments.dropFirst())
    let action: Action? =
      switch arguments.first {
      case "run" where rest.count == 3:
        .run(UpdateSeries(folder: rest[0], issues: rest[1], indexPath: rest[2]))
      case "split" where rest.count == 3:
        Int(rest[1]).flatMap { parts in
          parts < 1
            ? nil
            : .split(SegmentedIndexing(folder: rest[0], partCount: parts, indexPath: rest[2]))
        }
      case "compare": Self.compare(rest[...])
      default: nil
      }
    guard let action else { return nil }
    self.action = action
  }

  private static func compare(_ arguments: ArraySlice<String>) -> Action? {
    var rest = arguments
    guard let index = rest.popFirst(), let other = rest.popFirst() else { return nil }
    var comparison = IndexComparison(paths: [index, other])
    if !rest.isEmpty {
      guard rest.count == 2, rest.popFirst() == "--passes",
        let count = rest.popFirst().flatMap({ Int($0) }), count > 0
      else { return nil }
      comparison.passCount = count
    }
    return .compare(comparison)
  }
}
