#!/bin/sh
# ICU's transliterator Traditional-Simplified is taken for a table of facts. Two releases of it disagree on
# hundreds of characters: what one has simplified, text that the other has simplified does not match.
#
# Software: ICU 72.1 (Debian 12, libicu72 and icu-devtools 72.1-3+deb12u1) and ICU 78.3 (PyPI,
# icukit-pyicu 78.3.1). Input: the characters U+4E00–U+9FFF, each by itself. Output seen:
#
#     72.1 and 78.3 differ in 207 of 20992 characters
#     噁: 噁 and 𫫇; 頫: 頫 and 𫖯
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq libicu72=72.1-3+deb12u1 icu-devtools=72.1-3+deb12u1 2>/dev/null
for package in *.deb; do dpkg -x "$package" icu72; done
python3 -m venv venv
venv/bin/pip install -q icukit-pyicu==78.3.1
venv/bin/python - > characters.txt <<'EOF'
print("\n".join(map(chr, range(0x4E00, 0xA000))))
EOF
library=$(dirname "$(find icu72 -name 'libicuuc.so.72')")
LD_LIBRARY_PATH=$library icu72/usr/bin/uconv -f utf-8 -t utf-8 -x Traditional-Simplified characters.txt > old.txt
venv/bin/python - > seen.txt <<'EOF'
import icu
simplify = icu.Transliterator.createInstance("Traditional-Simplified").transliterate
characters, old = (open(name, encoding="utf-8").read().split() for name in ("characters.txt", "old.txt"))
new = [simplify(character) for character in characters]
differing = {c: (a, b) for c, a, b in zip(characters, old, new) if a != b}
print(f"72.1 and {icu.ICU_VERSION} differ in {len(differing)} of {len(characters)} characters")
print("; ".join("{}: {} and {}".format(c, *differing[c]) for c in "噁頫"))
EOF
cat seen.txt
cat > expected.txt <<'EOF'
72.1 and 78.3 differ in 207 of 20992 characters
噁: 噁 and 𫫇; 頫: 頫 and 𫖯
EOF
diff expected.txt seen.txt
