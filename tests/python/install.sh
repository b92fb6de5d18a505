#!/usr/bin/env bash
# Installs the package as docs/python.md says, from a build that is there.
# Usage: install.sh PYTHON ENVIRONMENT PACKAGE BUILD
set -euo pipefail
python=$1 place=$2 package=$3
export FRAMESCOPE_BUILD_DIR=$4
rm -rf "$place"
"$python" -m venv --system-site-packages "$place"
"$place/bin/python" -m pip install --no-index --disable-pip-version-check \
  --quiet "$package"
cd /
"$place/bin/python" -c 'import framescope
print(framescope.__version__, framescope.__file__)'
