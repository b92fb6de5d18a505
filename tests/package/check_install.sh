#!/usr/bin/env bash
# Installs the packages in a fresh Debian 12, uses them as a new user would, and
# takes them away again; nothing may stay behind.
#
# Usage: check_install.sh FOLDER_WITH_DEBS WORK   (root; needs debootstrap and
# the network). The base system is kept in WORK for the next time.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
debs=$(realpath "$1")
mkdir -p "$2"
work=$(realpath "$2")
base=$work/base.tar
system=$work/system

if [ ! -s "$base" ]; then
  debootstrap --variant=minbase bookworm "$work/base" \
    "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" > "$work/debootstrap.log"
  tar -C "$work/base" -cf "$base.part" . && mv "$base.part" "$base"
  rm -rf "$work/base"
fi
rm -rf "$system"
mkdir "$system"
tar -C "$system" -xf "$base"
cp /etc/resolv.conf "$system/etc/resolv.conf"
mkdir -p "$system/debs" "$system/try"
cp "$debs"/*.deb "$system/debs/"
cp "$root"/docs/examples/*.* "$system/try/"
cp -r "$root/tests/consumer/c_only" "$system/try/"
# The first C program of the documents.
awk '/^```c$/ {on = 1; next} /^```$/ {if (on) exit} on' \
  "$root/README.md" > "$system/try/example.c"

inside() { chroot "$system" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin \
  DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 HOME=/root "$@"; }
quietly() { "$@" > "$work/step.log" 2>&1 || { cat "$work/step.log"; return 1; }; }
say() { printf '%s\n' "- $*"; }
# Files outside of what dpkg and apt keep for themselves.
files() {
  find "$system" -xdev -path "$system/var" -prune -o \
    -path "$system/debs" -prune -o -path "$system/try" -prune -o \
    -path "$system/etc/ld.so.cache" -prune -o -print | sort
}

quietly inside apt-get update -q
say "the program and its library install"
before=$(inside dpkg-query -W -f '${Package}\n' | sort)
files > "$work/before"
quietly inside apt-get install -q -y --no-install-recommends \
  $(cd "$system" && ls debs/framescope_*.deb debs/libframescope0_*.deb |
    sed 's|^|/|')
inside framescope --version | head -1
say "it scores, finds the installed lexicon, and filters"
inside framescope score /try/blog-post.md > "$work/score.txt"
inside framescope lexicon list --lexicon care | wc -l | sed 's/$/ entries/'
echo '{"id": 7, "text": "She is no longer a burden."}' |
  inside framescope score --format jsonl - | grep -q '"id":"7"'
say "PDF works with the recommended package, and says so without"
inside framescope score /try/annual-report.pdf > "$work/pdf.txt" 2>&1 &&
  { echo "a PDF without pdftotext?"; exit 1; }
grep -q pdftotext "$work/pdf.txt"
quietly inside apt-get install -q -y --no-install-recommends poppler-utils
inside framescope score /try/annual-report.pdf | grep -q strengths

say "the examples of the documents compile against libframescope-dev"
quietly inside apt-get install -q -y --no-install-recommends gcc libc6-dev \
  pkg-config cmake make $(cd "$system" &&
    ls debs/libframescope-dev_*.deb | sed 's|^|/|')
inside sh -c 'cd /try && cc -std=c99 -Wall -Wextra -Werror example.c -o example \
  $(pkg-config --cflags --libs framescope) && ./example'
quietly inside sh -c 'cd /try/c_only && cmake -B build && cmake --build build &&
  ctest --test-dir build --output-on-failure'

if ls "$system"/debs/python3-framescope_*.deb > /dev/null 2>&1; then
  say "the Python package imports and scores"
  quietly inside apt-get install -q -y --no-install-recommends \
    /debs/$(basename "$system"/debs/python3-framescope_*.deb)
  inside python3 -W error -c 'import framescope
analysis = framescope.analyze("She is no longer a burden.")
print([(m.text, m.stance) for m in analysis.matches])'
fi

say "purged, nothing stays"
quietly inside apt-get purge -q -y '?installed?name(framescope)'
inside dpkg-query -W -f '${Package} ${db:Status-Abbrev}\n' | grep framescope &&
  exit 1
quietly inside sh -c "dpkg-query -W -f '\${Package}\n' | sort |
  grep -vxF '$before' | xargs apt-get purge -q -y"
files > "$work/after"
left=$(comm -13 "$work/before" "$work/after" | grep -i framescope || true)
[ -z "$left" ] || { echo "left behind: $left"; exit 1; }
find "$system" -xdev -path "$system/debs" -prune -o -path "$system/try" -prune \
  -o -iname '*framescope*' -print | grep . && exit 1
rm -rf "$system"
echo "installed, used and removed in a fresh Debian 12"
