"""Builds and runs the C and C++ programs of the documents.

Usage: run_examples.py ROOT PREFIX LIBDIR WORK CC CXX
"""

import pathlib
import re
import subprocess
import sys

BLOCK = re.compile(r"^```(c|cpp)\n(.*?)^```", re.M | re.S)


def main():
    root, prefix, libdir, work, cc, cxx = sys.argv[1:]
    work = pathlib.Path(work)
    work.mkdir(parents=True, exist_ok=True)
    run = 0
    for page in sorted(pathlib.Path(root).glob("*.md")) + sorted(
            (pathlib.Path(root) / "docs").glob("*.md")):
        for language, code in BLOCK.findall(page.read_text()):
            if "int main" not in code:
                continue
            run += 1
            source = work / f"{page.stem}{run}.{language}"
            source.write_text(code)
            flags = subprocess.run(
                ["pkg-config", "--static", "--cflags", "--libs", "framescope"],
                check=True, capture_output=True, text=True,
                env={"PKG_CONFIG_PATH": f"{prefix}/{libdir}/pkgconfig",
                     "PATH": "/usr/bin:/bin"}).stdout.split()
            if language == "cpp":
                flags = ["-std=c++20"] + flags[:1] + flags[1:]
                flags.insert(flags.index("-lframescope"), "-lframescope_core")
            program = work / source.stem
            if language == "c":
                flags = ["-std=c99", "-Wpedantic"] + flags
            subprocess.run([cxx if language == "cpp" else cc, "-Wall",
                            "-Wextra", "-Werror", str(source), "-o",
                            str(program)] + flags, check=True)
            output = subprocess.run([str(program)], check=True,
                                    capture_output=True, text=True).stdout
            print(f"{page.name}: {language}: {output!r}")
            if not output.strip():
                sys.exit(f"{page.name}: the program prints nothing")
    if run == 0:
        sys.exit("no program found")


main()
