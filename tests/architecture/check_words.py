"""Checks that no name of an axis or pole stands in the library's sources:
axes are data."""

import pathlib
import re
import sys
import tomllib

COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)


def main():
    root = pathlib.Path(sys.argv[1])
    lexicon = tomllib.loads((root / "lexicons/care/lexicon.toml").read_text())
    names = [axis[key] for axis in lexicon["axis"]
             for key in ("name", "negative", "positive")]
    word = re.compile(r"\b(" + "|".join(map(re.escape, names)) + r")\b")
    found = []
    for path in sorted((root / "lib").rglob("*.?pp")):
        code = COMMENT.sub("", path.read_text())
        for match in word.finditer(code):
            # The words "human" and "passive" are also plain English in code.
            if match.group(1) in {"human", "passive"}:
                continue
            found.append(f"{path.relative_to(root)}: {match.group(1)}")
    print("\n".join(found) or "axes: none named in the library")
    sys.exit(1 if found else 0)


main()
