import Bulletins
import TextAnalysis
import Testing

@testable import BulletinSearch

/// What all issues of a folder say together.
struct SeriesDecisionTests {
  typealias File = SeriesDecision.File

  @Test func `a name with the time of its issue is the name without it`() {
    let files = [
      file("a.md", name: "2023年4月的茶讯"), file("b.md", name: "茶讯 2023-05"),
      file("c.md", name: "茶讯 - 2026-02-15 0930"),
    ]
    #expect(names(files) == ["茶讯", "茶讯", "茶讯"])
  }

  @Test(arguments: [
    ("茶讯", "茶讯"), ("茶讯 2023-05", "茶讯"), ("2023年4月的茶讯", "茶讯"), ("二〇二三年四月茶讯", "茶讯"),
    ("茶讯 10/07 - 10/14", "茶讯"), ("茶讯（2023.5）", "茶讯"), ("5G简讯", "5G简讯"),
    ("4号楼通讯", "4号楼通讯"), ("三月刊", "三月刊"), ("RISC-V 双周简报", "RISC-V 双周简报"), ("2023", "2023"), ("", ""),
    ("三月", "三月"), ("月刊", "月刊"), ("一周新闻", "一周新闻"),
  ])
  func `only the time of an issue is no part of a name`(name: String, core: String) {
    #expect(SeriesName.core(name) == core)
  }

  @Test func `the spelling of most is shown`() {
    let files = [
      file("a.md", name: "青禾林业简讯"), file("b.md", name: "青禾 林业简讯"), file("c.md", name: "青禾 林业简讯"),
    ]
    #expect(Set(names(files)) == ["青禾 林业简讯"])
  }

  @Test func `what most files name is the name of those that have a title only`() {
    let files = [
      file("a.md", name: "山茶周刊"), file("b.md", name: "山茶周刊"), file("c.md"),
      file("d.md", name: "春天来了"), file("e.md", name: "山茶周刊"),
    ]
    #expect(names(files) == Array(repeating: "山茶周刊", count: 5))
  }

  @Test func `titles that no other file has are no names of bulletins`() {
    let files = ["春天来了", "茶园修路", "采茶"].enumerated().map {
      file("\($0.offset).md", name: $0.element)
    }
    #expect(names(files) == [nil, nil, nil])
    #expect(names([files[0]]) == ["春天来了"])
  }

  @Test func `bulletins that print their names stay apart in one folder`() {
    let files = [
      file("a.md", name: "山茶周刊", isDated: true), file("b.md", name: "海棠月报", isDated: true),
      file("c.md"),
    ]
    #expect(names(files) == ["山茶周刊", "海棠月报", nil])
  }

  @Test func `a bulletin that changed its name has both`() {
    let old = (1...3).map { file("\($0).md", name: "山茶快报") }
    let new = (4...9).map { file("\($0).md", name: "山茶周刊") }
    #expect(Set(names(old + new).prefix(3)) == ["山茶快报"])
    #expect(names(old + new)[3] == "山茶周刊")
  }

  @Test func `what most titles begin with is the name`() {
    let files = ["山茶周刊｜春天来了", "山茶周刊 | 修路", "采茶：山茶周刊", "别的"].enumerated().map {
      file("\($0.offset).md", title: $0.element)
    }
    #expect(names(files) == Array(repeating: "山茶周刊", count: 4))
    #expect(names(Array(files.prefix(2))) == [nil, nil])
  }

  @Test func `a number of the path counts behind a word for issues`() {
    #expect(numbers([file("issue-12.md", inPath: 12)]) == [12])
    #expect(numbers([file("第12期.md", inPath: 12)]) == [12])
    #expect(numbers([file("day1.md", inPath: 1), file("part2.md", inPath: 2)]) == [nil, nil])
  }

  @Test func `a number of the path counts if a sibling prints its own`() {
    let files = [
      file("tea-1.md", inPath: 1), file("tea-2.md", printed: 2, inPath: 2),
      file("plan-1.md", inPath: 1),
    ]
    #expect(numbers(files) == [1, 2, nil])
    let others = [file("tea-1.md", inPath: 1), file("tea-2.md", printed: 7, inPath: 2)]
    #expect(numbers(others) == [nil, 7])
  }

  @Test func `plain numbers of paths count if they run on in one bulletin`() {
    func files(_ numbers: [Int], name: String?) -> [File] {
      numbers.map { file("\($0).md", name: name, inPath: $0) }
    }
    #expect(numbers(files([1, 2, 3, 5], name: "山茶周刊")) == [1, 2, 3, 5])
    #expect(numbers(files([1, 2, 3, 5], name: nil)) == [nil, nil, nil, nil])
    #expect(numbers(files([1, 2], name: "山茶周刊")) == [nil, nil])
    #expect(numbers(files([2013, 2014, 2015], name: "山茶年报")) == [nil, nil, nil])
    #expect(numbers(files([101, 630, 1231], name: "山茶周刊")) == [nil, nil, nil])
  }

  @Test func `the order of the files decides nothing but spelling`() {
    let files = [
      file("1.md", name: "山茶周刊", inPath: 1), file("2.md", inPath: 2),
      file("3.md", name: "海棠月报", isDated: true), file("4.md", name: "山茶周刊", printed: 4, inPath: 4),
      file("5.md", title: "山茶周刊：采茶", inPath: 5),
    ]
    let decided = decisions(files)
    #expect(decisions(files.reversed()) == decided.reversed())
  }

  @Test func `folders of one issue each are one series`() {
    var folders = SeriesFolders([
      "/库/茶-0327/index.md", "/库/茶-0403/index.md", "/库/2023/04/01/weekly.md",
      "/库/issue5/README.md", "/库/水务/1.md", "/库/林业/1.md", "/单/x1/a.md",
    ])
    #expect(folders.folder(ofFile: "/库/茶-0327/index.md") == "/库")
    #expect(folders.folder(ofFile: "/库/2023/04/01/weekly.md") == "/库")
    #expect(folders.folder(ofFile: "/库/issue5/README.md") == "/库")
    #expect(folders.folder(ofFile: "/库/水务/1.md") == "/库/水务")
    #expect(folders.folder(ofFile: "/单/x1/a.md") == "/单/x1")
  }

  private func decisions(_ files: [File]) -> [SeriesDecision.Decision] {
    var decision = SeriesDecision(files, analyzer: TextAnalyzer())
    return decision.decide()
  }

  private func names(_ files: [File]) -> [String?] { decisions(files).map(\.bulletin) }
  private func numbers(_ files: [File]) -> [Int?] { decisions(files).map { $0.number?.number } }

  private func file(
    _ path: String, name: String? = nil, isDated: Bool = false, title: String? = nil,
    printed: Int? = nil, inPath: Int? = nil
  ) -> File {
    var evidence = IssueEvidence()
    if let name {
      evidence.names = [IssueEvidence.Name(place: .heading, text: name, isDated: isDated)]
    }
    evidence.titleParts = IssueEvidence.parts(of: title ?? "")
    let numbers: [(IssueClaim.Place, Int?)] = [(.heading, printed), (.fileName, inPath)]
    evidence.numbers = numbers.compactMap { place, number in
      number.map { IssueEvidence.Number(place: place, number: IssueNumber(number: $0)) }
    }
    return File(path: path, evidence: evidence)
  }
}
