/// A page to read: of a topic, or of a command.
struct HelpPage {
  enum Block: Equatable {
    case heading(String)
    case text(String)
    /// What is explained, and what is said of it.
    case entry(String, String)
    /// Lines as they are typed or seen.
    case lines([String])
  }

  /// What is typed to see the page, as `syntax`.
  var name: String
  /// What it is about, in one line.
  var abstract: String
  var blocks: [Block]
}
