"""Writes a C file that defines every function of framescope.h and does nothing:
the ABI of the header and nothing else. The library's own functions are compiled
against the same header, so they cannot differ from it; abi.exports sees to it
that none is missing.

Usage: stubs.py ROOT >stubs.c
"""

import pathlib
import re
import sys

header = (pathlib.Path(sys.argv[1]) /
          "include/framescope/framescope.h").read_text()
code = re.sub(r"/\*.*?\*/", "", header, flags=re.S)
print("#include <framescope/framescope.h>")
for declaration in re.findall(r"^FRAMESCOPE_API ([^;#]+);", code, re.M):
    text = " ".join(declaration.split())
    body = "{}" if text.startswith("void ") else "{ return 0; }"
    print(f"{text} {body}")
