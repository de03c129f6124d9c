import AnswerRecords
import TestSupport
import Testing

/// The list of issues, and what is typed for one of them.
struct IssuesCommandTests {
  @Test func `issues are listed by number, gaps and duplicates are told`() throws {
    let folder = try Self.indexed(["1.md": 1, "10.md": 10, "12.md": 12, "2.md": 2, "2b.md": 2])
    let command = Command(folder: folder.path)
    let list = try command.run("issues")
    #expect(
      list.output.split(separator: "\n").map { $0.split(separator: "\t").first }
        == ["1", "2.md", "2b", "10", "12"])
    #expect(list.messages.contains("bsearch: 山茶周刊: missing 3–9, 11\n"))
    #expect(list.messages.contains("bsearch: 山茶周刊: 2 twice: issues/2.md, issues/2b.md\n"))
    let chinese = try command.run("issues", "--lang", "zh").messages
    #expect(chinese.contains("山茶周刊：缺第 3–9、11 期"))
    let bulletin = try JSONValue(command.run("issues", "--json").output)["bulletins"]?[0]
    #expect(bulletin?["missing"]?[0]?["first"] == .number(3))
    #expect(bulletin?["missing"]?[0]?["last"] == .number(9))
    #expect(bulletin?["duplicates"]?[0]?["label"] == .string("2"))
  }

  @Test func `every identifier of the list can be pasted`() throws {
    let folder = try Self.indexed(["1.md": 1, "2.md": 2, "2b.md": 2, "期 三.md": 3])
    let command = Command(folder: folder.path)
    for line in try command.run("issues").output.split(separator: "\n") {
      let id = line.prefix { $0 != "\t" }
      let path = line.split(separator: "\t").last ?? ""
      for text in ["\(id)", "\(path)", "\(id)/1", "\(path)/1"] {
        #expect(try command.run("show", text).status == 0, "\(text)")
      }
    }
    for place in try command.run("-l", "浇水").output.split(separator: "\n") {
      #expect(try command.run("show", String(place)).status == 0, "\(place)")
    }
    for line in try command.run("浇水").output.split(separator: "\n") {
      let place = line.split(separator: ":").prefix(3).joined(separator: ":")
      #expect(try command.run("show", place).status == 0, "\(place)")
    }
  }

  @Test func `a number that two bulletins have is asked about`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("# 山茶周刊（第 5 期）\n\n## 新闻\n\n茶园开门。\n", to: "issues/a.md")
    try folder.write("# 海棠月报 第5期\n\n## 新闻\n\n花园开门。\n", to: "issues/b.md")
    let command = Command(folder: folder.path)
    _ = try command.run("index", "issues")
    let asked = try command.run("show", "5")
    #expect(asked.status == 2)
    #expect(asked.output == "")
    #expect(
      asked.messages == "bsearch: 5 may be 2 issues; give one of them: "
        + "山茶周刊:5 (issues/a.md), 海棠月报:5 (issues/b.md)\n")
    #expect(try command.run("show", "海棠月报:5").output.contains("花园开门"))
    #expect(try command.run("similar", "5/1").status == 2)
  }

  @Test func `a bulletin is a field of queries`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("# 山茶周刊（第 5 期）\n\n## 新闻\n\n茶园开门。\n", to: "issues/a.md")
    try folder.write("# 海棠月报 第5期\n\n## 新闻\n\n花园开门。\n", to: "issues/b.md")
    let command = Command(folder: folder.path)
    _ = try command.run("index", "issues")
    #expect(try command.run("-c", "开门").output == "2\n")
    #expect(try command.run("-l", "开门 刊：海棠").output == "issues/b.md:海棠月报:5/1\n")
  }

  /// A folder with an index of issues of a bulletin with these numbers.
  private static func indexed(_ numbers: [String: Int]) throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    for (name, number) in numbers {
      try folder.write(
        "# 山茶周刊（第 \(number) 期）\n\n## 新闻\n\n第\(number)次浇水。\n", to: "issues/\(name)")
    }
    _ = try Command(folder: folder.path).run("index", "issues")
    return folder
  }
}
