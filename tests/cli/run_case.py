"""Runs one case of the program: NAME.sh in an empty folder, then compares.

  NAME.stdout   what must come out; a line with * matches as a glob
  NAME.stderr   the same for talk; without the file, talk is not looked at
  NAME.exit     the exit status; 0 without the file

An exit status of 77 skips the case: what it needs is not installed.

Usage: run_case.py PROGRAM ROOT CASE.sh [--refresh]
"""

import fnmatch
import os
import pathlib
import subprocess
import sys
import tempfile


def globbed(line):
    """Only * is special, so that brackets and question marks are themselves."""
    return line.replace("[", "[[]").replace("?", "[?]")


def differences(expected, actual):
    expected_lines = expected.splitlines()
    actual_lines = actual.splitlines()
    if len(expected_lines) != len(actual_lines):
        return [f"{len(expected_lines)} lines expected, "
                f"{len(actual_lines)} came:", actual]
    return [f"line {number}:\n  expected {want}\n  came     {have}"
            for number, (want, have) in enumerate(
                zip(expected_lines, actual_lines), 1)
            if want != have and not ("*" in want and
                                     fnmatch.fnmatchcase(have, globbed(want)))]


def main():
    program, root, case = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
    refresh = "--refresh" in sys.argv
    environment = dict(os.environ, FRAMESCOPE=str(program), ROOT=str(root),
                       LC_ALL="C.UTF-8", PATH=f"{program.parent}:" +
                       os.environ["PATH"])
    for name in ("NO_COLOR", "FRAMESCOPE_SEGMENTER"):
        environment.pop(name, None)
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(["bash", "-u", str(case)], cwd=folder,
                             env=environment, capture_output=True,
                             stdin=subprocess.DEVNULL, timeout=300)
    if run.returncode == 77:
        print("skipped: " + run.stderr.decode(errors="replace"))
        sys.exit(77)
    problems = []
    exit_file = case.with_suffix(".exit")
    wanted = int(exit_file.read_text()) if exit_file.exists() else 0
    if run.returncode != wanted:
        problems.append(f"exit status {run.returncode}, expected {wanted}\n" +
                        run.stderr.decode(errors="replace"))
    for suffix, got in ((".stdout", run.stdout), (".stderr", run.stderr)):
        path = case.with_suffix(suffix)
        text = got.decode("utf-8")
        if refresh and (suffix == ".stdout" or path.exists()):
            path.write_text(text)
        if path.exists():
            problems += [suffix[1:] + " " + line
                         for line in differences(path.read_text(), text)]
    print("\n".join(problems) or "as expected")
    sys.exit(1 if problems else 0)


main()
