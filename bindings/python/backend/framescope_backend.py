"""Builds the wheel: pip's hooks (PEP 517), with nothing but Python and CMake.

Since nothing is needed from an index, `pip install ./bindings/python` works
without a network. CMake compiles the shared library and makes the declarations;
the wheel holds them beside the Python files, and fits every Python from 3.9 on
for the kind of machine that it was built on.

FRAMESCOPE_BUILD_DIR names a CMake build that is there already and is used as it
is configured (FRAMESCOPE_BUILD_PYTHON must be on in it).
"""

import base64
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile

HERE = pathlib.Path(__file__).resolve().parent.parent
ROOT = HERE.parent.parent
LIBRARY = "libframescope.so"
SUMMARY = "Tells how a text frames the people it is about"
EXTRAS = {
    "numpy": ["numpy>=1.21"],
    "pandas": ["numpy>=1.21", "pandas>=1.3"],
    "dask": ["numpy>=1.21", "pandas>=1.3", "dask>=2022.2",
             "distributed>=2022.2"],
}


def version():
    """The version, which is written once: in framescope.h."""
    header = (ROOT / "include/framescope/framescope.h").read_text("utf-8")
    return ".".join(
        re.search(rf"FRAMESCOPE_VERSION_{part} (\d+)", header).group(1)
        for part in ("MAJOR", "MINOR", "PATCH"))


def metadata():
    lines = ["Metadata-Version: 2.1", "Name: framescope",
             f"Version: {version()}", f"Summary: {SUMMARY}",
             "License: Apache-2.0 AND CC-BY-4.0", "Requires-Python: >=3.9",
             "Classifier: Operating System :: POSIX :: Linux",
             "Classifier: Programming Language :: Python :: 3",
             "Classifier: Typing :: Typed",
             "Description-Content-Type: text/markdown"]
    for extra, needs in EXTRAS.items():
        lines.append(f"Provides-Extra: {extra}")
        lines += [f'Requires-Dist: {need}; extra == "{extra}"'
                  for need in needs]
    readme = (HERE / "README.md").read_text("utf-8")
    return "\n".join(lines) + "\n\n" + readme


def tag():
    platform = re.sub(r"[-.]", "_", sysconfig.get_platform())
    return f"py3-none-{platform}"


def run(command):
    """Runs a tool and shows what it says, which pip keeps for a failure."""
    print("+", *command, flush=True)
    if shutil.which(command[0]) is None:
        sys.exit(f"framescope: {command[0]} is missing. On Debian: "
                 "apt-get install g++ cmake ninja-build, and what docs/python.md "
                 "lists under Install.")
    status = subprocess.run(command).returncode
    if status:
        sys.exit(f"framescope: '{' '.join(command)}' failed with {status}; its "
                 "messages are above")


def compiled():
    """The folder that holds the library and the declarations, made by CMake."""
    given = os.environ.get("FRAMESCOPE_BUILD_DIR")
    build = pathlib.Path(given or ROOT / "build/python")
    if not given:
        configure = ["cmake", "-S", str(ROOT), "-B", str(build),
                     "-DCMAKE_BUILD_TYPE=Release", "-DBUILD_SHARED_LIBS=OFF",
                     "-DFRAMESCOPE_BUILD_PYTHON=ON",
                     "-DFRAMESCOPE_BUILD_CLI=OFF",
                     "-DFRAMESCOPE_BUILD_TESTS=OFF", "-DFRAMESCOPE_INSTALL=OFF"]
        if shutil.which("ninja") and not (build / "CMakeCache.txt").exists():
            configure += ["-G", "Ninja"]
        run(configure)
    run(["cmake", "--build", str(build), "--target", "framescope_python",
         "--parallel", str(os.cpu_count() or 2)])
    return build / "bindings/python"


def contents():
    """(name in the wheel, bytes) of every file but the record."""
    made = compiled()
    sources = HERE / "src/framescope"
    for path in sorted(sources.iterdir()):
        if path.suffix == ".py" or path.name == "py.typed":
            if path.name != "_declarations.py":
                yield f"framescope/{path.name}", path.read_bytes()
    for name in ("_declarations.py", LIBRARY):
        yield f"framescope/{name}", (made / name).read_bytes()
    yield from dist_info()


def dist_info():
    folder = f"framescope-{version()}.dist-info"
    wheel = (f"Wheel-Version: 1.0\nGenerator: framescope {version()}\n"
             f"Root-Is-Purelib: false\nTag: {tag()}\n")
    yield f"{folder}/METADATA", metadata().encode("utf-8")
    yield f"{folder}/WHEEL", wheel.encode("ascii")
    yield f"{folder}/LICENSE", (ROOT / "LICENSE").read_bytes()
    yield (f"{folder}/LICENSE.lexicons",
           (ROOT / "lexicons/LICENSE").read_bytes())


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    """Writes the wheel, the same bytes for the same contents."""
    name = f"framescope-{version()}-{tag()}.whl"
    record = f"framescope-{version()}.dist-info/RECORD"
    lines = []
    with zipfile.ZipFile(pathlib.Path(wheel_directory, name), "w",
                         zipfile.ZIP_DEFLATED) as wheel:

        def add(path, data):
            info = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            mode = 0o755 if path.endswith(".so") else 0o644
            info.external_attr = (0o100000 | mode) << 16
            wheel.writestr(info, data)

        for path, data in contents():
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest())
            lines.append(f"{path},sha256={digest.rstrip(b'=').decode()},"
                         f"{len(data)}\n")
            add(path, data)
        add(record, "".join(lines + [f"{record},,\n"]).encode("utf-8"))
    return name


def build_sdist(sdist_directory, config_settings=None):
    raise SystemExit("framescope: the library's sources lie outside of this "
                     "folder, so there is no source distribution: build a wheel "
                     "from a clone with `pip wheel ./bindings/python`")


def get_requires_for_build_wheel(config_settings=None):
    return []
