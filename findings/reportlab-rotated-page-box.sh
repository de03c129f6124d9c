#!/bin/sh
# A page that reportlab turns by 90 or 270 degrees has another box than it was given: width and height of `pagesize`
# change places, while the coordinates in which the page is drawn stay those of `pagesize`. So what is drawn at the
# head of an upright page lies outside the box, though nobody asked for a smaller page. A reader that leaves out what
# is beyond the page, or takes the order of lines from it, loses the heading of every landscape table that was made
# so; and `/Rotate 90` over a portrait box is not a landscape page but a portrait one, lying. At 0 and 180 degrees the
# box is as given. setPageRotation is documented with one sentence, which speaks of the display only.
#
# Software (PyPI): reportlab 4.4.5, pypdf 6.4.0. Output seen: the table in expected.txt below.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q reportlab==4.4.5 pypdf==6.4.0
venv/bin/python - > seen.txt <<'PYTHON'
import io

from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

for degrees in (0, 90, 180, 270):
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(300, 400))
    canvas.setPageRotation(degrees)
    canvas.drawString(10, 380, "head")
    canvas.save()
    page = PdfReader(file).pages[0]
    heights = []

    def visit(text, _, matrix, font, size):
        if text.strip():
            heights.append(matrix[5])

    page.extract_text(visitor_text=visit)
    width, height = (int(side) for side in page.mediabox[2:])
    place = "inside" if heights[0] < height else "outside"
    print(f"turned by {degrees}: box {width} x {height}, the text at {heights[0]:.0f} is {place}")
PYTHON
cat seen.txt
cat > expected.txt <<'TEXT'
turned by 0: box 300 x 400, the text at 380 is inside
turned by 90: box 400 x 300, the text at 380 is outside
turned by 180: box 300 x 400, the text at 380 is inside
turned by 270: box 400 x 300, the text at 380 is outside
TEXT
diff expected.txt seen.txt
