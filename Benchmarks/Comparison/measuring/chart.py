"""Charts of bars, as plain SVG that can be read on a light and on a dark ground."""

import math
from html import escape

ROW = 22
LABEL_WIDTH = 240
PLOT_WIDTH = 420
VALUE_WIDTH = 130
HEAD = 56

STYLE = """
text { font: 13px system-ui, sans-serif; fill: #24292f; }
.title { font-weight: 600; font-size: 15px; }
.small { font-size: 11px; fill: #57606a; }
.good { fill: #2da44e; } .bad { fill: #cf222e; } .plain { fill: #0969da; }
.axis { stroke: #57606a; stroke-dasharray: 3 3; } .range { stroke: #24292f; stroke-width: 1.5; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; } .small { fill: #9198a1; }
  .good { fill: #3fb950; } .bad { fill: #f85149; } .plain { fill: #4493f8; }
  .axis { stroke: #9198a1; } .range { stroke: #e6edf3; }
}
"""


def ratios(title, note, rows):
    """Ratios around 1 on a logarithmic scale; a row is a name, the ratio, its range and a remark."""
    values = [value for _, ratio, low, high, _ in rows for value in (ratio, low, high)] + [0.5, 2]
    limit = max(abs(math.log(value)) for value in values)
    center = LABEL_WIDTH + PLOT_WIDTH / 2

    def place(value):
        return center + math.log(value) / limit * PLOT_WIDTH / 2

    parts = []
    for tick in (2.0**power for power in range(-6, 7)):
        if abs(math.log(tick)) <= limit:
            parts.append(_tick(place(tick), f"{tick:g}", len(rows)))
    for number, (name, ratio, low, high, remark) in enumerate(rows):
        top = HEAD + number * ROW
        left, right = sorted((center, place(ratio)))
        parts.append(_bar(name, top, left, right - left, "good" if ratio <= 1 else "bad"))
        parts.append(
            f'<line class="range" x1="{place(low):.1f}" x2="{place(high):.1f}" '
            f'y1="{top + ROW / 2 - 1:.1f}" y2="{top + ROW / 2 - 1:.1f}"/>'
        )
        parts.append(_value(top, f"{ratio:.2f}  {remark}"))
    return _document(title, note, len(rows), parts)


def times(title, note, rows):
    """Times on a logarithmic scale; a row is a name, the time and the time as text."""
    low = math.log(min(value for _, value, _ in rows)) - 1
    high = math.log(max(value for _, value, _ in rows))
    parts = []
    for number, (name, value, text) in enumerate(rows):
        top = HEAD + number * ROW
        width = (math.log(value) - low) / (high - low) * PLOT_WIDTH
        parts.append(_bar(name, top, LABEL_WIDTH, width, "plain"))
        parts.append(_value(top, text))
    return _document(title, note, len(rows), parts)


def _bar(name, top, left, width, kind):
    return (
        f'<text x="{LABEL_WIDTH - 8}" y="{top + ROW - 8}" text-anchor="end">{escape(name)}</text>'
        f'<rect class="{kind}" x="{left:.1f}" y="{top + 3}" width="{max(width, 1):.1f}" '
        f'height="{ROW - 8}" rx="2"/>'
    )


def _value(top, text):
    x = LABEL_WIDTH + PLOT_WIDTH + 8
    return f'<text class="small" x="{x}" y="{top + ROW - 8}">{escape(text)}</text>'


def _tick(x, text, row_count):
    bottom = HEAD + row_count * ROW
    return (
        f'<line class="axis" x1="{x:.1f}" x2="{x:.1f}" y1="{HEAD}" y2="{bottom}"/>'
        f'<text class="small" x="{x:.1f}" y="{bottom + 14}" text-anchor="middle">{text}</text>'
    )


def _document(title, note, row_count, parts):
    width = LABEL_WIDTH + PLOT_WIDTH + VALUE_WIDTH
    height = HEAD + row_count * ROW + 24
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img">\n<title>{escape(title)}</title>\n'
        f"<style>{STYLE}</style>\n"
        f'<text class="title" x="8" y="22">{escape(title)}</text>\n'
        f'<text class="small" x="8" y="40">{escape(note)}</text>\n{body}\n</svg>\n'
    )
