internal import AnswerRecords

/// A page for `man`, made of what `--help` and `help TOPIC` show.
///
/// It is in the language of `man` macros (groff_man(7)), with characters in UTF-8.
struct ManualPage {
  /// The name of the file, as `bsearch-index.1`.
  var fileName: String { "\(name).\(section)" }

  private let name: String
  private let section: Int
  private var text = ""

  private init(name: String, section: Int, abstract: String) {
    self.name = name
    self.section = section
    text =
      ".TH \(Self.quoted(name.uppercased())) \(section) \"\" "
      + "\(Self.quoted("bsearch \(Version.current)")) bsearch\n"
    // Chinese lines are not stretched.
    text += ".ad l\n"
    heading(Messages.current.say("名称", "NAME"))
    text += "\(Self.escaped(name)) \\- \(Self.filled(abstract))\n"
  }

  /// The page of the whole program.
  ///
  /// - Parameter root: All commands.
  init(program root: CommandTree) {
    let messages = Messages.current
    self.init(name: "bsearch", section: 1, abstract: root.abstract ?? "")
    heading(messages.say("用法", "SYNOPSIS"))
    text +=
      ".B bsearch\n[\\fI\(messages.say("命令", "command"))\\fR] "
      + "[\\fI\(messages.say("选项", "options"))\\fR] \\fI\(messages.say("查询", "query"))\\fR ...\n"
    heading(messages.say("说明", "DESCRIPTION"))
    discussion(root.discussion)
    heading(messages.say("命令", "COMMANDS"))
    for command in root.commands {
      let names = [command.commandName] + (command.aliases ?? [])
      entry(names.joined(separator: ", "), command.abstract ?? "")
    }
    seeAlso(root.commands.map { "bsearch\\-\($0.commandName)(1)" } + Self.topicNames)
  }

  /// The page of a command.
  init(command: CommandTree, of path: [String] = ["bsearch"]) {
    let messages = Messages.current
    let path = path + [command.commandName]
    self.init(
      name: path.joined(separator: "-"), section: 1, abstract: command.abstract ?? "")
    heading(messages.say("用法", "SYNOPSIS"))
    text += ".B \(Self.escaped(path.joined(separator: " ")))\n"
    text += command.shownArguments.map(Self.synopsis).joined(separator: "\n") + "\n"
    if let aliases = command.aliases, !aliases.isEmpty {
      heading(messages.say("别名", "OTHER NAMES"))
      text += Self.filled(aliases.joined(separator: ", ")) + "\n"
    }
    if let text = command.discussion, !text.isEmpty {
      heading(messages.say("说明", "DESCRIPTION"))
      discussion(text)
    }
    if !command.commands.isEmpty {
      heading(messages.say("命令", "COMMANDS"))
      for inner in command.commands {
        let names = [inner.commandName] + (inner.aliases ?? [])
        entry(names.joined(separator: ", "), inner.abstract ?? "")
        for argument in inner.shownArguments where !Self.isCommon(argument) {
          text += ".RS\n"
          entry(Self.label(argument), Self.explanation(argument))
          text += ".RE\n"
        }
      }
    }
    let operands = command.shownArguments.filter { $0.kind == .positional }
    if !operands.isEmpty { heading(messages.say("参数", "ARGUMENTS")) }
    for operand in operands { entry(Self.label(operand), Self.explanation(operand)) }
    heading(messages.say("选项", "OPTIONS"))
    for option in command.shownArguments where option.kind != .positional {
      entry(Self.label(option), Self.explanation(option))
    }
    seeAlso(["bsearch(1)"] + Self.topicNames)
  }

  /// The page of a topic.
  init(topic page: HelpPage) {
    self.init(name: "bsearch-\(page.name)", section: 7, abstract: page.abstract)
    heading(Messages.current.say("说明", "DESCRIPTION"))
    for block in page.blocks {
      switch block {
      case .heading(let title): text += ".SS \(Self.quoted(title))\n"
      case .text(let paragraph): text += ".PP\n" + Self.filled(paragraph) + "\n"
      case .entry(let term, let explanation): entry(term, explanation)
      case .lines(let lines):
        text += ".PP\n.nf\n.RS\n" + lines.map { Self.line($0) + "\n" }.joined() + ".RE\n.fi\n"
      }
    }
    seeAlso(["bsearch(1)"])
  }

