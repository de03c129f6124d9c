import AnswerRecords
import BulletinSearch
import TestSupport
import Testing

@testable import bsearch

/// `help TOPIC`, `man` and `completions`.
struct HelpTopicTests {
  @Test(arguments: HelpTopic.allCases)
  func `a topic is found by both names, in both languages`(topic: HelpTopic) throws {
    let command = Command(folder: "/")
    let english = try command.run("help", topic.rawValue)
    #expect(english.status == 0)
    #expect(english.messages == "")
    let chinese = try command.run("help", topic.chineseName, "--lang", "zh")
    #expect(chinese.status == 0)
    #expect(chinese.output != english.output)
    #expect(try command.run("--help").output.contains(topic.rawValue))
  }

  @Test(arguments: HelpTopic.allCases, [40, 80, 200])
  func `no line of a topic is wider than the terminal`(topic: HelpTopic, width: Int) {
    for language in Language.allCases {
      let page = Messages(language: language).page(topic)
      let longest =
        page.blocks.flatMap { block -> [String] in
          if case .lines(let lines) = block { lines } else { [] }
        }.map { displayWidth(of: $0) + 2 }.max() ?? 0
      for line in page.text(width: width, painter: Painter(usesColor: false))
        .split(separator: "\n")
      {
        #expect(displayWidth(of: String(line)) <= max(width, longest), "\(line)")
      }
    }
  }

  @Test func `what is neither a topic nor a command is told, with what there is`() throws {
    let help = try Command(folder: "/").run("help", "sintax")
    #expect(help.status == 2)
    #expect(help.output == "")
    #expect(help.messages.contains("sintax"))
    #expect(help.messages.contains("syntax"))
    #expect(try Command(folder: "/").run("help", "count").output.contains("USAGE: bsearch count"))
    #expect(try Command(folder: "/").run("man", "sintax").status == 2)
  }

  @Test func `the manual has all that the help has`() throws {
    let folder = try TemporaryDirectory()
    let command = Command(folder: folder.path)
    for language in ["en", "zh"] {
      #expect(try command.run("man", "--to", ".", "--lang", language).status == 0)
      let names = try folder.names
      for topic in HelpTopic.allCases { #expect(names.contains("bsearch-\(topic.rawValue).7")) }
      let commands = BSearch.commandNames.subtracting(["help"])
      for name in commands {
        let page = String(decoding: try readFile(folder.path + "/bsearch-\(name).1"), as: UTF8.self)
        #expect(page.hasPrefix(".TH \"BSEARCH\\-\(name.uppercased())\" 1 "))
        let help = try command.run(name, "--help").output
        for word in help.split(whereSeparator: { " \n[],<>()（），；;".contains($0) })
        where word.hasPrefix("--") && word.count > 3 {
          #expect(page.contains(word.replacing("-", with: "\\-")), "\(name) \(word)")
        }
        for line in page.split(separator: "\n") where line.hasPrefix(".") {
          let macro = line.prefix { $0 != " " }
          #expect(
            [".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".br", ".RS", ".RE", ".nf", ".fi", ".ad"]
              .contains(macro), "\(line)")
        }
      }
    }
  }

  @Test func `no text of a page is an order to the formatter`() {
    let page = HelpPage(
      name: "x", abstract: ".so /etc/passwd",
      blocks: [
        .text(".ex 'a' \\n(xx"), .entry(".b", "'c"), .lines([".d", "\\e -e"]), .heading("f\"g"),
      ])
    let source = ManualPage(topic: page).source
    for text in [
      "bsearch\\-x \\- \\&.so /etc/passwd\n", "\\&.ex \\(aqa\\(aq \\en(xx\n",
      "\\fB.b\\fR\n\\(aqc\n",
      "\n\\&.d\n\\ee \\-e\n", ".SS \"f\\(dqg\"\n",
    ] {
      #expect(source.contains(text), "\(text)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `each shell gets a script with all commands`(shell: String) throws {
    let script = try Command(folder: "/").run("completions", shell)
    #expect(script.status == 0)
    for name in BSearch.commandNames { #expect(script.output.contains(name), "\(name)") }
    #expect(try Command(folder: "/").run("completions", "csh").status == 2)
  }

  @Test func `a shell completes issues, articles and fields`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("# 山茶周刊（第 5 期）\n\n## 新闻\n\n### 开门\n\n茶园开门。\n", to: "issues/5.md")
    try folder.write("# 山茶周刊（第 51 期）\n\n## 新闻\n\n### 浇水\n\n茶园浇水。\n", to: "issues/51.md")
    let command = Command(folder: folder.path)
    #expect(try command.run("index", "issues").status == 0)
    func completed(_ words: String...) throws -> Set<Substring> {
      let list = words.map { "'\($0)'" }.joined(separator: " ")
      let script = """
        bash -c 'eval "$("$BSEARCH" completions bash)"; bsearch() { "$BSEARCH" "$@"; }
        export -f bsearch; COMP_WORDS=(bsearch "$@"); COMP_CWORD=$#; COMP_LINE="${COMP_WORDS[*]}"
        COMP_POINT=${#COMP_LINE}; COMP_TYPE=9; _bsearch bsearch "${@: -1}" "${COMP_WORDS[$# - 1]}"
        printf "%s\\n" "${COMPREPLY[@]}"' bash \(list)
        """
      return Set(try command.shell(script).output.split(separator: "\n"))
    }
    #expect(try completed("sho").contains("show"))
    #expect(try completed("show", "5").isSuperset(of: ["5", "51"]))
    #expect(try completed("show", "51/").contains("51/1"))
    #expect(try completed("search", "标").contains("标题："))
    #expect(try completed("search", "茶园浇").contains { $0.hasPrefix("茶园浇水") })
    #expect(try completed("search", "茶", "--section", "新").contains("新闻"))
    #expect(try completed("search", "茶", "--bulletin", "山").contains("山茶周刊"))
    #expect(try completed("search", "茶", "--issue", "5").contains("51"))
    #expect(try completed("search", "茶", "--in", "t").contains("title"))
    #expect(try completed("completions", "f").contains("fish"))
    // Without an index nothing is proposed, and nothing is said.
    let none = Command(folder: "/")
    #expect(try none.shell("$BSEARCH ---completion show -- id 0 0").messages == "")
  }
}
