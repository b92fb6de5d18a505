"""Compares the functions that framescope.h declares, tests/abi/symbols.txt and
what the shared library exports (when its path is given); and checks that every
struct has its layout tested and every function its misuse.

Usage: symbols.py ROOT [LIBRARY]; --refresh as last argument rewrites the list.
"""

import pathlib
import re
import subprocess
import sys


def main():
    arguments = [a for a in sys.argv[1:] if a != "--refresh"]
    root = pathlib.Path(arguments[0])
    header = (root / "include/framescope/framescope.h").read_text()
    declared = sorted(set(re.findall(
        r"^FRAMESCOPE_API[^;(]*?\b(framescope_\w+)\(", header, re.M | re.S)))
    listed_file = root / "tests/abi/symbols.txt"
    if "--refresh" in sys.argv:
        listed_file.write_text("\n".join(declared) + "\n")
    listed = listed_file.read_text().split()
    problems = [f"{n}: in framescope.h but not in symbols.txt"
                for n in declared if n not in listed]
    problems += [f"{n}: in symbols.txt but not in framescope.h"
                 for n in listed if n not in declared]
    layouts = (root / "tests/abi/layout_test.c").read_text()
    problems += [f"{n}: no size of it in layout_test.c"
                 for n in re.findall(r"^(?:typedef )?struct (\w+) \{", header,
                                     re.M)
                 if not re.search(rf"SIZE\((struct )?{n}, ", layouts)]
    misused = (root / "tests/unit/capi/garbage_test.c").read_text()
    problems += [f"{n}: not misused in tests/unit/capi/garbage_test.c"
                 for n in declared if n + "(" not in misused]
    if len(arguments) > 1:
        output = subprocess.run(["nm", "-D", "--defined-only", arguments[1]],
                                check=True, capture_output=True, text=True)
        exported = sorted(line.split()[-1].split("@")[0]
                          for line in output.stdout.splitlines()
                          if " A " not in line)
        problems += [f"{n}: exported but not declared"
                     for n in exported if n not in declared]
        problems += [f"{n}: declared but not exported"
                     for n in declared if n not in exported]
    print("\n".join(problems) or f"symbols: {len(declared)} functions agree")
    sys.exit(1 if problems else 0)


main()
