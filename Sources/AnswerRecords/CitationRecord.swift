package import BulletinSearch

/// An article as lists of references have it: as it is cited, and as programs that keep references exchange it.
package struct CitationRecord: Encodable {
  package var id: String
  /// After GB/T 7714—2025.
  package var citation: String
  /// After GB/T 7714—2015.
  package var citation2015: String
  package var bibtex: String
  package var ris: String
  package var csl: CSLItem

  package init(_ reference: Reference) {
    let reference = reference.harmless
    id = reference.id
    citation = reference.citation(.gbt7714of2025)
    citation2015 = reference.citation(.gbt7714of2015)
    bibtex = reference.bibTeX(key: reference.citationKey)
    ris = reference.ris
    csl = CSLItem(reference)
  }
}

extension Reference {
  /// The same without characters that are orders to a terminal or change the order of what is read.
  package var harmless: Reference {
    var reference = self
    func clean(_ text: String) -> String { text.singleLine }
    reference.id = clean(id)
    reference.authors = authors.map(clean)
    reference.organization = organization.map(clean)
    reference.title = clean(title)
    reference.container = clean(container)
    reference.number = number.map(clean)
    return reference
  }
}
