"""Looks into the Debian packages: names, fields, files, owners, licences.

Usage: check_contents.py FOLDER_WITH_DEBS [--any-libdir]

With --any-libdir libraries may also lie in usr/lib itself.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

DOC = {"copyright", "changelog.gz", "changelog.Debian.gz"}
# For each package: where its files may lie, and files that must be there.
PACKAGES = {
    "libframescope0": (r"usr/lib/MULTIARCHlibframescope\.so\.0(\.\d+){0,2}", [
        r"usr/lib/MULTIARCHlibframescope\.so\.0"]),
    "libframescope-dev": (
        r"usr/include/framescope/\w+\.h(pp)?|usr/lib/MULTIARCH("
        r"libframescope\.so|libframescope_core\.a|pkgconfig/framescope\.pc|"
        r"cmake/framescope/\w+(-release)?\.cmake)", [
            r"usr/include/framescope/framescope\.h",
            r"usr/lib/MULTIARCHlibframescope\.so",
            r"usr/lib/MULTIARCHpkgconfig/framescope\.pc",
            r"usr/lib/MULTIARCHcmake/framescope/framescopeConfig\.cmake"]),
    "framescope": (
        r"usr/bin/framescope|usr/share/(man/man1/framescope\.1\.gz|"
        r"bash-completion/completions/framescope|"
        r"zsh/(vendor-completions|site-functions)/_framescope|"
        r"fish/vendor_completions\.d/framescope\.fish|"
        r"framescope/lexicons/[\w./-]+)", [
            r"usr/bin/framescope", r"usr/share/man/man1/framescope\.1\.gz",
            r"usr/share/bash-completion/completions/framescope",
            r"usr/share/zsh/[\w-]+/_framescope",
            r"usr/share/fish/vendor_completions\.d/framescope\.fish",
            r"usr/share/framescope/lexicons/care/entries\.tsv",
            r"usr/share/framescope/lexicons/stance/en\.toml"]),
    "python3-framescope": (
        r"usr/lib/python3/dist-packages/framescope(-[\d.]+\.dist-info)?/"
        r"[\w.]+", [
            r"usr/lib/python3/dist-packages/framescope/__init__\.py",
            r"usr/lib/python3/dist-packages/framescope/_declarations\.py",
            r"usr/lib/python3/dist-packages/framescope/py\.typed"]),
}
MULTIARCH = r"([\w-]+/)?" if "--any-libdir" in sys.argv else r"[\w-]+-[\w-]+/"
problems = []


def check(right, what):
    if not right:
        problems.append(what)


def output(*command):
    return subprocess.run(command, check=True, capture_output=True,
                          text=True).stdout


def fields_of(deb):
    fields, name = {}, ""
    for line in output("dpkg-deb", "-f", str(deb)).splitlines():
        if line.startswith(" "):
            fields[name] += "\n" + line
        else:
            name, _, fields[name] = line.partition(": ")
    return fields


def check_files(name, deb):
    allowed, *wanted = [
        pattern.replace("MULTIARCH", MULTIARCH)
        for pattern in (PACKAGES[name][0], *PACKAGES[name][1])]
    files = []
    for line in output("dpkg-deb", "-c", str(deb)).splitlines():
        mode, owner, _, _, _, path = line.split(None, 5)
        path = path.split(" -> ")[0].removeprefix("./")
        check(owner == "root/root", f"{name}: {path} is of {owner}")
        check(mode[0] in "dl" or mode in ("-rw-r--r--", "-rwxr-xr-x"),
              f"{name}: {path} is {mode}")
        check(mode[0] != "d" or mode == "drwxr-xr-x", f"{name}: {path} {mode}")
        if mode[0] != "d":
            files.append(path)
    doc = f"usr/share/doc/{name}/"
    check(DOC == {f.removeprefix(doc) for f in files if f.startswith(doc)},
          f"{name}: {doc} does not hold {DOC}")
    for path in files:
        check(path.startswith(doc) or re.fullmatch(allowed, path),
              f"{name}: {path} does not belong there")
    for pattern in wanted:
        check(any(re.fullmatch(pattern, path) for path in files),
              f"{name}: {pattern} is missing")


def check_programs(name, deb):
    """No path of where it was built, and what it is linked with is found."""
    with tempfile.TemporaryDirectory() as folder:
        output("dpkg-deb", "-x", str(deb), folder)
        for path in pathlib.Path(folder).rglob("*"):
            if path.is_symlink() or not path.is_file():
                continue
            if path.read_bytes()[:4] != b"\x7fELF":
                continue
            dynamic = output("readelf", "-d", str(path))
            check("RUNPATH" not in dynamic and "RPATH" not in dynamic,
                  f"{name}: {path.name} knows where it was built")
            check("not stripped" not in output("file", "-b", str(path)),
                  f"{name}: {path.name} is not stripped")
            if ".so" in path.name:
                check("[libframescope.so.0]" in dynamic, f"{name}: SONAME")


def check_fields(name, fields):
    version = fields["Version"]
    depends = fields.get("Depends", "")
    check(fields["Architecture"] ==
          ("all" if name.startswith("python3") else
           output("dpkg", "--print-architecture").strip()),
          f"{name}: {fields['Architecture']}")
    check("\n" in fields["Description"], f"{name}: no long description")
    check(len(fields["Description"].split("\n")[0]) <= 80,
          f"{name}: the synopsis is too long")
    check("@" in fields["Maintainer"], f"{name}: {fields['Maintainer']}")
    if name in ("libframescope0", "framescope"):
        check("libc6 (" in depends and "libstdc++6 (" in depends,
              f"{name}: depends on {depends}")
    if name == "libframescope0":
        for library in ("libicu", "libxml2", "libzip"):
            check(library in depends, f"{name}: {library} is not needed?")
    if name in ("framescope", "libframescope-dev"):
        check(f"libframescope0 (= {version})" in depends,
              f"{name}: depends on {depends}")
    if name == "python3-framescope":
        check("python3" in depends and "libframescope0 (>=" in depends,
              f"{name}: depends on {depends}")


def main():
    debs = {re.match(r"([^_]+)_", deb.name).group(1): deb
            for deb in pathlib.Path(sys.argv[1]).glob("*.deb")}
    # The Python package is made where its binding is.
    root = pathlib.Path(__file__).resolve().parent.parent.parent
    wanted = set(PACKAGES)
    if not (root / "bindings/python/backend").exists():
        wanted.discard("python3-framescope")
    check(set(debs) == wanted, f"packages: {sorted(debs)}")
    for name in sorted(set(debs) & wanted):
        check_fields(name, fields_of(debs[name]))
        check_files(name, debs[name])
        check_programs(name, debs[name])
    print("\n".join(problems) or f"{len(debs)} packages are as they should be")
    sys.exit(1 if problems else 0)


main()
