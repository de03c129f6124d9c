#!/bin/sh
# GB 18030 is a standard that gives every sequence of bytes one character. Which one depends on the edition that
# a library has: for FE 59 and A6 D9 (and 16 more), Python and ICU give private-use characters, as the edition
# of 2000 does, glibc those of Unicode. The same file is other text in each, and none says so.
#
# Software: CPython 3.11 (Debian 12), GNU libc 2.36 (Debian 12), ICU 72.1 (libicu72 and icu-devtools
# 72.1-3+deb12u1). Input: the bytes FE 59 A6 D9. Output seen, in UTF-16BE:
#
#     CPython 3.11: e81e e78d
#     GNU libc 2.36: 9fb4 fe10
#     ICU 72.1: e81e e78d
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq libicu72=72.1-3+deb12u1 icu-devtools=72.1-3+deb12u1 2>/dev/null
for package in *.deb; do dpkg -x "$package" icu72; done
library=$(dirname "$(find icu72 -name 'libicuuc.so.72')")
printf '\376\131\246\331' > text.gb
units() { od -An -tx1 -v | tr -d ' \n' | sed 's/\(....\)\(....\)/\1 \2/'; }
{
  python=$(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')
  echo "CPython $python: $(python3 -c 'import sys
sys.stdout.buffer.write(open("text.gb", "rb").read().decode("gb18030").encode("utf-16-be"))' | units)"
  libc=$(dpkg-query -W -f '${Version}' libc6 | cut -d- -f1)
  echo "GNU libc $libc: $(iconv -f GB18030 -t UTF-16BE text.gb | units)"
  echo "ICU 72.1: $(LD_LIBRARY_PATH=$library icu72/usr/bin/uconv -f gb18030 -t UTF-16BE text.gb | units)"
} > seen.txt
cat seen.txt
cat > expected.txt <<'EOF'
CPython 3.11: e81e e78d
GNU libc 2.36: 9fb4 fe10
ICU 72.1: e81e e78d
EOF
diff expected.txt seen.txt
