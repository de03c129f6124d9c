#!/bin/sh
# Bold text that ends with a punctuation mark, directly before a character of Chinese, is not bold by the rules of
# CommonMark: what stands before the closing ** is punctuation and what follows is a letter, so ** may open and not
# close. A writer of **要点：**正文 or 本次**“智慧矿山”**建设 sees two asterisks, and whoever takes bold labels
# for headings misses them. Three libraries that follow CommonMark leave the asterisks; three that do not follow it
# here make bold text of the same lines. With _ it is other libraries again. A space behind the mark mends it, and
# nobody writes one in Chinese.
#
# Software (PyPI): markdown-it-py 4.0.0, commonmark 0.9.1, marko 2.2.1, mistune 3.1.4, Markdown 3.9, markdown2 2.5.4.
# Output seen: the table in expected.txt below.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q markdown-it-py==4.0.0 commonmark==0.9.1 marko==2.2.1 mistune==3.1.4 Markdown==3.9 markdown2==2.5.4
venv/bin/python - > seen.txt <<'EOF'
import commonmark, markdown, markdown2, markdown_it, marko, mistune

libraries = {
    "markdown-it-py": markdown_it.MarkdownIt().render,
    "commonmark": commonmark.commonmark,
    "marko": marko.convert,
    "mistune": mistune.html,
    "Markdown": markdown.markdown,
    "markdown2": markdown2.markdown,
}
for text in ["**要点：**正文", "**要点：** 正文", "**要点**：正文", "本次**“智慧矿山”**建设", "占**33%**的", "本次__检修__完成"]:
    bold = [name for name, render in libraries.items() if "<strong>" in render(text)]
    print(text, "is bold in:", " ".join(bold))
EOF
cat seen.txt
cat > expected.txt <<'EOF'
**要点：**正文 is bold in: mistune Markdown markdown2
**要点：** 正文 is bold in: markdown-it-py commonmark marko mistune Markdown markdown2
**要点**：正文 is bold in: markdown-it-py commonmark marko mistune Markdown markdown2
本次**“智慧矿山”**建设 is bold in: mistune Markdown markdown2
占**33%**的 is bold in: mistune Markdown markdown2
本次__检修__完成 is bold in: markdown2
EOF
diff expected.txt seen.txt
