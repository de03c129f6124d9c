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
