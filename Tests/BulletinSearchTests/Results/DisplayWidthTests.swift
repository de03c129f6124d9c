import BulletinSearch
import Testing

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("水库", 4), ("5G基站", 6), ("，。（）", 8), ("５Ｇ", 4), ("ｶﾒﾗ", 3), ("カメラ", 6),
    ("한국", 4), ("“”…", 3), ("𠮷", 2),
  ])
  func `Chinese and full-width characters take two columns`(text: String, columns: Int) {
    #expect(displayWidth(of: text) == columns)
  }

  @Test(arguments: [
    ("e\u{301}", 1), ("水\u{301}", 2), ("\u{200B}", 0), ("a\u{200D}b", 2), ("\u{FEFF}水", 2),
  ])
  func `marks that combine and characters without shape take none`(text: String, columns: Int) {
    #expect(displayWidth(of: text) == columns)
  }

  @Test(arguments: [
    ("😀", 2), ("👩‍🌾", 2), ("🇨🇳", 2), ("👍🏽", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("☎", 1),
  ])
  func `an emoji takes two columns however many characters make it`(text: String, columns: Int) {
    #expect(displayWidth(of: text) == columns)
  }

  @Test func `the columns of a text are those of its parts`() {
    let text = "水5G😀“库”e\u{301}"
    #expect(displayWidth(of: text) == text.reduce(0) { $0 + displayWidth(of: String($1)) })
  }
}
