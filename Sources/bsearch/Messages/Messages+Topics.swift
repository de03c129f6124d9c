internal import AnswerRecords

/// The pages of `bsearch help TOPIC`.
extension Messages {
  func page(_ topic: HelpTopic) -> HelpPage {
    switch topic {
    case .syntax: syntaxTopic
    case .format: formatTopic
    case .exit: exitTopic
    case .encoding: encodingTopic
    case .bulletin: bulletinTopic
    case .citing: citingTopic
    case .configuration: configurationTopic
    }
  }

  var syntaxTopic: HelpPage {
    HelpPage(
      name: "syntax",
      abstract: say("检索式怎么写", "how to write a query"),
      blocks: [
        .text(
          say(
            "词语之间空格，表示都要有；都有的文章很少时，也列出只有其中几个的，并逐条标明。半角与全角符号相同，粘贴什么都不算错误。",
            "Words with spaces between them must all be there; while few articles have them all, some that have only a part are listed too, each marked as such. ASCII and full-width signs are one, and nothing pasted is an error."
          )),
        .heading(say("词语与组合", "Words and how they go together")),
        .entry("5G基站 岚江", say("两个都有", "both")),
        .entry(#""数字底座"  “…”  「…」"#, say("原文照此连写", "the text as it stands")),
        .entry("水库 OR 大坝  ｜  或", say("有一个即可", "one of them")),
        .entry("-大坝  NOT 大坝  非 大坝", say("不含", "not with it")),
        .entry("( )  （ ）", say("括起一组", "a group")),
        .entry("risc*  98.1*", say("以此开头的词或数", "words and numbers that begin so")),
        .entry(#""水库 大坝"~5"#, say("相距不超过五字", "within five characters of each other")),
        .entry("水库^2", say("加倍计分", "counts double")),
        .heading(say("字段", "Fields")),
        .entry("标题：基站  title:", say("在标题中", "in the title")),
        .entry("正文：  body:", say("在正文中", "in the body")),
        .entry("作者：  author:", say("作者", "the author")),
        .entry("栏目：  section:", say("栏目", "the section")),
        .entry("单位：  unit:", say("供稿单位", "the unit that wrote it")),
        .entry("刊头：  furniture:", say("报头、目录、页眉、报尾", "masthead, contents, page heads, imprint")),
        .entry("刊：  bulletin:", say("刊名", "the name of the bulletin")),
        .entry("期：8  issue:", say("期号，也可写 第八期、增刊1", "the number within the year, or 增刊1")),
        .entry("总期：80..92  total:", say("总期号", "the running number")),
        .entry(
          "日期：2022-08..2022-12  date:",
          say("各期的日期，也可写 去年、二〇二二年八月", "the date of the issue; also 去年, 二〇二二年八月")),
        .heading(say("怎样算相同", "What counts as the same")),
        .text(
          say(
            "不分全角半角、大小写、简体繁体和异体字，汉字之间的空白和标点不计；-F 逐字比较。找不到时提议相近的写法，不会混入结果；--fuzzy 和 --pinyin 才去找它们。",
            "Width, case, traditional and variant forms are folded, white space and punctuation between Han characters are skipped; -F compares characters as they are written. When nothing is found, near texts are proposed and never mixed in; --fuzzy and --pinyin search for them."
          )),
        .text(
          say(
            "冒号前不是字段名时，整体按文字检索。以 - 开头的词放在 -- 之后。",
            "An unknown name before a colon is text. A word that begins with - goes behind --.")),
      ])
  }

  var formatTopic: HelpPage {
    HelpPage(
      name: "format",
      abstract: say("结果的各种格式", "forms of results"),
      blocks: [
        .text(
          say(
            "终端上的缺省格式是 human，管道中是 grep。--format 另选。",
            "On a terminal the form is human, in a pipe it is grep; --format chooses another one.")),
        .entry(
          "human",
          say("按期分组，段落中标出所找的字", "issue by issue, with what was found marked in its passage")),
        .entry(
          "grep",
          say(
            "文件:行:列:文字；列是该行 UTF-8 的字节数，从 1 起。文档是 文件:p页:段:文字，没有页的是 文件:p:段:文字",
            "file:line:column:text; columns count bytes of the line in UTF-8, from 1. For documents file:pPAGE:PARAGRAPH:text, or file:p:PARAGRAPH:text where there are no pages"
          )),
        .entry("json", say("一个对象，version 是格式的版本", "one object; version is that of the form")),
        .entry(
          "jsonl",
          say(
            "begin、hit…、summary 各一行；--json 同此",
            "lines: begin, a hit each, summary; the same as --json")),
        .entry("md", say("Markdown", "Markdown")),
        .entry("csv", say("表格，一篇一行", "a table for spreadsheets, a row for each article")),
        .entry("quote", say("原句及其出处", "the sentence with its reference")),
        .entry(
          "cite", say("参考文献著录，见 bsearch help citing", "references; see `bsearch help citing`")),
        .entry(
          "bibtex  ris  csl-json", say("供文献管理软件用的著录", "references for programs that keep them")),
        .entry(
          "export",
          say(
            "bsearch export 写出各篇全文：jsonl 一行一篇，id、title、section、byline、authors、unit、page、date、body 和 issue（bulletin、year、number、total、date……），可由 index --format jsonl 收回；只有 id 和 body 也可。另有 csv、md、opensearch、template、ciff",
            "`bsearch export` writes whole articles: jsonl has one a line, with id, title, section, byline, authors, unit, page, date, body and issue (bulletin, year, number, total, date and more), and `index --format jsonl` takes it back; id and body are enough. Others are csv, md, opensearch, template and ciff"
          )),
        .entry("-l", say("文件:编号，加 -0 以 NUL 结尾", "file:identifier; with -0 each ends with NUL")),
        .entry("-o", say("只列找到的字，一处一行", "only what was found, a place a line")),
        .entry("-c  -q", say("只报篇数；只给退出状态", "only the number; only the status")),
        .text(
          say(
            "JSON 没有结果时也完整有效。键改名或取消时 version 加一，增加键时不变。",
            "JSON is valid when there are no results, too. The version grows when a key changes or goes, not when one is added."
          )),
        .text(
          say(
            "颜色只在终端上出现；设了 NO_COLOR 就没有，--color always|never 强制开关。消息和进度只写到标准错误。",
            "Colours are for terminals only, and none if NO_COLOR is set; --color always|never decides. Messages and progress go to standard error."
          )),
      ])
  }

  var exitTopic: HelpPage {
    HelpPage(
      name: "exit",
      abstract: say("退出状态", "exit status"),
      blocks: [
        .entry("0", say("找到了，或已完成", "found, or done")),
        .entry(
          "1",
          say(
            "没有找到；check 发现索引有问题", "nothing found, or `check` found faults in the index")),
        .entry(
          "2",
          say(
            "用法不对，没有索引或索引损坏，有文件读不了，系统拒绝了什么",
            "wrong usage, no index or a damaged one, files that could not be read, or something that the system refused"
          )),
        .entry("130", say("按 Ctrl-C 中断", "interrupted by Ctrl-C")),
        .text(
          say(
            "管道的另一端关闭时安静地结束，状态 0。",
            "When the other end of a pipe is closed, the command ends quietly, with status 0.")),
      ])
  }

  var encodingTopic: HelpPage {
    HelpPage(
      name: "encoding",
      abstract: say("文件的编码", "encodings of files"),
      blocks: [
        .text(
          say(
            "编码从内容判断：UTF-8、GB18030（GBK、GB2312）、Big5、UTF-16、UTF-32、HZ、UTF-7。同一文件夹可以混用。`bsearch status` 列出各用了多少，`bsearch parse 文件` 说明某一文件怎样读。",
            "The encoding is told from the content: UTF-8, GB18030 (GBK, GB2312), Big5, UTF-16, UTF-32, HZ and UTF-7; a folder may mix them. `bsearch status` counts them, `bsearch parse FILE` says how a file is read."
          )),
        .text(
          say(
            "判断有误时用 `bsearch index --encoding gb18030 文件`。解不出的字节按位置计数并报告，其余照常收录。",
            "Where that is wrong, `bsearch index --encoding gb18030 FILE` decides. Bytes that are no characters are counted and reported; the rest is indexed as usual."
          )),
        .text(
          say(
            "PDF、DOCX、OFD、DOC、RTF、ODT、EPUB、EML、MHT 由 bsearch-extract 读取；`bsearch doctor` 检查所需的程序。",
            "PDF, DOCX, OFD, DOC, RTF, ODT, EPUB, EML and MHT are read by bsearch-extract; `bsearch doctor` tries what it needs."
          )),
        .text(
          say(
            "显示的总是原文；列号是该行转成 UTF-8 后的字节数。",
            "What is shown is always the original text; columns count bytes of the line in UTF-8.")),
      ])
  }
}
