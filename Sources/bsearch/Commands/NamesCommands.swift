internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// `bsearch sections`: the sections of all issues.
struct SectionsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "sections", "列出栏目及其篇数、期数、起止", "List sections with articles, issues and dates.")
  }

  @OptionGroup var list: NameListOptions

  func run() throws { try list.write(.section) }
}

/// `bsearch authors`: who has written.
struct AuthorsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "authors", "列出作者及其篇数、期数、起止", "List authors with articles, issues and dates.")
  }

  @OptionGroup var list: NameListOptions

  func run() throws { try list.write(.author) }
}

/// `bsearch units`: which offices have written.
struct UnitsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "units", "列出供稿单位及其篇数、期数、起止",
      "List the offices of bylines with articles, issues and dates.")
  }

  @OptionGroup var list: NameListOptions

  func run() throws { try list.write(.unit) }
}

/// `bsearch bulletins`: which bulletins there are.
struct BulletinsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      name: "bulletins", "列出刊物及其篇数、期数、起止", "List bulletins with articles, issues and dates.")
  }

  @OptionGroup var list: NameListOptions

  func run() throws { try list.write(.bulletin) }
}

/// What the lists of names have in common.
struct NameListOptions: ParsableArguments {
  @OptionGroup var amount: ListAmount

  @Flag(help: .words("JSON", "JSON"))
  var json = false

  @OptionGroup var location: IndexOptions
  @OptionGroup var common: CommonOptions

  /// As many as people look through; `--all` has the rest.
  private static let usualCount = 50

  /// Writes the names of a kind.
  func write(_ kind: NameKind) throws {
    let all = try location.open().names(of: kind)
    // A program that reads the list wants all of it.
    let isForPerson = OutputStream.results.isTerminal && !json
    let names = Array(all.prefix(amount.number(default: isForPerson ? Self.usualCount : all.count)))
    try OutputStream.results.write(
      json
        ? JSONText.answer(NameListRecord(kind, names: names, total: all.count)) : text(names))
    if names.count < all.count, !json {
      OutputStream.messages.tell(common.messages.moreNames(names.count, of: all.count))
    }
    if all.isEmpty { throw ExitStatus.nothingFound }
  }

  private func text(_ names: [NameCount]) -> String {
    let messages = common.messages
    let isTerminal = OutputStream.results.isTerminal
    var table = Table()
    table.numberColumns = [1, 2]
    table.rows = names.map { name in
      let dates = [name.first ?? "", name.last ?? ""]
      guard isTerminal else {
        return [name.name, "\(name.articleCount)", "\(name.issueCount)"] + dates
      }
      let span = dates[0] == dates[1] ? dates[0] : dates.joined(separator: " – ")
      return [
        name.name, messages.count(name.articleCount, "篇", "article"),
        messages.count(name.issueCount, "期", "issue"), span,
      ]
    }
    return table.render(for: .results)
  }
}
