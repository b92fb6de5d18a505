#!/usr/bin/env bash
# Compares the ABI of framescope.h with the baseline: what was there must stay
# as it was; what is new makes the baseline stale. With --refresh the baseline
# is written anew, which belongs to the change that adds to the header.
# Usage: diff.sh ROOT WORK [--refresh]
set -euo pipefail
root=$1 work=$2/abi
baseline=$root/tests/abi/framescope.abi
mkdir -p "$work"

python3 "$root/tests/abi/stubs.py" "$root" >"$work/stubs.c"
gcc -std=c99 -g -shared -fPIC -w -I"$root/include" "$work/stubs.c" \
  -o "$work/libstubs.so"
abidw --no-corpus-path --no-comp-dir-path --no-elf-needed --no-show-locs \
  "$work/libstubs.so" >"$work/framescope.abi"
if [ "${3:-}" = --refresh ]; then
  cp "$work/framescope.abi" "$baseline"
  exit
fi
abidiff "$baseline" "$work/framescope.abi" ||
  {
    echo "Fields and functions may only be added. If that is all that was done:"
    echo "  tests/abi/diff.sh . build/release --refresh"
    exit 1
  }
echo "abi: as in the baseline"
