import Bulletins
import InvertedIndex
import Testing

@testable import BulletinSearch

struct RecordsTests {
  @Test func `an issue comes back from its row`() throws {
    #expect(try Self.reread(Self.issue) == Self.issue)
  }

  @Test func `an issue of which nothing is known comes back`() throws {
    let issue = IssueSummary(
      bulletin: "", label: "", numberText: "", path: "", encoding: "", articleCount: 0,
      characterCount: 0, unsignedCount: 0, joinCount: 0, contentsCount: 0, contentsMatchedCount: 0)
    #expect(try Self.reread(issue) == issue)
  }

  @Test func `an issue with the number 0 has a number`() throws {
    var issue = Self.issue
    issue.number = 0
    issue.total = 0
    issue.year = 0
    #expect(try Self.reread(issue) == issue)
  }

  @Test func `numbers come back up to their limits`() throws {
    var issue = Self.issue
    issue.total = Int(Int32.max) - 1
    issue.articleCount = Int(Int32.max)
    issue.characterCount = Int.max
    #expect(try Self.reread(issue) == issue)
  }

  @Test func `a file comes back from its row`() throws {
    #expect(try FileRecord(row: Self.file.row) == Self.file)
    var omitted = FileRecord(path: "a.jsonl", reading: FileReading(format: .jsonl))
    omitted.omit(FileRecord.Omission(line: 12, reason: .noJSONObject))
    omitted.undecodedCount = 300
    #expect(try FileRecord(row: omitted.row) == omitted)
  }

  @Test func `a document comes back from its row`() throws {
    var file = Self.file
    file.reading = FileReading(format: .document)
    file.reader = "pdf/1 pdftotext/22.12.0"
    file.remarks = [.repaired, .somePagesScanned]
    file.pageCount = 12
    var sketch = IssueSketch()
    sketch.kind = "pdf"
    sketch.names = ["#92", "2022-08-30"]
    sketch.text.add("岚江镇九月建成三座新基站，全镇各村都有了信号")
    file.sketch = sketch
    #expect(try FileRecord(row: file.row) == file)
    #expect(try FileRecord.bulletin(inRow: file.row)?.name == file.issue?.bulletin)
    #expect(try FileRecord.bulletin(inRow: file.row)?.year == file.issue?.year)
    file.leaveArticles(to: "a/9.docx")
    #expect(try FileRecord(row: file.row) == file)
    #expect(try FileRecord.bulletin(inRow: file.row) == nil)
    #expect(file.issue == nil)
  }

  @Test func `the bulletin and the year are read alone as with all the rest`() throws {
    var file = Self.file
    file.omit(FileRecord.Omission(line: 12, reason: .noJSONObject))
    file.evidence.names = [
      IssueEvidence.Name(place: .heading, text: "青禾"), IssueEvidence.Name(place: .text, text: ""),
    ]
    file.evidence.numbers = [
      IssueEvidence.Number(place: .fileName, number: IssueNumber(number: 300, part: "上"))
    ]
    file.evidence.titleParts = ["甲", "乙"]
    for year in [nil, 0, 2022] {
      file.issue?.year = year
      let read = try #require(try FileRecord.bulletin(inRow: file.row))
      #expect(read.name == file.issue?.bulletin)
      #expect(read.year == year)
    }
    for count in 0..<file.row.count {
      // A row that is cut short is refused or has no issue yet, and never traps.
      _ = try? FileRecord.bulletin(inRow: Array(file.row.prefix(count)))
    }
  }

  @Test func `places in a document come back`() throws {
    var article = Self.article
    article.lines = 3...9
    article.pages = [
      ArticleRecord.PageStart(line: 3, page: 2, paragraph: 2),
      ArticleRecord.PageStart(line: 5, page: 4, paragraph: 1),
    ]
    let read = try ArticleRecord(row: article.row)
    #expect(read == article)
    #expect(read.documentPlace(ofLine: 4) == DocumentPlace(page: 2, paragraph: 3))
    #expect(read.documentPlace(ofLine: 9) == DocumentPlace(page: 4, paragraph: 5))
    #expect(read.contains(DocumentPlace(page: 4, paragraph: 5)))
    #expect(!read.contains(DocumentPlace(page: 4, paragraph: 6)))
    #expect(!read.contains(DocumentPlace(page: 2, paragraph: 1)))
    #expect(!read.contains(DocumentPlace(page: 3, paragraph: 1)))
  }

