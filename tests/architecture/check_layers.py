"""Checks that every layer includes lower layers only, and third parties only
where they belong. Exit 1 with one line for each breach."""

import pathlib
import re
import sys

# cmake/ holds the program that compiles the built-in lexicon for the build.
LAYERS = ["base", "unicode", "lexicon", "match", "context", "cmake", "score",
          "stats", "document", "report", "engine", "capi"]
# Folder names of headers that only one layer may include.
THIRD_PARTY = {
    "unicode/": {"unicode"},       # ICU, written with angle brackets
    "boost/": {"match"},
    "Eigen/": {"stats"},
    "toml++/": {"lexicon", "context"},
    "zip.h": {"document"},
    "libxml/": {"document", "lexicon"},
    "md4c": {"document"},
    "simdjson": {"document", "lexicon"},
    "yaml.h": {"lexicon"},
    "zlib.h": {"document"},
    "zstd.h": {"document"},
    "CLI/": set(),
}
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.M)


def breaches(root):
    for path in sorted((root / "lib").rglob("*")):
        if path.suffix not in {".cpp", ".hpp", ".h", ".inc"}:
            continue
        layer = path.relative_to(root / "lib").parts[0]
        if layer not in LAYERS:
            yield f"{path.relative_to(root)}: in no layer"
            continue
        for bracket, name in INCLUDE.findall(path.read_text()):
            where = f"{path.relative_to(root)}: includes {name}"
            if bracket == "<":
                for prefix, allowed in THIRD_PARTY.items():
                    if name.startswith(prefix) and layer not in allowed:
                        yield where
                continue
            first = name.split("/")[0]
            if first == "framescope":
                continue
            if first not in LAYERS:
                yield f"{where}: write it from the root of lib/"
            elif LAYERS.index(first) > LAYERS.index(layer):
                yield f"{where}: a higher layer"
    for path in sorted((root / "include").rglob("*.h*")):
        for bracket, name in INCLUDE.findall(path.read_text()):
            if bracket == '"' and not name.startswith("framescope/"):
                yield f"{path.relative_to(root)}: includes {name}"
            if bracket == "<" and "/" in name:
                yield f"{path.relative_to(root)}: includes third party {name}"
    for path in sorted((root / "bindings").rglob("*")):
        if path.suffix not in {".cpp", ".hpp", ".h", ".c"}:
            continue
        for bracket, name in INCLUDE.findall(path.read_text()):
            inner = name.startswith("framescope/") and \
                name != "framescope/framescope.h"
            if inner or name.split("/")[0] in LAYERS:
                yield f"{path.relative_to(root)}: includes {name}"


def main():
    root = pathlib.Path(sys.argv[1])
    found = list(breaches(root))
    print("\n".join(found) or "layers: no breach")
    sys.exit(1 if found else 0)


main()
