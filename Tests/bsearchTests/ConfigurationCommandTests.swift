import AnswerRecords
import TestSupport
import Testing

/// The file of settings as the command finds and follows it.
struct ConfigurationCommandTests {
  private static func indexed() throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    for number in 1...4 {
      try folder.write("# 山茶周刊（第 \(number) 期）\n\n## 新闻\n\n茶园浇水。\n", to: "issues/\(number).md")
    }
    #expect(try Command(folder: folder.path).run("index", "issues").status == 0)
    return folder
  }

  @Test func `it is where the variable or the folders of settings say`() throws {
    let folder = try Self.indexed()
    try folder.write("--limit 1\n", to: "home/.config/bsearch/config")
    try folder.write("--limit 2\n", to: "xdg/bsearch/config")
    try folder.write("--limit 3\n", to: "own")
    var command = Command(folder: folder.path)
    func count() throws -> Int {
      try command.run("--format", "grep", "浇水").output.split(separator: "\n").count
    }
    #expect(try count() == 4)
    command.environment["HOME"] = folder.path + "/home"
    #expect(try count() == 1)
    command.environment["XDG_CONFIG_HOME"] = folder.path + "/xdg"
    #expect(try count() == 2)
    command.environment["BSEARCH_CONFIG"] = "own"
    #expect(try count() == 3)
    #expect(try command.run("浇水").output.split(separator: "\n").count == 3)
    #expect(try command.run("--no-config", "浇水").output.split(separator: "\n").count == 4)
    #expect(try command.run("-n", "4", "浇水").output.split(separator: "\n").count == 4)
    #expect(try command.run("搜", "浇水").output.split(separator: "\n").count == 3)
    // The file is no matter of what has no such option.
    #expect(try command.run("count", "浇水").status == 0)
    #expect(try command.run("--version").status == 0)
    #expect(try command.run("dict", "add", "茶园").status == 0)
  }

  @Test func `messages are in its language`() throws {
    let folder = try Self.indexed()
    try folder.write("--lang zh\n", to: "own")
    var command = Command(folder: folder.path)
    command.environment["BSEARCH_CONFIG"] = "own"
    #expect(try command.run("show", "99").messages.contains("没有"))
    #expect(try !command.run("show", "99", "--lang", "en").messages.contains("没有"))
    #expect(try command.run("count", "--help").output.contains("用法"))
  }

  @Test func `what is wrong with it is told with its line, and nothing is done`() throws {
    let folder = try Self.indexed()
    try folder.write("# x\n--limt 3\n", to: "own")
    var command = Command(folder: folder.path)
    command.environment["BSEARCH_CONFIG"] = "own"
    let wrong = try command.run("浇水")
    #expect(wrong.status == 2)
    #expect(wrong.output == "")
    #expect(wrong.messages == "bsearch: own:2: no command has an option --limt\n")
    // What is no text is not said back at any length.
    try folder.write(Array(repeating: 0, count: 300_000), to: "own")
    let binary = try command.run("浇水")
    #expect(binary.status == 2)
    #expect(binary.messages.hasPrefix("bsearch: own:1: ") && binary.messages.utf8.count < 500)
    command.environment["BSEARCH_CONFIG"] = "missing"
    let missing = try command.run("浇水")
    #expect(missing.status == 2)
    #expect(missing.messages.contains("missing"))
    #expect(missing.messages.contains("--no-config"))
    #expect(try command.run("浇水", "--no-config").status == 0)
    command.environment["BSEARCH_CONFIG"] = "issues"
    #expect(try command.run("浇水").status == 2)
  }
}
