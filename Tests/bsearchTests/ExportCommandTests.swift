import BulletinSearch
import TestSupport
import Testing

/// `bsearch export`.
struct ExportCommandTests {
  @Test func `what is exported can be indexed, and is found there under its number`() throws {
    let folder = try CommandExample.folder()
    let command = Command(folder: folder.path)
    let lines = try command.run("export")
    #expect(lines.status == 0 && lines.messages == "")
    #expect(lines.output.split(separator: "\n").count == 12)
    try folder.write(lines.output, to: "archive/a.jsonl")
    #expect(try command.run("index", "--format", "jsonl", "archive", "--index", "copy").status == 0)
    let query = ["插秧机", "--format", "cite"]
    #expect(try command.run(query + ["--index", "copy"]).output == command.run(query).output)
    #expect(try command.run("toc", "2", "--index", "copy").output == command.run("toc", "2").output)
    // Again with standard input.
    #expect(
      try command.shell("\"$BSEARCH\" export | \"$BSEARCH\" index --format jsonl - --index more")
        .status == 0)
    #expect(try command.run(query + ["--index", "more"]).output == command.run(query).output)
  }

  @Test func `a query and a filter choose`() throws {
    let folder = try CommandExample.folder()
    let command = Command(folder: folder.path)
    #expect(try command.run("export", "插秧机").output.split(separator: "\n").count == 2)
    #expect(try command.run("export", "--issue", "2").output.split(separator: "\n").count == 2)
    #expect(
      try command.run("export", "浇水", "-花园", "--issue", "2", "--format", "csv").output.split(
        separator: "\n"
      ).count == 2)
    let nothing = try command.run("export", "插秧机", "--issue", "5")
    #expect(nothing.status == 1 && nothing.output == "" && nothing.messages.contains("--issue"))
  }

  @Test func `bulk lines come in pairs, and their template is JSON`() throws {
    let folder = try CommandExample.folder()
    let command = Command(folder: folder.path)
    let lines = try command.run("export", "--format", "opensearch", "--name", "tea").output
      .split(separator: "\n").map { try JSONValue($0) }
    #expect(lines.count == 24)
    #expect(lines[0]["index"]?["_id"] == "1/1" && lines[0]["index"]?["_index"] == "tea")
    #expect(lines[1]["bulletin"] == "山茶周刊" && lines[1]["number"] == 1)
    #expect(lines[1]["authors"]?[0] == "林舟")
    let template = try JSONValue(command.run("export", "--format", "template").output)
    let properties = try #require(template["template"]?["mappings"]?["properties"])
    #expect(properties["body"]?["analyzer"] == "cjk")
    guard case .object(let members) = lines[1] else { return }
    for name in members.keys { #expect(properties[name] != nil, "\(name)") }
  }

  @Test func `a table keeps paragraphs, and Markdown is read as the issue that it is`() throws {
    let folder = try CommandExample.folder()
    let command = Command(folder: folder.path)
    let table = try command.run("export", "--issue", "1", "--format", "csv").output
    #expect(table.hasPrefix("id,bulletin,issue,year,number,total,date,section,title,authors,"))
    let text = try command.run("export", "--issue", "1", "--format", "md").output
    try folder.write(text, to: "copy/1.md")
    _ = try command.run("index", "copy", "--index", "copy.index")
    #expect(
      try command.run("toc", "1", "--index", "copy.index").output == command.run("toc", "1").output)
  }

  @Test func `a Common Index File begins with its header`() throws {
    let folder = try CommandExample.folder()
    let command = Command(folder: folder.path)
    #expect(try command.shell("\"$BSEARCH\" export --format ciff > x.ciff").status == 0)
    let bytes = try readFile(folder.path + "/x.ciff")
    #expect(bytes.dropFirst().starts(with: [0x08, 1, 0x10]))
  }
}
