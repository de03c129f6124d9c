import Testing

@testable import TextAnalysis

struct ICUDictionaryTests {
  @Test func `the dictionary is read where ICU's data has it`() throws {
    let dictionary = try #require(ICUDictionary(), "this ICU has no dictionary for Chinese")
    var state = CharacterTrie.State.start
    for unit in "中国".utf16 { state = dictionary.trie.next(state, unit) }
    #expect(dictionary.trie.value(at: state) != nil)
    #expect(dictionary.trie.wordCount() > 100_000)
  }
}
