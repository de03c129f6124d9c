"""The longest queries of every kind: 16,384 characters, of which no more are read."""

import random

LENGTH = 16_384
WORDS = (
    "水库 大坝 基站 培训 数字 城市 乡村 电力 铁路 桥梁 函数 方法 文件 数据 类型 系统 服务 用户 错误 参数 对象 版本 应用 程序 代码 配置"
).split()
LETTERS = "error system file data value type class method water".split()


def long_queries(text, seed):
    """The queries by their names; `text` is of the documents that are asked."""
    rng = random.Random(seed)
    text = text.replace("\n", "")

    def of(make, joint=" "):
        parts, length, number = [], 0, 0
        while length < LENGTH:
            part = make(number)
            parts.append(part)
            length += len(part) + len(joint)
            number += 1
        return joint.join(parts)[:LENGTH]

    def word(_=0):
        return rng.choice(WORDS)

    def pair(_=0):
        return chr(0x4E00 + rng.randrange(3_000)) + chr(0x4E00 + rng.randrange(3_000))

    def nested(one, other):
        return f"({one} OR " * 49 + other + ")" * 49

    return {
        "one phrase over and over": of(lambda i: "水库大坝", ""),
        "one frequent phrase": of(lambda i: "方法参数", ""),
        "one character": of(lambda i: "的", ""),
        "words side by side": of(word, ""),
        "characters side by side": of(pair, ""),
        "text of the documents": text[:LENGTH],
        "text in quotes": '"' + text.replace('"', "")[: LENGTH - 2] + '"',
        "words": of(word),
        "pairs": of(pair),
        "alternatives": of(pair, " OR "),
        "alternatives of words": of(word, " OR "),
        "alternatives in brackets": nested("水库", "大坝"),
        "many in brackets": "(" * 49 + of(word, " OR ")[: LENGTH - 98] + ")" * 49,
        "quotations in brackets": nested('"水库"', '"大坝"'),
        "fields in brackets": nested("标题:水库", "标题:大坝"),
        "nearness in brackets": nested('"水库 大坝"~9', "基站"),
        "exclusions in brackets": "(水库 -" * 49 + "大坝" + ")" * 49,
        "phrases": of(lambda i: f'"{word()}{word()}"'),
        "nearness": of(lambda i: f'"水库 大坝"~{i % 90 + 1}'),
        "nearness of frequent words": of(lambda i: f'"方法 参数"~{i % 90 + 1}'),
        "nearness of many": of(lambda i: f'"{" ".join(rng.sample(WORDS, 12))}"~50'),
        "beginnings": of(lambda i: f"{pair()[0]}*"),
        "beginnings of words": of(lambda i: f"{rng.choice(LETTERS)[:2]}*"),
        "exclusions": "方法 " + of(lambda i: f"-{word()}")[: LENGTH - 3],
        "fields": of(lambda i: f"标题:{word()}"),
        "the body": of(lambda i: f"正文:{word()}"),
        "furniture": of(lambda i: f"刊头:{i}", " OR "),
        "bulletins": of(lambda i: f"刊:刊{i}", " OR "),
        "dates": of(lambda i: f"日期:2022-{i % 12 + 1}", " OR "),
        "numbers": of(lambda i: f"期:{i}-{i + 9}", " OR "),
        "factors": of(lambda i: f"{word()}^2"),
        "letters": of(lambda i: rng.choice(LETTERS)),
        "one letter": of(lambda i: "a", ""),
        "digits": of(lambda i: "1", ""),
        "commas": of(lambda i: "1,000,", ""),
        "1+": of(lambda i: "1+", ""),
        "98.14%": of(lambda i: "98.14%"),
        "marks": of(lambda i: "。，", ""),
        "opening brackets": of(lambda i: "(", ""),
        "quotation marks": of(lambda i: '"', ""),
        "asterisks": of(lambda i: "*", ""),
        "colons": of(lambda i: "标题:", ""),
        "hyphens": of(lambda i: "-", ""),
    }
