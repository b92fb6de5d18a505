"""What pip installs: whole, and as its own record says."""

import hashlib
import base64
import importlib.metadata
import pathlib
import subprocess
import sys
import unittest

import framescope

HERE = pathlib.Path(framescope.__file__).parent


class Wheel(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        try:
            cls.distribution = importlib.metadata.distribution("framescope")
        except importlib.metadata.PackageNotFoundError:
            raise unittest.SkipTest("framescope is not installed by pip")

    def test_holds_the_library_the_types_and_every_module(self):
        for name in ("libframescope.so", "py.typed", "_declarations.py"):
            self.assertTrue((HERE / name).is_file(), name)
        sources = pathlib.Path(__file__).parents[1] / "src/framescope"
        for path in sources.glob("*.py"):
            self.assertEqual((HERE / path.name).read_bytes(),
                             path.read_bytes(), path.name)

    def test_files_are_as_recorded(self):
        files = self.distribution.files
        self.assertGreater(len(files), 15)
        checked = 0
        for file in files:
            if file.hash is not None and "framescope" in file.parts[0]:
                data = file.locate().read_bytes()
                digest = base64.urlsafe_b64encode(
                    hashlib.sha256(data).digest()).rstrip(b"=").decode()
                self.assertEqual(file.hash.value, digest, file)
                checked += 1
        self.assertGreater(checked, 15)

    def test_metadata_names_version_python_and_extras(self):
        told = self.distribution.metadata
        self.assertEqual(told["Version"], framescope.__version__)
        self.assertEqual(told["Requires-Python"], ">=3.9")
        self.assertEqual(set(told.get_all("Provides-Extra")),
                         {"numpy", "pandas", "dask"})

    def test_needs_nothing_but_python(self):
        bare = subprocess.run(
            [sys.executable, "-I", "-S", "-c",
             f"import sys; sys.path.insert(0, {str(HERE.parent)!r}); "
             "import framescope; "
             "print(len(framescope.analyze('a springboard').matches)); "
             "print(sorted({m.partition('.')[0] for m in sys.modules} & "
             "{'numpy', 'pandas', 'dask', 'cffi'}))"],
            check=True, capture_output=True, text=True).stdout.split("\n")
        self.assertEqual(bare[:2], ["1", "[]"])


class Examples(unittest.TestCase):

    def test_of_the_package_are_true(self):
        import doctest
        found = doctest.testmod(framescope)
        self.assertGreater(found.attempted, 2)
        self.assertEqual(found.failed, 0)


if __name__ == "__main__":
    unittest.main()
