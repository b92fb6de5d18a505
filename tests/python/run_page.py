"""Runs the examples of a page of documentation as a reader would.

Usage: run_page.py PAGE.md

Blocks marked ```python are run in their order in one empty folder: those with
>>> as doctests, the others as a program whose output is thrown away. Blocks
marked ```sh are run by bash with `framescope` on the path. "not run here" in the
line before a block leaves it out.
"""

import doctest
import os
import pathlib
import re
import subprocess
import sys
import tempfile

FENCED = re.compile(r"((?:^[^\n]*\n){0,2})^```(python|sh)\n(.*?)^```", re.M | re.S)


def run_python(code, where, names, runner, parser):
    if ">>>" in code:
        test = parser.get_doctest(code, names, where, where, 0)
        failed = runner.run(test, clear_globs=False).failed
        names.update(test.globs)
        return failed
    try:
        exec(compile(code, where, "exec"), names)
    except Exception as error:
        print(f"{where}: {type(error).__name__}: {error}")
        return 1
    return 0


def run_shell(code, where, folder):
    path = pathlib.Path(folder, ".bin")
    path.mkdir(exist_ok=True)
    program = os.environ.get("FRAMESCOPE_PROGRAM")
    if program is None:
        print(f"{where}: left out, FRAMESCOPE_PROGRAM names no program")
        return 0
    if not (path / "framescope").exists():
        (path / "framescope").symlink_to(program)
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", code], cwd=folder,
        capture_output=True, text=True,
        env={**os.environ, "PATH": os.pathsep.join(
            [str(path), os.path.dirname(sys.executable), os.environ["PATH"]])})
    print(done.stdout + done.stderr)
    if done.returncode:
        print(f"{where}: exit status {done.returncode}\n{code}")
    return done.returncode


def main():
    page = pathlib.Path(sys.argv[1])
    text = page.read_text("utf-8")
    names = {"__name__": "__main__"}
    parser = doctest.DocTestParser()
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS
                                   | doctest.NORMALIZE_WHITESPACE)
    ran = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for match in FENCED.finditer(text):
            before, language, code = match.groups()
            line = text.count("\n", 0, match.start(2)) + 1
            where = f"{page.name}:{line}"
            if "not run here" in before:
                print(f"{where}: not run here")
                continue
            ran += 1
            if language == "sh":
                failed += bool(run_shell(code, where, folder))
            else:
                failed += bool(run_python(code, where, names, runner, parser))
        os.chdir("/")
    print(f"{page.name}: {ran} examples, {failed} failed")
    sys.exit(1 if failed or not ran else 0)


if __name__ == "__main__":
    main()
