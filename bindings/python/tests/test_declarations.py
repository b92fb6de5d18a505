"""The declarations agree with framescope.h, and the files with Python 3.9."""

import ast
import ctypes
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from framescope import _declarations as c
from framescope._library import lib

PACKAGE = pathlib.Path(__file__).resolve().parent.parent
ROOT = PACKAGE.parent.parent
HEADER = ROOT / "include/framescope/framescope.h"
COMPILER = os.environ.get("CC", "cc")
KEYWORDS = {"from_": "from"}

sys.path.insert(0, str(PACKAGE / "backend"))
import declarations  # noqa: E402


def c_type(kind):
    return ("struct " if kind.__name__.startswith("Arrow") else "") + (
        kind.__name__)


class Declarations(unittest.TestCase):

    def test_are_those_that_the_header_makes_now(self):
        made = declarations.declare([COMPILER], HEADER)
        shipped = pathlib.Path(c.__file__).read_text("utf-8")
        self.assertEqual(made, shipped)

    def test_have_the_layout_and_the_values_of_the_compiler(self):
        lines, expected = [], []
        for kind in c.STRUCTS:
            lines.append(f'printf("%zu\\n", sizeof({c_type(kind)}));')
            expected.append(ctypes.sizeof(kind))
            for name, _ in kind._fields_:
                field = KEYWORDS.get(name, name)
                lines.append(f'printf("%zu\\n", offsetof({c_type(kind)}, '
                             f"{field}));")
                expected.append(getattr(kind, name).offset)
        names = [name for name in vars(c)
                 if name.startswith("FRAMESCOPE_")]
        self.assertGreater(len(names), 60)
        for name in names:
            lines.append(f'printf("%lld\\n", (long long){name});')
            expected.append(getattr(c, name))
        self.assertEqual(self.compiled(lines), expected)

    def compiled(self, lines):
        source = ("#include <framescope/framescope.h>\n#include <stdio.h>\n"
                  "int main(void) {\n" + "\n".join(lines) + "\nreturn 0;\n}\n")
        with tempfile.TemporaryDirectory() as place:
            path = pathlib.Path(place, "layout.c")
            path.write_text(source)
            subprocess.run([COMPILER, "-I", str(ROOT / "include"), str(path),
                            "-o", str(path.with_suffix(""))], check=True)
            printed = subprocess.run([str(path.with_suffix(""))], check=True,
                                     capture_output=True, text=True).stdout
        return [int(line) for line in printed.split()]

    def test_name_every_function_that_the_header_exports(self):
        listed = (ROOT / "tests/abi/symbols.txt").read_text().split()
        self.assertEqual(sorted(c.FUNCTIONS), sorted(listed))
        for name in c.FUNCTIONS:
            self.assertTrue(hasattr(lib, name), name)

    def test_what_cannot_be_read_is_an_error_and_not_left_out(self):
        for text in ("int f(int a, ...);", "union u { int a; };",
                     "unknown_t f(void);", "struct s { int a : 3; };"):
            parsed = declarations.Header()
            with self.assertRaises((ValueError, AttributeError), msg=text):
                for statement in declarations.statements(text):
                    parsed.read(statement)


class Sources(unittest.TestCase):

    def files(self):
        found = [path for path in PACKAGE.rglob("*.py")]
        self.assertGreater(len(found), 15)
        return found

    def test_are_python_3_9(self):
        for path in self.files():
            ast.parse(path.read_text("utf-8"), str(path),
                      feature_version=(3, 9))

    def test_of_the_package_keep_annotations_unevaluated(self):
        for path in (PACKAGE / "src/framescope").glob("*.py"):
            self.assertIn("from __future__ import annotations",
                          path.read_text("utf-8"), path.name)

    def test_compile_without_a_warning(self):
        with tempfile.TemporaryDirectory() as place:
            for at, path in enumerate(self.files()):
                subprocess.run(
                    [sys.executable, "-W", "error", "-c",
                     "import py_compile, sys; py_compile.compile("
                     "sys.argv[1], cfile=sys.argv[2], doraise=True)",
                     str(path), f"{place}/{at}.pyc"], check=True)


if __name__ == "__main__":
    unittest.main()
