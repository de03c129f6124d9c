#!/bin/sh
# Windows writes € as the byte 80 in its Chinese code page 936. Python has a codec of that name, and it refuses
# the byte: "cp936" is only another name of "gbk" there. Where ICU and glibc read €, Python stops.
#
# Software: CPython 3.11 (Debian 12), GNU libc 2.36. Input: the bytes 80 35. Output seen:
#
#     CPython 3.11 cp936: 'gbk' codec can't decode byte 0x80 in position 0: illegal multibyte sequence
#     GNU libc 2.36 CP936: €5
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf '\2005' > euro.txt
{
  python3 - <<'EOF'
import sys
try:
    text = open("euro.txt", "rb").read().decode("cp936")
except UnicodeDecodeError as error:
    text = str(error)
print("CPython %d.%d cp936:" % sys.version_info[:2], text)
EOF
  echo "GNU libc $(getconf GNU_LIBC_VERSION | cut -d' ' -f2) CP936: $(iconv -f CP936 -t UTF-8 euro.txt)"
} > seen.txt
cat seen.txt
cat > expected.txt <<'EOF'
CPython 3.11 cp936: 'gbk' codec can't decode byte 0x80 in position 0: illegal multibyte sequence
GNU libc 2.36 CP936: €5
EOF
diff expected.txt seen.txt
