"""Contents of files, of every kind that costs something to read: each a function of the number of its parts.

A part has a number, so that no two are alike where that matters; the pieces are made one after the other, so that a
file of any size takes no memory here.
"""

MASTHEAD = "# 岚江简讯\n\n第8期 总第92期\n\n2024年8月30日\n\n"
BULLETIN, PLAIN, PAGE, LINES = "md", "txt", "html", "jsonl"
PARAGRAPH = "今日青禾水务完成换表三百二十户，听漏杆和相关仪一起上阵，夜间最小流量按月公布。"


def han(number):
    """Two ideographs, other ones for each number below a million."""
    return chr(0x4E00 + number % 20_000) + chr(0x4E00 + number // 7 % 20_000)


class Content:
    """A kind of content: what stands before, the parts, and what stands behind."""

    def __init__(self, name, part, suffix=BULLETIN, head="", tail="", encoding="utf-8"):
        self.name, self.part, self.suffix = name, part, suffix
        self.head, self.tail, self.encoding = head, tail, encoding

    def write(self, path, count):
        """Writes a file with so many parts."""
        with open(path, "wb") as file:
            for piece in self.pieces(count):
                file.write(piece)

    def count_for(self, byte_count, character_count=None):
        """How many parts make about so many bytes, and so many characters, and no more."""
        start = 1_000_000
        sample = b"".join(self._sampled(start + number) for number in range(500))
        count = (byte_count - 1_000) * 500 / max(len(sample), 1)
        if character_count:
            characters = len(sample.decode(self.encoding, errors="replace"))
            count = min(count, character_count * 500 / max(characters, 1))
        return max(int(count * 0.97), 2)

    def _sampled(self, number):
        return self._bytes(number, 2 * number)

    def pieces(self, count):
        """The bytes, some parts at a time."""
        yield self._encoded(_text(self.head, count))
        batch = []
        for number in range(count):
            batch.append(self._bytes(number, count))
            if len(batch) == 4_096:
                yield b"".join(batch)
                batch = []
        yield b"".join(batch)
        yield self._encoded(_text(self.tail, count))

    def _bytes(self, number, count):
        part = self.part(number, count) if self.part.__code__.co_argcount == 2 else self.part(number)
        return self._encoded(part)

    def _encoded(self, text):
        return text if isinstance(text, bytes) else text.encode(self.encoding)


class TwoPasses(Content):
    """A list whose parts come again further down: contents and articles, footnotes and their texts."""

    def __init__(self, name, first, between, second, **others):
        super().__init__(name, first, **others)
        self.between, self.second = between, second

    def _sampled(self, number):
        return self._encoded(self.part(number) + self.second(number))

    def pieces(self, count):
        yield self._encoded(self.head)
        for number in range(count):
            yield self._encoded(self.part(number))
        yield self._encoded(self.between)
        for number in range(count):
            yield self._encoded(self.second(number))


def _text(text, count):
    return text(count) if callable(text) else text


def _page_cut(number):
    end = "\n\n— %d —\n\n" % number
    return PARAGRAPH[:20] + end + PARAGRAPH[20:] + "\n\n"


CONTENTS = [
    # What a bulletin has.
    TwoPasses(
        "contents with articles", lambda i: f"标题{i} .....\t{i}\n", "\n", lambda i: f"## 标题{i}\n\n内容。\n\n",
        head=MASTHEAD + "## 目 录\n\n"),
    TwoPasses(
        "contents with other articles", lambda i: f"标题{i} .....\t{i}\n", "\n", lambda i: f"## 题标{i}\n\n内容。\n\n",
        head=MASTHEAD + "## 目 录\n\n"),
    TwoPasses(
        "contents with sections", lambda i: f"【栏{i // 3}】\n标题{i}……{i}\n", "\n",
        lambda i: f"## 【栏{i // 3}】\n\n### 标题{i}\n\n内容。\n\n", head=MASTHEAD + "目录\n\n"),
    TwoPasses(
        "contents as links", lambda i: f"{i}. [标题{i}](#{i})\n", "\n", lambda i: f"## 标题{i}\n\n内容。\n\n",
        head=MASTHEAD + "## 目录\n\n"),
    TwoPasses(
        "contents, all alike", lambda i: "标题 .....\t1\n", "\n", lambda i: "## 标题\n\n内容。\n\n",
        head=MASTHEAD + "## 目 录\n\n"),
    Content("contents alone", lambda i: f"标题{i} .....\t{i}\n", head=MASTHEAD + "## 目 录\n\n"),
    Content("headings of contents", lambda i: "## 目 录\n\n标题 .....\t1\n\n"),
    Content("articles", lambda i: f"## 标题{i}\n\n{PARAGRAPH}\n\n（沈青）\n\n", head=MASTHEAD),
    Content("headings without text", lambda i: f"## 标题{i}\n", head=MASTHEAD),
    Content("headings of all levels", lambda i: "#" * (i % 6 + 1) + f" 标题{i}\n\n", head=MASTHEAD),
    Content("one heading over and over", lambda i: "## 公司\n", head=MASTHEAD),
    Content("sections", lambda i: f"## 【栏{i}】\n", head=MASTHEAD),
    Content("sections with text", lambda i: f"【栏{i}】\n\n标题{i}\n\n{PARAGRAPH}\n\n", suffix=PLAIN),
    Content("mastheads", lambda i: f"# 岚江简讯\n\n第{i}期 总第{i}期\n\n2024年8月30日\n\n"),
    Content("lines of issue numbers", lambda i: f"第{i}期（总第{i}期）\n"),
    Content("lines of dates", lambda i: f"2024年{i % 12 + 1}月{i % 28 + 1}日\n"),
    Content("bylines", lambda i: f"（沈青 陆禾{i}）\n\n", head=MASTHEAD),
    Content("credits", lambda i: f"供稿：沈青、陆禾  编辑：秘书处{i}\n", head=MASTHEAD),
    Content("sources", lambda i: f"来源：青禾日报{i}\n\n", head=MASTHEAD),
    Content("footers", lambda i: f"报：省水务局{i}\n发：各会员单位\n", head=MASTHEAD),
    Content("page numbers", lambda i: f"— {i} —\n\n", head=MASTHEAD),
    Content("paragraphs cut by pages", _page_cut, head=MASTHEAD),
    Content("heads of pages", lambda i: f"岚江简讯 第8期\n\n{PARAGRAPH}\n\n", head=MASTHEAD),
    Content("rules", lambda i: "---\n\n", head=MASTHEAD),
    Content("short lines", lambda i: f"水{i}\n", suffix=PLAIN),
    Content("paragraphs", lambda i: f"{PARAGRAPH}{i}\n\n", suffix=PLAIN),
    Content("one long line", lambda i: PARAGRAPH, suffix=PLAIN),
    Content("one word without end", lambda i: "a", suffix=PLAIN),
    Content("blank lines", lambda i: "\n", tail="水位\n", suffix=PLAIN),
    Content("carriage returns", lambda i: "水位\r", suffix=PLAIN),
    Content("blanks", lambda i: " ", tail="水位\n", suffix=PLAIN),
    Content("titles of numbers", lambda i: f"{i}. 标题{i}\n\n{PARAGRAPH}\n\n", suffix=PLAIN),
    Content("lists", lambda i: f"- 项{i}\n", head=MASTHEAD),
    Content("nested lists", lambda i: "  " * (i % 40) + f"- 项{i}\n", head=MASTHEAD),
    Content("deeper and deeper lists", lambda i: "  " * min(i, 2_000) + "- 项\n", head=MASTHEAD),
    Content("deep quotations", lambda i: "> " * (i % 200) + "水\n", head=MASTHEAD),
    Content("one quotation mark after the other", lambda i: ">", tail="水\n"),
    Content("rows of a table", lambda i: f"| 甲{i} | 乙 | 丙 |\n", head=MASTHEAD + "| 一 | 二 | 三 |\n|---|---|---|\n"),
    Content("cells of a row", lambda i: f"| 甲{i} ", head=MASTHEAD, tail="|\n"),
    # Mark-up, whole and broken.
    Content("links", lambda i: f"[水位{i}](https://example.cn/{i}) ", head=MASTHEAD),
    Content("images", lambda i: f"![水位{i}](a{i}.png)\n", head=MASTHEAD),
    Content("addresses", lambda i: f"https://example.cn/{i}\n\n", head=MASTHEAD),
    TwoPasses("references", lambda i: f"[水位][{i}] ", "\n\n", lambda i: f"[{i}]: https://example.cn/{i}\n"),
    TwoPasses("footnotes", lambda i: f"水位[^{i}] ", "\n\n", lambda i: f"[^{i}]: 注{i}\n"),
    Content("references to nothing", lambda i: f"[水位][{i}] "),
    Content("opening brackets", lambda i: "["),
    Content("opening brackets of images", lambda i: "!["),
    Content("links that do not end", lambda i: "[a]("),
    Content("opening marks of tags", lambda i: "<"),
    Content("tags that do not end", lambda i: "<a "),
    Content("comments that do not end", lambda i: "<!-- "),
    Content("asterisks", lambda i: "*水"),
    Content("pairs of asterisks", lambda i: "**水"),
    Content("underscores", lambda i: "_a"),
    Content("backticks", lambda i: "`" * (i % 50 + 1) + "水"),
    Content("tildes", lambda i: "~~水"),
    Content("dollars", lambda i: "$水"),
    Content("braces", lambda i: "{水"),
    Content("backslashes", lambda i: "\\"),
    Content("code", lambda i: f"```\n水位{i}\n```\n\n"),
    Content("code that does not end", lambda i: f"水位{i}\n", head="```\n"),
    Content("fences", lambda i: "```\n"),
    Content("character references", lambda i: "&amp;&#27700;&CounterClockwiseContourIntegral;"),
    Content("ampersands", lambda i: "&"),
    Content("numbers of characters", lambda i: "&#"),
    Content("components", lambda i: f"<Comp{i} a={{1}}>水</Comp{i}>\n\n"),
    Content("components that do not end", lambda i: f"<Comp{i} a={{\n"),
    Content("imports", lambda i: f"import A{i} from 'a'\n"),
    Content("underlined headings", lambda i: f"标题{i}\n===\n\n水位\n\n"),
    # Front matter.
    Content("YAML", lambda i: f"key{i}: 水位{i}\n", head="---\ntitle: 水位\n", tail="---\n\n水位\n"),
    Content("YAML that does not end", lambda i: f"key{i}: 水位{i}\n", head="---\n"),
    Content("authors in YAML", lambda i: f"  - 沈青{i}\n", head="---\nauthors:\n", tail="---\n\n水位\n"),
    Content("TOML", lambda i: f"key{i} = \"水位{i}\"\n", head="+++\n", tail="+++\n\n水位\n"),
    Content("JSON in front", lambda i: f"\"key{i}\": \"水位{i}\",\n", head="{\n", tail="\"title\": \"水位\"\n}\n\n水位\n"),
    Content("brackets of JSON in front", lambda i: "[", head="{\"a\": ", tail="}\n\n水位\n"),
    # Pages.
    Content("paragraphs of a page", lambda i: f"<p>{PARAGRAPH}{i}</p>\n", PAGE, "<html><body>", "</body></html>"),
    Content("paragraphs without end", lambda i: f"<p>水位{i}\n", PAGE, "<html><body>"),
    Content("boxes within boxes", lambda i: "<div>", PAGE, "<html><body>", lambda n: "水" + "</div>" * n),
    Content("boxes that do not end", lambda i: "<div>水", PAGE, "<html><body>"),
    Content("ends of boxes", lambda i: "</div>水", PAGE, "<html><body>"),
    Content("letters that do not end", lambda i: "<b>水<i>", PAGE, "<html><body>"),
    Content("different tags", lambda i: f"<t{i}>水", PAGE, "<html><body>"),
    Content("attributes", lambda i: f" a{i}=\"水{i}\"", PAGE, "<html><body><p", ">水</p>"),
    Content("an attribute", lambda i: "水", PAGE, "<html><body><p a=\"", "\">水</p>"),
    Content("an attribute that does not end", lambda i: "水", PAGE, "<html><body><p a=\""),
    Content("comments of a page", lambda i: "<!-- 水 -->水", PAGE, "<html><body>"),
    Content("references of a page", lambda i: "&lt;&#27700;&CounterClockwiseContourIntegral;", PAGE, "<html><body>"),
    Content("headings of a page", lambda i: f"<h2>标题{i}</h2><p>水位</p>\n", PAGE, "<html><body>"),
    Content("items of a page", lambda i: f"<li><a href=\"{i}\">标题{i}</a></li>\n", PAGE, "<html><body><ul>", "</ul>"),
    Content("lists within lists of a page", lambda i: "<ul><li>水", PAGE, "<html><body>"),
    Content("rows of a page", lambda i: f"<tr><td>甲{i}</td><td>乙</td></tr>\n", PAGE, "<html><body><table>", "</table>"),
    Content("tables within tables", lambda i: "<table><tr><td>水", PAGE, "<html><body>"),
    Content("lines of a page", lambda i: f"水位{i}\n", PAGE, "<html><body><pre>", "</pre>"),
    Content("breaks of a page", lambda i: "水位<br>", PAGE, "<html><body>"),
    Content("scripts", lambda i: "<script>a<b</script>水", PAGE, "<html><body>"),
    Content("a script that does not end", lambda i: "a<b ", PAGE, "<html><body>水<script>"),
    Content("meta tags", lambda i: f"<meta name=\"a{i}\" content=\"水\">\n", PAGE, "<html><head>", "</head><body>水</body>"),
    Content("a title that does not end", lambda i: "水位", PAGE, "<html><head><title>"),
    Content("readings", lambda i: "<ruby>水<rt>shui</rt></ruby>", PAGE, "<html><body>"),
    Content("menus", lambda i: f"<nav><a href=\"{i}\">水</a></nav>", PAGE, "<html><body>"),
    # Characters.
    Content("different ideographs", han, suffix=PLAIN),
    Content("words of letters", lambda i: f"word{i} ", suffix=PLAIN),
    Content("one word of letters", lambda i: "water ", suffix=PLAIN),
    Content("digits", lambda i: "7", suffix=PLAIN),
    Content("commas in a number", lambda i: "1,000,", suffix=PLAIN),
    Content("zeros of numerals", lambda i: "〇", suffix=PLAIN),
    Content("numerals", lambda i: "亿万千百十", suffix=PLAIN),
    Content("marks that combine", lambda i: "\u0301", head="水", suffix=PLAIN),
    Content("marks of many classes", lambda i: "\u0323\u0301\u031b", head="a", suffix=PLAIN),
    Content("characters that are many", lambda i: "\ufdfa", suffix=PLAIN),
    Content("joined emoji", lambda i: "👩‍🌾", suffix=PLAIN),
    Content("joiners", lambda i: "\u200d", tail="水", suffix=PLAIN),
    Content("flags", lambda i: "🇨", suffix=PLAIN),
    Content("syllables of Korean", lambda i: "\u1112\u1161\u11ab", suffix=PLAIN),
    Content("Thai", lambda i: "น้ำ", suffix=PLAIN),
    Content("kana", lambda i: "すいいカ", suffix=PLAIN),
    Content("rare ideographs", lambda i: chr(0x20000 + i % 40_000), suffix=PLAIN),
    Content("spaces between ideographs", lambda i: "水 ", suffix=PLAIN),
    Content("punctuation", lambda i: "。，", tail="水", suffix=PLAIN),
    Content("quotation marks", lambda i: "“", tail="水", suffix=PLAIN),
    Content("control characters", lambda i: "\x1f\x1b水", suffix=PLAIN),
    Content("zero bytes", lambda i: "\0", head=PARAGRAPH * 4, suffix=PLAIN),
    Content("GB18030", lambda i: PARAGRAPH, suffix=PLAIN, encoding="gb18030"),
    Content("Big5", lambda i: "今日青禾水務完成換表三百二十戶，夜間最小流量按月公布。", suffix=PLAIN, encoding="big5"),
    Content("UTF-16", lambda i: PARAGRAPH, suffix=PLAIN, encoding="utf-16-le", head="\ufeff"),
    Content("UTF-32", lambda i: PARAGRAPH, suffix=PLAIN, encoding="utf-32-le", head="\ufeff"),
    Content("HZ", lambda i: b"~{K.N;~}\n", suffix=PLAIN),
    Content("UTF-7", lambda i: b"+bDRPTQ- ", suffix=PLAIN),
    Content("bytes that are no text", lambda i: b"\xff\xfe\x80", suffix=PLAIN),
    # Lines of JSON.
    Content("documents", lambda i: f'{{"id":"{i}","title":"标题{i}","body":"{PARAGRAPH}"}}\n', LINES),
    Content("short documents", lambda i: f'{{"id":"{i}","body":"水"}}\n', LINES),
    Content("documents of one identifier", lambda i: '{"id":"7","body":"水"}\n', LINES),
    Content("a long document", lambda i: PARAGRAPH, LINES, '{"id":"1","body":"', '"}\n'),
    Content("escapes", lambda i: "\\u6c34\\n", LINES, '{"id":"1","body":"', '"}\n'),
    Content("halves of pairs", lambda i: "\\ud83d", LINES, '{"id":"1","body":"', '"}\n'),
    Content("names of members", lambda i: f'"k{i}":1,', LINES, "{", '"id":"1","body":"水"}\n'),
    Content("one name of members", lambda i: '"k":1,', LINES, "{", '"id":"1","body":"水"}\n'),
    Content("brackets of JSON", lambda i: "[", LINES, '{"id":"1","body":"水","a":', "}\n"),
    Content("numbers of JSON", lambda i: "9", LINES, '{"id":', ',"body":"水"}\n'),
    Content("lines that are no JSON", lambda i: f"水{i}\n", LINES),
    Content("empty lines of JSON", lambda i: "\n", LINES, tail='{"id":"1","body":"水"}\n'),
]
