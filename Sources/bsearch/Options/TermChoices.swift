internal import AnswerRecords
internal import ArgumentParser
internal import BulletinSearch

/// The kinds of terms, as arguments.
enum TermKindChoice: String, CaseIterable, ExpressibleByArgument {
  case character
  case pair
  case word

  var kind: TermEntry.Kind {
    switch self {
    case .character: .character
    case .pair: .pair
    case .word: .word
    }
  }
}

/// Which words to list, where not all of the dictionary.
struct TermChoice: ParsableArguments {
  @Option(
    help: .words(
      "只列某一期里以前各期没有的词", "only words of an issue that no issue before it has",
      valueName: "issue"), completion: ValueCompletion.issues)
  var new: String?

  @Option(
    help: .words(
      "以前常见、自某期或某日起不再出现的词：词、篇数、期数、起止",
      "words that were used regularly, and not since an issue or a date: word, articles, issues, dates",
      valueName: "issue|date"), completion: ValueCompletion.issues)
  var gone: String?

  @Option(
    help: .words(
      "与某词同在一处的词：词、共现数、词频、对数似然比",
      "words that stand with another: word, times together, times in all, log-likelihood",
      valueName: "query"), completion: ValueCompletion.query)
  var with: String?

  @Option(
    help: .words("用 --with 时，同在一篇还是一句", "with --with, in one article or in one sentence"))
  var scope = ScopeChoice.article

  enum ScopeChoice: String, CaseIterable, ExpressibleByArgument {
    case article
    case sentence

    var scope: CompanionList.Scope {
      switch self {
      case .article: .article
      case .sentence: .sentence
      }
    }
  }

  func validate() throws {
    let names = [("--new", new), ("--gone", gone), ("--with", with)].filter { $0.1 != nil }.map(\.0)
    guard names.count < 2 else {
      throw ValidationError(Messages.current.exclusive(names[0], names[1]))
    }
  }
}

/// The orders of terms, as arguments.
enum TermOrderChoice: String, CaseIterable, ExpressibleByArgument {
  case frequency
  case term

  var order: TermListOptions.Order {
    switch self {
    case .frequency: .frequency
    case .term: .term
    }
  }
}
