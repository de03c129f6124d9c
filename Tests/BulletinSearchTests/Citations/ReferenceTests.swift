import FoundationEssentials
import Testing

@testable import BulletinSearch

/// References in the forms of standards and programs.
struct ReferenceTests {
  private func article(
    _ title: String = "城南泵站投入运行", authors: [String] = ["林舟"], unit: String? = nil,
    page: ClosedRange<Int>? = 1...3, _ set: (inout IssueSummary) -> Void = { _ in }
  ) -> ArticleContent {
    var issue = IssueSummary(
      bulletin: "青川水务简讯", label: "92", year: 2022, number: 8, total: 92,
      numberText: "2022年第8期（总第92期）", date: "2022-08-30", publisher: nil, path: "a.md",
      encoding: "utf-8", articleCount: 1, characterCount: 1, unsignedCount: 0, joinCount: 0,
      contentsCount: 0, contentsMatchedCount: 0)
    set(&issue)
    return ArticleContent(
      id: "92/3", issue: issue, ordinal: 3, title: title, section: nil, byline: nil,
      authors: authors, unit: unit, page: page, lines: 1...2, document: nil, paragraphs: [])
  }

  private func cited(_ article: ArticleContent, _ style: CitationStyle = .gbt7714of2025) -> String {
    Reference(article).citation(style)
  }

  @Test func `an article is cited after either standard`() {
    #expect(cited(article()) == "林舟. 城南泵站投入运行[J]. 青川水务简讯，2022（8）：1-3.")
    #expect(cited(article(), .gbt7714of2015) == "林舟. 城南泵站投入运行[J]. 青川水务简讯, 2022(8): 1-3.")
    #expect(article().citation == cited(article()))
  }

  @Test func `of more than three authors three are named`() {
    let names = ["沈青", "林舟", "苏禾", "顾南"]
    #expect(cited(article(authors: Array(names.prefix(3)))).hasPrefix("沈青，林舟，苏禾. "))
    #expect(cited(article(authors: names)).hasPrefix("沈青，林舟，苏禾，等. "))
    #expect(cited(article(authors: names), .gbt7714of2015).hasPrefix("沈青, 林舟, 苏禾, 等. "))
    let others = ["Ann Lee", "Bo Berg", "Cy Hall", "Di Frost"]
    #expect(cited(article(authors: others)).hasPrefix("Ann Lee，Bo Berg，Cy Hall，et al. 城南"))
  }

  @Test func `an office stands for people, and nothing for nobody`() {
    #expect(cited(article(authors: [], unit: "南山水文站")).hasPrefix("南山水文站. 城南"))
    #expect(cited(article(unit: "南山水文站")).hasPrefix("林舟. 城南"))
    #expect(cited(article(authors: [])).hasPrefix("城南泵站投入运行[J]. "))
  }

