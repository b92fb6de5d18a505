#!/usr/bin/env bash
# Builds and runs a stranger's program with pkg-config.
# Usage: build.sh PREFIX LIBDIR SOURCE OUTPUT [--static]
set -euo pipefail
prefix=$1 libdir=$2 source=$3 output=$4 static=${5:-}
export PKG_CONFIG_PATH=$prefix/$libdir/pkgconfig
# shellcheck disable=SC2046
cc "$source" $(pkg-config --cflags framescope) -o "$output" \
  $(pkg-config --libs $static framescope)
LD_LIBRARY_PATH=$prefix/$libdir "$output"
