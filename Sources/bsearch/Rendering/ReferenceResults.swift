internal import AnswerRecords
internal import BulletinSearch

/// The forms of a list of references.
enum ReferenceForm: Equatable {
  case citation(CitationStyle)
  case bibTeX
  case ris
  case cslJSON
}

/// A list of references, each once, for a person or a program that keeps references.
struct ReferenceResults: ResultRendering {
  let form: ReferenceForm
  /// The references that were written, as they are cited: an article that stands in two files is one.
  private var known: Set<String> = []
  /// How often each key was wanted.
  private var keys: [String: Int] = [:]

  init(_ form: ReferenceForm) { self.form = form }

  func head(_ answer: SearchAnswer) -> String { start }

  mutating func text(of result: SearchResult) throws -> String { try text(of: Reference(result)) }

  func tail(_ answer: SearchAnswer) -> String { end }

  /// What stands before the list.
  var start: String { form == .cslJSON ? "[" : "" }
  /// What stands behind it.
  var end: String { form == .cslJSON ? "]\n" : "" }

  /// A reference of the list; empty if it was written before.
  mutating func text(of reference: Reference) throws -> String {
    let reference = reference.harmless
    guard known.insert(reference.citation(.gbt7714of2025)).inserted else { return "" }
    switch form {
    case .citation(let style): return reference.citation(style) + "\n"
    case .bibTeX: return (known.count > 1 ? "\n" : "") + reference.bibTeX(key: key(of: reference))
    case .ris: return reference.ris
    case .cslJSON:
      return (known.count > 1 ? ",\n" : "") + (try JSONText.value(CSLItem(reference)))
    }
  }

  /// What no other entry is cited by.
  private mutating func key(of reference: Reference) -> String {
    let key = reference.citationKey
    let count = keys[key, default: 0] + 1
    keys[key] = count
    guard count > 1 else { return key }
    // The key with a number may be that of another entry.
    let numbered = "\(key)_\(count)"
    keys[numbered, default: 0] += 1
    return numbered
  }
}

/// The sentences in which something was found, in quotation marks and with the reference, ready to be pasted.
struct QuotedResults: ResultRendering {
  let style: CitationStyle
  private var isFirst = true

  init(style: CitationStyle) { self.style = style }

  mutating func text(of result: SearchResult) -> String {
    let citation = Reference(result).harmless.citation(style)
    // Where nothing was found in the text but in the title, that is what the reference has.
    let sentences = result.passages.filter { !$0.highlights.isEmpty && $0.field == .body }
    let quotes = sentences.map { "“\(Self.quoted($0.text))”" }.joined(separator: "……")
    defer { isFirst = false }
    return (isFirst ? "" : "\n") + (quotes.isEmpty ? citation : "\(quotes)（\(citation)）") + "\n"
  }

  /// A text to stand in quotation marks: those within it become single ones.
  private static func quoted(_ text: String) -> String {
    let marks: [Character: String] = ["“": "‘", "”": "’", "‘": "“", "’": "”"]
    // An apostrophe stays one: between letters it is none of a pair.
    let characters = Array(text.singleLine)
    return characters.enumerated().map { place, character in
      let isApostrophe =
        character == "’" && place > 0 && place + 1 < characters.count
        && characters[place - 1].isLetter && characters[place + 1].isASCII
        && characters[place + 1].isLetter
      return isApostrophe ? "’" : marks[character] ?? String(character)
    }.joined()
  }
}
