"""Checks that every file that a "Tested by" line of the library names exists."""

import pathlib
import re
import sys

TESTED_BY = re.compile(r"Tested by (tests/[\w/.]+\w)")


def main():
    root = pathlib.Path(sys.argv[1])
    found = []
    for path in sorted((root / "lib").rglob("*.*")):
        for name in TESTED_BY.findall(path.read_text()):
            if not (root / name).exists():
                found.append(f"{path.relative_to(root)}: {name} is not there")
    print("\n".join(found) or "tested by: every file is there")
    sys.exit(1 if found else 0)


main()
