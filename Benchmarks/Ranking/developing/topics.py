"""Queries as people type them, made of titles, keywords and questions that are there, and what answers them."""

import random
import re
from collections import Counter, defaultdict

from developing.collection import Article, Topic
from developing.reprints import Reprints

HAN = re.compile(r"[\u4e00-\u9fff]")
#: What only asks, wherever it stands in a question.
ASKING = re.compile(r"什么|什麼|怎么|怎麼|怎样|怎樣|如何|为何|為何|何时|何時|何地|多少|几|幾|谁|誰|哪|是否|吗|嗎|多久|多长|為什|为什")
#: A title with more reprints than this is a heading that returns.
MOST_REPRINTS = 5
#: More articles than this in whose titles the keywords are: too vague to be judged by titles.
MOST_RELEVANT = 20
#: A keyword is in no more than this share of the articles.
COMMON_WORD = 0.03

#: How the beginning or the end of a title turns into a question: pattern, and ways to ask. Titles are of manuals.
DOING = "创建|配置|添加|删除|修改|查看|使用|启用|禁用|安装|设置|编写|更改|导入|导出|管理|访问|启动|执行|指定|实现|迁移|升级|备份|恢复|监视|调试|优化|处理|部署"
RULES = (
    (re.compile(r"^(?:如何[：:]?\s*)(.+)$"), ("怎么{}？", "怎样{}", "如何才能{}？")),
    (re.compile(r"^(.+?)\s*(?:概述|简介|介绍)$"), ("什么是{}？", "{}是什么", "{}有什么用？")),
    (re.compile(r"^(.+?)\s*(?:常见问题|故障排除|疑难解答|故障诊断)$"), ("{}出问题怎么办？", "{}不能用怎么解决")),
    (re.compile(r"^(.+?)\s*说明$"), ("{}是什么意思？", "{}是什么")),
    (re.compile(rf"^((?:{DOING}).+)$"), ("怎么{}？", "{}的方法", "{}要怎么做？", "{}需要哪些步骤？")),
    (re.compile(r"^(.+(?:方法|步骤|方式))$"), ("{}是什么", "有哪些{}")),
)


def is_telling(title: str) -> bool:
    """Whether a title says what its article is about."""
    return len(HAN.findall(title)) >= 6 and len(title) <= 60


def typed(title: str) -> str:
    """A title as one types it: without pictures and a number before it."""
    return re.sub(r"^(?:\d+[、.．)）]|[^\w《“「【（(.@#])+", "", title).strip()


def by_title(articles: list[Article], reprints: Reprints, number: int, random_: random.Random) -> list[Topic]:
    """Titles as they are; an article that is the same answers as well."""
    topics = []
    for article in random_.sample(articles, len(articles)):
        if len(topics) == number:
            break
        if is_telling(article.title) and len(same := reprints.of(article)) <= MOST_REPRINTS:
            topics.append(Topic(typed(article.title), dict.fromkeys(same, 2)))
    return topics