  @Test func `a file keeps the first hundred of what was left out and counts the rest`() throws {
    var file = Self.file
    for line in 1...250 { file.omit(FileRecord.Omission(line: line, reason: .notUTF8)) }
    let read = try FileRecord(row: file.row)
    #expect(read.omissionCount == 250)
    #expect(read.omissions.map(\.line) == Array(1...100))
  }

  @Test func `an article comes back from its row`() throws {
    #expect(try ArticleRecord(row: Self.article.row) == Self.article)
  }

  @Test func `an article of which nothing is known comes back`() throws {
    #expect(try ArticleRecord(row: ArticleRecord().row) == ArticleRecord())
  }

  @Test func `places in lines before those of earlier places come back`() throws {
    var article = ArticleRecord()
    article.lines = 7...9
    article.places = [
      ArticleRecord.Place(textOffset: 0, line: 9, column: 1),
      ArticleRecord.Place(textOffset: 12, line: 7, column: 300),
    ]
    #expect(try ArticleRecord(row: article.row) == article)
  }

  @Test func `a row cut short is damage`() throws {
    let row = Self.file.row
    for count in 0..<row.count {
      #expect(throws: IndexError.self) { try FileRecord(row: Array(row.prefix(count))) }
    }
    for count in 0..<Self.article.row.count {
      #expect(throws: IndexError.self) {
        try ArticleRecord(row: Array(Self.article.row.prefix(count)))
      }
    }
  }

  @Test(arguments: [0x00, 0x7F, 0x80, 0xFF] as [UInt8])
  func `a damaged row never crashes`(byte: UInt8) {
    for offset in Self.file.row.indices {
      var row = Self.file.row
      row[offset] = byte
      _ = try? FileRecord(row: row)  // May throw; must return.
    }
    for offset in Self.article.row.indices {
      var row = Self.article.row
      row[offset] = byte
      _ = try? ArticleRecord(row: row)
    }
  }

  @Test func `a byte stands where the last place before it says`() {
    #expect(Self.article.place(ofTextOffset: 0) == (4, 1))
    #expect(Self.article.place(ofTextOffset: 29) == (4, 30))
    #expect(Self.article.place(ofTextOffset: 30) == (6, 7))
    #expect(Self.article.place(ofTextOffset: 33) == (6, 10))
    #expect(ArticleRecord().place(ofTextOffset: 5) == (1, 1))
  }

  private static let issue = IssueSummary(
    bulletin: "青禾水务简讯", id: "青禾水务简讯:41", label: "41", kind: .special, year: 2024, volume: 3,
    number: 5,
    lastNumber: 6, part: "上", total: 41, numberText: "2024年第5期（总第41期）", date: "2024-05-31",
    publisher: "青禾省水务协会秘书处",
    path: "issues/2024-05.md", encoding: "gb18030", articleCount: 12, characterCount: 4_000,
    unsignedCount: 1, joinCount: 3, contentsCount: 11, contentsMatchedCount: 10)

  private static let file: FileRecord = {
    var file = FileRecord(
      path: issue.path, reading: FileReading(format: .bulletin, encoding: "gb18030"))
    file.stamp = FileStamp(
      byteCount: 12_000, modificationTime: 1_717_113_600_000_000_001, contentHash: .max)
    file.firstOrdinal = 7
    file.issue = issue
    file.evidence.names = [
      IssueEvidence.Name(place: .heading, text: "青禾水务简讯", isDated: true)
    ]
    file.evidence.numbers = [
      IssueEvidence.Number(
        place: .fileName,
        number: IssueNumber(
          year: 2024, number: 5, lastNumber: 6, volume: 3, total: 41, kind: .special, unit: .week,
          part: "上"))
    ]
    file.evidence.titleParts = ["水务"]
    file.identifier = IssueIdentifier(form: .namedLabel)
    return file
  }()

  /// What is read of the row of a file that is `issue`.
  private static func reread(_ issue: IssueSummary) throws -> IssueSummary? {
    var file = FileRecord(path: issue.path, reading: FileReading(format: .bulletin))
    file.issue = issue
    if issue.label != "" { file.identifier = IssueIdentifier(form: .namedLabel) }
    return try FileRecord(row: file.row).issue
  }

  private static let article: ArticleRecord = {
    var article = ArticleRecord()
    article.externalID = "水-7"
    article.authors = ["沈青", "陆禾"]
    article.unit = "东渡水厂"
    article.page = 3...5
    article.lines = 4...6
    article.places = [
      ArticleRecord.Place(textOffset: 0, line: 4, column: 1),
      ArticleRecord.Place(textOffset: 30, line: 6, column: 7),
    ]
    return article
  }()
}
