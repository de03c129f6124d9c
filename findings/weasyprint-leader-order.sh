#!/bin/sh
# The dots that WeasyPrint draws for `content: leader(".")` in a table of contents are a text operation each, and they
# are drawn from the right to the left: behind the title comes the dot beside the page number, and last the one beside
# the title. A reader that goes by the order of the content and expects text of one line to go on to the right, or takes
# a step back for the beginning of a new line, makes a line of every dot; one that looks for a run of dots in one text
# operation, which is what other programs write, finds no leader and no page number behind it. The drawn page shows none of
# this. Neither the CSS module for generated content nor WeasyPrint's documentation speaks of an order.
#
# Software (PyPI): weasyprint 70.0 (with Pango of the system), pypdf 6.4.0. Output seen: the lines in expected.txt below.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q weasyprint==70.0 pypdf==6.4.0
venv/bin/python - > seen.txt <<'PYTHON'
import io

from pypdf import PdfReader
from weasyprint import HTML

page = """<style>@page { size: 300pt 200pt }
a::after { content: leader(".") target-counter(attr(href), page) }</style>
<p><a href="#one">Alpha</a></p><h1 id="one">Alpha</h1>"""
file = io.BytesIO(HTML(string=page).write_pdf())
drawn = []


def visit(text, transform, matrix, font, size):
    # Where the text begins, from the left edge of the page.
    if text.strip():
        drawn.append((text.strip(), matrix[4] * transform[0] + transform[4]))


PdfReader(file).pages[0].extract_text(visitor_text=visit)
dots = [place for text, place in drawn if text == "."]
print("text operations of one dot:", "more than 20" if len(dots) > 20 else len(dots))
steps = {"left" if after < before else "right" for before, after in zip(dots, dots[1:])}
print("each next dot is on the:", " ".join(sorted(steps)))
PYTHON
cat seen.txt
cat > expected.txt <<'TEXT'
text operations of one dot: more than 20
each next dot is on the: left
TEXT
diff expected.txt seen.txt
