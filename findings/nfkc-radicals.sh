#!/bin/sh
# The text layer of a PDF file often has radicals in place of the characters that look the same: ⽔ (U+2F54) for
# 水 and ⻓ (U+2ED3) for 长. NFKC, which is there to undo that, makes characters of all 214 radicals of the one
# block and of 2 of the 115 of the other: the simplified forms 长 门 马 风 页 … all stay radicals. Unicode says which
# characters they are only in a file that no normalisation reads, EquivalentUnifiedIdeograph.txt.
#
# Software: unicodedata2 16.0.0 (PyPI), which has Unicode 16.0. Output seen:
#
#     Kangxi Radicals: NFKC changes 214 of 214
#     CJK Radicals Supplement: NFKC changes 2 of 115
#     ⻓江⽔利 → ⻓江水利
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q unicodedata2==16.0.0
venv/bin/python - > seen.txt <<'EOF'
import unicodedata2
for name, block in [("Kangxi Radicals", range(0x2F00, 0x2FE0)), ("CJK Radicals Supplement", range(0x2E80, 0x2F00))]:
    characters = [chr(code) for code in block if unicodedata2.name(chr(code), "")]
    changed = sum(unicodedata2.normalize("NFKC", c) != c for c in characters)
    print(f"{name}: NFKC changes {changed} of {len(characters)}")
text = "\u2ED3江\u2F54利"
print(text, "→", unicodedata2.normalize("NFKC", text))
EOF
cat seen.txt
cat > expected.txt <<'EOF'
Kangxi Radicals: NFKC changes 214 of 214
CJK Radicals Supplement: NFKC changes 2 of 115
⻓江⽔利 → ⻓江水利
EOF
diff expected.txt seen.txt
