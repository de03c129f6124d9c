import Testing

@testable import Bulletins

struct ReferenceNamesTests {
  private func text(_ reference: String, in place: CharacterReference.Place = .page) -> String {
    CharacterReference.decoded(Array(reference.utf8)[...], in: place)
  }

  @Test func `every name of the table is found, with the characters of the table`() {
    let entries = ReferenceNames.table.split(separator: " ")
    #expect(entries.count == 2125)
    #expect(entries.count { $0.contains("=") } == 106)
    for entry in entries {
      let parts = entry.split { $0 == ":" || $0 == "=" }
      let scalars = parts[1].split(separator: "+").compactMap { code in
        UInt32(code, radix: 16).flatMap { Unicode.Scalar($0) }
      }
      let expected = String(String.UnicodeScalarView(scalars))
      #expect(text("&\(parts[0]);") == expected)
      #expect((text("&\(parts[0])") == expected) == entry.contains("="))
    }
  }

  @Test(arguments: [
    "&", "&;", "&a", "&#", "&#x", "&#xg;", "&Amp;", "&CounterClockwiseContourIntegrals;",
  ])
  func `what is no reference stays as it is`(text: String) {
    #expect(self.text(text) == text)
  }

  @Test func `the longest name counts`() {
    #expect(text("&notin;&notit;&not") == "∉¬it;¬")
  }

  @Test func `a number without semicolon is none in Markdown`() {
    #expect(text("&#20013&#12345678;&#128;", in: .markdown) == "&#20013&#12345678;€")
  }
}