  /// All pages: of the program, of each command and of each topic.
  static func all(of root: CommandTree) -> [ManualPage] {
    [ManualPage(program: root)] + root.commands.map { ManualPage(command: $0) }
      + HelpTopic.allCases.map { ManualPage(topic: Messages.current.page($0)) }
  }

  /// The page as `man` reads it.
  var source: String { text }

  private static let topicNames = HelpTopic.allCases.map { "bsearch\\-\($0.rawValue)(7)" }

  private mutating func heading(_ title: String) { text += ".SH \(Self.quoted(title))\n" }

  private mutating func entry(_ term: String, _ explanation: String) {
    text += ".TP\n\\fB\(Self.escaped(term))\\fR\n\(Self.filled(explanation))\n"
  }

  private mutating func seeAlso(_ pages: [String]) {
    heading(Messages.current.say("另见", "SEE ALSO"))
    text += pages.joined(separator: ",\n") + "\n"
  }

  /// A text whose lines that are indented stay as they are.
  private mutating func discussion(_ discussion: String?) {
    for line in (discussion ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        text += ".PP\n"
      } else if line.hasPrefix("  ") {
        text += ".br\n\\&\(Self.line(String(line)))\n"
      } else {
        text += Self.filled(String(line)) + "\n"
      }
    }
  }

  /// An option that every command has.
  private static func isCommon(_ argument: CommandTree.Argument) -> Bool {
    !argument.typedNames.isEmpty
      && !Set(argument.typedNames).isDisjoint(with: ["--help", "--version", "--lang"])
  }

  private static func synopsis(_ argument: CommandTree.Argument) -> String {
    let value = "\\fI\(escaped(argument.valueName ?? ""))\\fR"
    var text: String
    switch argument.kind {
    case .positional: text = value
    case .flag: text = "\\fB\(escaped(argument.typedNames.last ?? ""))\\fR"
    case .option: text = "\\fB\(escaped(argument.typedNames.last ?? ""))\\fR\\~\(value)"
    }
    if argument.isRepeating { text += "\\~..." }
    return argument.isOptional ? "[\(text)]" : text
  }

  /// What stands before an explanation: `-n, --limit <n>`.
  private static func label(_ argument: CommandTree.Argument) -> String {
    let names = argument.typedNames.joined(separator: ", ")
    switch argument.kind {
    case .positional: return "<\(argument.valueName ?? "")>"
    case .flag: return names
    case .option: return "\(names) <\(argument.valueName ?? "")>"
    }
  }

  private static func explanation(_ argument: CommandTree.Argument) -> String {
    let messages = Messages.current
    var text = argument.abstract ?? ""
    if argument.typedNames.contains("--help") {
      text = messages.say("显示用法", "Show help information.")
    } else if argument.typedNames.contains("--version") {
      text = messages.say("显示版本", "Show the version.")
    }
    var remarks: [String] = []
    if let values = argument.allValues, !values.isEmpty {
      remarks.append(
        messages.say("可用：", "values: ") + values.joined(separator: messages.say("、", ", ")))
    }
    if let value = argument.defaultValue {
      remarks.append(messages.say("缺省：", "default: ") + value)
    }
    guard !remarks.isEmpty else { return text }
    let remark = remarks.joined(separator: messages.say("；", "; "))
    return text + messages.say("（\(remark)）", " (\(remark))")
  }

  /// An argument of a macro.
  private static func quoted(_ text: String) -> String {
    "\"" + escaped(text).replacing("\"", with: "\\(dq") + "\""
  }

  /// A text in which nothing is an order to the formatter.
  private static func escaped(_ text: String) -> String {
    text.singleLine.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("'", with: "\\(aq").replacing("`", with: "\\(ga").replacing("^", with: "\\(ha")
      .replacing("~", with: "\\(ti")
  }

  /// A line as it stands.
  private static func line(_ text: String) -> String {
    let escaped = escaped(text)
    return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
  }

  /// A text that is broken into lines.
  ///
  /// The formatter breaks at blanks only, so the places where Chinese may be broken are marked.
  private static func filled(_ text: String) -> String {
    var result = ""
    var previous: Character?
    for character in line(text) {
      if let previous, !previous.isASCII || !character.isASCII,
        LineBreaker.mayBreak(between: previous, and: character), previous != " ", character != " "
      {
        result += "\\:"
      }
      result.append(character)
      previous = character
    }
    return result
  }
}