  @Test func `the number is that within the year, the running one only without it`() {
    #expect(cited(article { $0.number = nil }).contains("，2022（92）："))
    #expect(cited(article { $0.lastNumber = 9 }).contains("，2022（8/9）："))
    #expect(cited(article { ($0.kind, $0.number) = (.supplement, 1) }).contains("，2022（增刊1）："))
    #expect(
      cited(article { ($0.kind, $0.number, $0.total) = (.supplement, nil, nil) }).contains(
        "，2022（增刊）："))
    #expect(cited(article { $0.volume = 3 }).contains("，2022，3（8）："))
    #expect(cited(article { $0.volume = 3 }, .gbt7714of2015).contains(", 2022, 3(8): "))
    #expect(cited(article { $0.part = "上" }).contains("（8上）"))
  }

  @Test func `without a number the date stands whole`() {
    let undated = article(page: nil) {
      ($0.number, $0.total) = (nil, nil)
    }
    #expect(cited(undated) == "林舟. 城南泵站投入运行[J]. 青川水务简讯，2022-08-30.")
    let unknown = article(page: nil) {
      ($0.number, $0.total, $0.year, $0.date) = (nil, nil, nil, nil)
    }
    #expect(cited(unknown) == "林舟. 城南泵站投入运行[J]. 青川水务简讯.")
    #expect(cited(article { $0.year = nil }).contains("，2022（8）"))
  }

  @Test func `a newspaper is cited by its day and page`() {
    let paper = article(page: 5...5) { $0.bulletin = "青川日报" }
    #expect(cited(paper) == "林舟. 城南泵站投入运行[N]. 青川日报，2022-08-30（5）.")
    #expect(
      cited(paper, .gbt7714of2015) == "林舟. 城南泵站投入运行[N]. 青川日报, 2022-08-30(5).")
    // Not a newspaper, whatever it ends with.
    #expect(cited(article { $0.bulletin = "青川简报" }).contains("[J]. 青川简报，2022（8）"))
    #expect(
      cited(article { ($0.bulletin, $0.date) = ("青川日报", "2022-08") }).contains("[J]. 青川日报，2022（8）"))
  }

  @Test func `a subtitle stands behind a colon`() {
    #expect(cited(article("治水十年 ——青川水利回顾")).contains("治水十年：青川水利回顾[J]"))
    #expect(cited(article("治水十年——青川水利回顾"), .gbt7714of2015).contains("治水十年: 青川水利回顾[J]"))
    #expect(cited(article("——青川水利回顾")).contains(". ——青川水利回顾[J]"))
    #expect(cited(article("治水十年——")).contains("治水十年——[J]"))
  }

  @Test func `an entry of BibTeX has nothing that TeX would read`() {
    let entry = Reference(
      article(#"5% 的 A&B_{x} $y^2~\z #1 {未闭"#, authors: ["沈青", "Ann and Bo"]) {
        $0.bulletin = "水{务"
      }
    ).bibTeX(key: "92-3")
    #expect(
      entry == ##"""
        @article{92-3,
          author = {{沈青} and {Ann and Bo}},
          title = {{5\% 的 A\&B\_\textbraceleft{}x\textbraceright{} \$y\textasciicircum{}2\textasciitilde{}\textbackslash{}z \#1 \textbraceleft{}未闭}},
          journal = {水\textbraceleft{}务},
          year = {2022},
          date = {2022-08-30},
          number = {8},
          pages = {1--3},
          langid = {chinese}
        }

        """##)
    #expect(entry.count { $0 == "{" } == entry.count { $0 == "}" })
    #expect(Reference(article()).citationKey == "92-3")
  }

  @Test func `a record of RIS ends its lines as RIS does`() {
    var reference = Reference(article(authors: ["沈青", "林舟"], page: 3...3))
    reference.title = "一行\nER  - \r\n两行"
    reference.keywords = ["泵站", "水压"]
    #expect(
      reference.ris
        == [
          "TY  - JOUR", "AU  - 沈青", "AU  - 林舟", "TI  - 一行 ER  -   两行", "T2  - 青川水务简讯", "PY  - 2022",
          "DA  - 2022/08/30", "IS  - 8", "SP  - 3", "EP  - 3", "KW  - 泵站", "KW  - 水压", "LA  - zh",
          "ID  - 92/3",
          "ER  - ", "", "",
        ].joined(separator: "\r\n"))
  }

  @Test func `an item of CSL has names that no style takes apart`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func json(_ article: ArticleContent) throws -> String {
      String(decoding: try encoder.encode(CSLItem(Reference(article))), as: UTF8.self)
    }
    #expect(
      try json(article(authors: ["沈青", "Ann Lee"]))
        == #"{"author":[{"family":"沈青"},{"literal":"Ann Lee"}],"container-title":"青川水务简讯","id":"92/3","#
        + #""issue":"8","issued":{"date-parts":[[2022,8,30]]},"language":"zh-CN","page":"1-3","#
        + #""title":"城南泵站投入运行","type":"article-journal"}"#)
    let office = try json(article(authors: [], unit: "南山水文站") { $0.bulletin = "青川日报" })
    #expect(office.contains(#""author":[{"literal":"南山水文站"}]"#))
    #expect(office.contains(#""type":"article-newspaper""#))
    // The year of the number is that which is cited.
    let late = try json(article { $0.date = "2023-01-05" })
    #expect(late.contains(#""issued":{"date-parts":[[2022]]}"#))
  }
}
