#!/usr/bin/env bash
# Runs the DuckDB test where ./dev test has put DuckDB; exit 77 (skipped)
# where it has not.
# Usage: run.sh PROGRAM FOLDER ROWS
set -euo pipefail
library=$(find "$2" -name 'libduckdb.so' 2>/dev/null | head -n 1) || true
if [ -z "$library" ]; then
  echo "skipped: there is no DuckDB in $2; ./dev test fetches it with npm"
  exit 77
fi
exec "$1" "$library" "$3"
