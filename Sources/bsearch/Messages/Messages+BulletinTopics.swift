internal import AnswerRecords

/// The pages of `bsearch help TOPIC` on bulletins and on what is kept.
extension Messages {
  var bulletinTopic: HelpPage {
    HelpPage(
      name: "bulletin",
      abstract: say("一期简讯怎样读，怎样称呼", "how an issue is read, and how it is called"),
      blocks: [
        .text(
          say(
            "一个文件一期（合订本按各期标题分开）：报头（刊名、期号、日期、编发单位）、目录、【栏目】、各篇的标题、署名和正文、报尾。没有报头的文件整个是一篇。",
            "One file is one issue (a volume is divided at the headings of its issues): masthead (name, number, date, publisher), contents, 【sections】, articles with titles and bylines, imprint. A file without a masthead is one article."
          )),
        .lines([
          "# 岚江通信行业简讯", "第1期 总第97期", "2023年1月31日", "", "## 【行业综合】",
          "### 全省5G基站达到5.2万个", say("正文……", "text…"), "（韩知远）",
        ]),
        .text(
          say(
            "文件自己写的优先，其次是同一文件夹里的其他各期，最后是文件名。`bsearch parse 文件` 逐行说明。",
            "What a file says of itself counts first, then the other issues of its folder, last its name. `bsearch parse FILE` shows it line by line."
          )),
        .heading(say("称呼一期或一篇", "To name an issue or an article")),
        .entry("97", say("总第 97 期", "the issue with the running number 97")),
        .entry("97/4", say("其中第 4 篇", "its fourth article")),
        .entry(
          "2022-8/4",
          say("没有总期号时：2022 年第 8 期", "number 8 of 2022, where there is no running number")),
        .entry("增刊1", say("增刊", "a supplement")),
        .entry("2023-01-31", say("按日期", "by its date")),
        .entry(
          "NAME:8/4",
          say("几种简讯期号相同时，前面加刊名", "with the name of the bulletin, where several count alike")),
        .entry("PATH:LINE:COLUMN", say("检索结果里的位置也可以", "or the place that a search has printed")),
      ])
  }

  var citingTopic: HelpPage {
    HelpPage(
      name: "citing",
      abstract: say("引用文章", "how articles are cited"),
      blocks: [
        .text(
          say(
            "`bsearch show 97/4 --cite` 著录一篇，`bsearch --format cite 查询` 著录全部结果，按 GB/T 7714—2025（2026 年 7 月 1 日起实施）：",
            "`bsearch show 97/4 --cite` cites an article, `bsearch --format cite QUERY` all that are found, by GB/T 7714—2025 (in force since 1 July 2026):"
          )),
        .lines([
          "韩知远. 2023年1月末全省5G基站达到5.2万个[J]. 岚江通信行业简讯，2023（1）：2."
        ]),
        .text(
          say(
            "`--style gbt7714-2015` 按 2015 年版，标点用半角。全部结果的著录按日期排列，每篇一次。",
            "`--style gbt7714-2015` follows the edition of 2015, with half-width punctuation. References of all results are sorted by date, each once."
          )),
        .text(
          say(
            "括号里是年内的期号；只有总期号时用总期号。页码是印在页上的页码，没有印出时是文件的页。没有署名就从题名开始。",
            "The number in brackets is that within the year, or the running number where there is no other. Pages are those that are printed, or those of the file where none are. Without a byline the citation begins with the title."
          )),
      ])
  }

  var configurationTopic: HelpPage {
    HelpPage(
      name: "config",
      abstract: say("配置文件与环境变量", "the configuration file and variables"),
      blocks: [
        .text(
          say(
            "配置文件是 $BSEARCH_CONFIG，没有设就是 $XDG_CONFIG_HOME/bsearch/config，再没有就是 ~/.config/bsearch/config。一行一个选项，写法同命令行；# 开头的行不计。",
            "The configuration file is $BSEARCH_CONFIG, else $XDG_CONFIG_HOME/bsearch/config, else ~/.config/bsearch/config. It has an option a line, as on the command line; lines that begin with # are left out."
          )),
        .lines([
          "# \(say("所有命令", "for all commands"))", "--lang zh",
          "# \(say("有此选项的命令", "for the commands that have it"))",
          "--limit 20", "# \(say("只给 search", "for search only"))", "search --passages 2",
        ]),
        .text(
          say(
            "前面写了命令名的只给那个命令，没写的给每个有此选项的命令；命令行上写的优先。--no-config 不读配置文件。写错的行会指出文件和行号，状态 2。",
            "A line with the name of a command is for that command, any other for each command that has the option; what is on the command line counts more. --no-config reads no file. A line that is wrong is named with file and number, with status 2."
          )),
        .heading(say("环境变量", "Variables")),
        .entry("BSEARCH_INDEX", say("索引文件", "the index")),
        .entry("BSEARCH_DICTIONARY", say("词典文件", "the dictionary")),
        .entry("BSEARCH_CONFIG", say("配置文件", "the configuration file")),
        .entry("VISUAL, EDITOR", say("open 用的编辑器", "the editor that `open` starts")),
        .entry("NO_COLOR", say("不用颜色和链接", "no colours and no links")),
        .entry(
          "LC_ALL, LC_MESSAGES, LANG",
          say("信息的语言：以 zh 开头是中文", "the language of messages: Chinese if it begins with zh")),
        .entry("COLUMNS", say("终端的宽度", "the width of the terminal")),
      ])
  }

  /// There is neither a command nor a topic of that name.
  func noSuchTopic(_ name: String) -> String {
    let topics = HelpTopic.allCases.map { say($0.chineseName, $0.rawValue) }
      .joined(separator: say("、", ", "))
    return say(
      "没有名为 \(name) 的命令或主题；主题有 \(topics)",
      "there is no command or topic \(name); topics are \(topics)")
  }

  /// `man --to` writes all pages.
  var manualOfAll: String {
    say("--to 写出全部手册页，不能再指定一页", "--to writes all pages, so none can be named")
  }

  /// A line of the configuration file that is no option.
  func wrongConfiguration(_ error: ConfigurationFile.LineError) -> String {
    let place = "\(error.path):\(error.line)"
    switch error.problem {
    case .noOption(let text):
      let text = shortened(text)
      return say(
        "\(place)：\(text) 不是选项；一行写一个选项，如 --limit 20",
        "\(place): \(text) is no option; write an option a line, as --limit 20")
    case .unknownOption(let name, nil):
      let name = shortened(name)
      return say(
        "\(place)：没有命令有选项 \(name)", "\(place): no command has an option \(name)")
    case .unknownOption(let name, let command?):
      let (name, command) = (shortened(name), shortened(command))
      return say(
        "\(place)：\(command) 没有选项 \(name)", "\(place): \(command) has no option \(name)")
    case .missingValue(let name):
      let name = shortened(name)
      return say("\(place)：\(name) 后面缺少值", "\(place): \(name) needs a value")
    case .unexpectedValue(let name):
      let name = shortened(name)
      return say("\(place)：\(name) 不带值", "\(place): \(name) takes no value")
    }
  }

  /// The configuration file that was named cannot be read.
  func unreadableConfiguration(_ path: String, _ code: Int32) -> String {
    say(
      "无法读取配置文件 \(path)：\(system(code))；--no-config 可以不读",
      "cannot read the configuration file \(path): \(system(code)); --no-config reads none")
  }
}
