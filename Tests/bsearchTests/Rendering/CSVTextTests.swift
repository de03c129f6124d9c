import Testing

@testable import bsearch

struct CSVTextTests {
  @Test(arguments: [
    ("水库", "水库"), ("a,b", "\"a,b\""), ("“a” \"b\"", "\"“a” \"\"b\"\"\""), ("a\nb", "a b"),
    ("", ""), (" a ", "\" a \""), ("=1+1", "'=1+1"), ("+86", "'+86"), ("-5度", "'-5度"),
    ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "' =1"), ("＝1", "'＝1"), (" =1,2", "\"' =1,2\""),
    ("a=b", "a=b"), ("a\u{1B}]0;b", "a␛]0;b"),
  ])
  func `a cell is text, and no formula`(text: String, cell: String) {
    #expect(CSVText.row([text]) == cell + "\n")
  }

  @Test func `cells stand between commas`() {
    #expect(CSVText.row(["a", "", "b,c"]) == "a,,\"b,c\"\n")
  }
}
