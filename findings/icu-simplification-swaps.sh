#!/bin/sh
# One would think that simplified text stays as it is when it is simplified again. ICU's Traditional-Simplified
# takes two characters for each other's simplified form: 苎 (ramie, itself the simplified form) becomes 苧,
# and 苧 becomes 苎. So a text with 苎麻 that is simplified no longer matches one that was simplified twice.
#
# Software: ICU 78.3 (PyPI, icukit-pyicu 78.3.1); ICU 72.1 does the same. Output seen:
#
#     苎 → 苧 → 苎
#     苧 → 苎 → 苧
#     薴 → 苧 → 苎
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q icukit-pyicu==78.3.1
venv/bin/python - > seen.txt <<'EOF'
import icu
simplify = icu.Transliterator.createInstance("Traditional-Simplified").transliterate
for character in "苎苧薴":
    once = simplify(character)
    print(character, "→", once, "→", simplify(once))
EOF
cat seen.txt
cat > expected.txt <<'EOF'
苎 → 苧 → 苎
苧 → 苎 → 苧
薴 → 苧 → 苎
EOF
diff expected.txt seen.txt