def by_keywords(
    articles: list[Article], words: list[list[str]], reprints: Reprints, number: int, random_: random.Random
) -> list[Topic]:
    """One to three words of a title. Its article answers best, articles whose titles have all of them a little."""
    titles_with: dict[str, set[int]] = defaultdict(set)
    for place, title in enumerate(words):
        for word in title:
            titles_with[word].add(place)
    topics: list[Topic] = []
    asked: set[str] = set()
    for place in random_.sample(range(len(articles)), len(articles)):
        if len(topics) == number:
            break
        article = articles[place]
        telling = [
            word
            for word in dict.fromkeys(words[place])
            if len(word) >= 2 and not word.isdigit() and len(titles_with[word]) <= COMMON_WORD * len(articles)
        ]
        count = random_.choice((1, 2, 2, 3, 3))
        if not is_telling(article.title) or len(telling) < count:
            continue
        # One thinks of what is rare; of what is common, only of some.
        telling.sort(key=lambda word: len(titles_with[word]))
        rare = telling[: max(count, len(telling) * 2 // 3)]
        kept = set(random_.sample(rare, count))
        chosen = [word for word in dict.fromkeys(words[place]) if word in kept]
        related = set.intersection(*(titles_with[word] for word in chosen))
        query = " ".join(chosen)
        if len(related) > MOST_RELEVANT or not HAN.search(query) or query in asked:
            continue
        asked.add(query)
        grades = {articles[other].id: 1 for other in related}
        grades.update(dict.fromkeys(reprints.of(article), 2))
        topics.append(Topic(query, grades))
    return topics


def by_question(articles: list[Article], reprints: Reprints, number: int, random_: random.Random) -> list[Topic]:
    """Titles that ask, and titles that a rule turns into a question."""
    topics = []
    for article in random_.sample(articles, len(articles)):
        if len(topics) == number:
            break
        title = typed(article.title)
        if not 4 <= len(HAN.findall(title)) <= 30 or len(title) > 50:
            continue
        question = title if ASKING.search(title) and not title.startswith("如何：") else turned(title, random_)
        if question and len(same := reprints.of(article)) <= MOST_REPRINTS:
            topics.append(Topic(question, dict.fromkeys(same, 2)))
    return topics


def turned(title: str, random_: random.Random) -> str | None:
    for pattern, forms in RULES:
        if found := pattern.match(title):
            return random_.choice(forms).format(found.group(1).strip())
    return None


def shortened(questions: list[Topic], words: list[list[str]], random_: random.Random) -> list[Topic]:
    """Questions of which only the two to four rarest words are left, and what asks: as one types who is in a hurry."""
    frequencies = Counter(word for question in words for word in set(question))
    topics = []
    for question, cut in zip(questions, words, strict=True):
        content = [word for word in dict.fromkeys(cut) if len(word) >= 2 and not ASKING.search(word)]
        # Of equally rare words, the longer ones, and then the first.
        content.sort(key=lambda word: (frequencies[word], -len(word)))
        kept = set(content[: random_.choice((2, 3, 3, 4))])
        if len(kept) < 2:
            continue
        asking = ASKING.search(question.text)
        gap = random_.choice(("", " "))
        text = joined(cut, [word in kept or bool(ASKING.search(word)) for word in cut], gap)
        if not asking:
            text += gap + random_.choice(("吗", "怎么办", "有什么规定"))
        topics.append(Topic(text, question.grades))
    return topics


def joined(words: list[str], is_kept: list[bool], gap: str) -> str:
    """What is kept, with `gap` for what is not; a character alone is kept between what is."""
    text, has_gap = "", False
    for place, word in enumerate(words):
        between = 0 < place < len(words) - 1 and is_kept[place - 1] and is_kept[place + 1]
        if is_kept[place] or len(word) == 1 and between:
            text += (gap if has_gap and text else "") + word
            has_gap = False
        else:
            has_gap = True
    return text


def by_front_matter(articles: list[Article]) -> list[Topic]:
    """Tags that editors gave to some issues. What is filed under them answers."""
    tagged: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        for tag in article.tags:
            tagged[tag].add(article.id)
    return [
        Topic(tag, dict.fromkeys(tagged[tag], 1)) for tag in sorted(tagged) if len(tagged[tag]) <= MOST_RELEVANT
    ]


def by_tags(topics: list[Topic], random_: random.Random) -> list[Topic]:
    """One or two of the keywords that editors gave a document. All answer that have them as keywords."""
    tagged: dict[str, set[str]] = defaultdict(set)
    for topic in topics:
        for tag in topic.text.split():
            tagged[tag].update(topic.grades)
    tags_of = [(topic, [tag for tag in topic.text.split() if len(HAN.findall(tag)) >= 2]) for topic in topics]
    made: dict[str, Topic] = {}
    for _, tags in tags_of:
        count = min(len(tags), random_.choice((1, 1, 2)))
        if count == 0:
            continue
        chosen = random_.sample(tags, count)
        answers = set.intersection(*(tagged[tag] for tag in chosen))
        made[" ".join(chosen)] = Topic(" ".join(chosen), dict.fromkeys(answers, 1))
    return list(made.values())
