"""Checks that twice the text takes at most 2.3 times the instructions, for
every family of texts in linearity.cpp, and that a quadratic control is seen to
take more. Exit 1 with the families that grow
faster; 77, which CTest takes for skipped, without valgrind."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

LIMIT = 2.3
FEWEST_FAMILIES = 15  # and the control
CONTROL = "quadratic-control"


def instructions(folder):
    """{family: {1: instructions, 2: instructions}} from callgrind's files."""
    found = {}
    for path in sorted(pathlib.Path(folder).glob("callgrind.out.*")):
        head = path.read_text(errors="replace")
        label = re.search(r"^desc: Trigger: Client Request: (\S+) (\d)$", head,
                          re.M)
        total = re.search(r"^(?:totals|summary): (\d+)", head, re.M)
        if label and total:
            family = found.setdefault(label[1], {})
            family[int(label[2])] = int(total[1])
    return found


def main():
    driver = sys.argv[1]
    if shutil.which("valgrind") is None:
        print("skipped: valgrind is not installed (./dev test installs it)")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["valgrind", "--quiet", "--tool=callgrind", "--instr-atstart=no",
             f"--callgrind-out-file={folder}/callgrind.out", driver],
            check=True)
        found = instructions(folder)
    slow = 0
    print(f"{'family':24}{'instructions':>14}{'t(2n)/t(n)':>12}")
    for family, counts in sorted(found.items()):
        if set(counts) != {1, 2}:
            sys.exit(f"{family}: was not measured at both sizes")
        ratio = counts[2] / counts[1]
        if family == CONTROL:
            if ratio <= LIMIT:
                sys.exit("the control is quadratic and was not seen to be so")
            continue
        slow += ratio > LIMIT
        mark = "  grows too fast" if ratio > LIMIT else ""
        print(f"{family:24}{counts[1]:>14,}{ratio:>12.2f}{mark}")
    if CONTROL not in found or len(found) <= FEWEST_FAMILIES:
        sys.exit(f"only {len(found)} families were measured")
    sys.exit(1 if slow else 0)


main()
