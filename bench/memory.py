#!/usr/bin/env python3
"""Streams much text through the program and tells the most memory it took.

  ./dev bench memory [--mb 500] [--jobs 1 2] [--write]

Makes JSON lines, CSV, a folder of files and one long text of that size in a
temporary folder: of the prose in ../shared/corpus when it is there, else of
made sentences. The limit is the memory of a run on one small file, which is
that of the program and its lexicon, and 64 MiB for each thread. An analysis
holds its text: the one long text may take its own size on top, and half of
that for what is known of it."""

import argparse
import csv
import datetime
import gzip
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROSE = ROOT.parent / "shared" / "corpus" / "prose.jsonl.gz"
FOR_EACH_THREAD = 64
WORDS = ("the of and a to in that was it is for with she they people house not "
         "never because children council burden support strength community "
         "crisis without between question century").split()


def made_documents():
    chance = random.Random(1)
    for _ in range(2000):
        sentences = (" ".join(chance.choices(WORDS, k=chance.randint(6, 30)))
                     for _ in range(40))
        yield ". ".join(sentences) + "."


def documents():
    if not PROSE.exists():
        return list(made_documents())
    with gzip.open(PROSE, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def stream(texts, size):
    """(number, text) again and again until there are `size` bytes."""
    number = done = 0
    while done < size:
        text = texts[number % len(texts)]
        yield number, text
        number += 1
        done += len(text.encode())


def make_jsonl(path, rows):
    with open(path, "w", encoding="utf-8") as out:
        for number, text in rows:
            row = {"id": str(number), "text": text}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def make_csv(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["id", "text"])
        writer.writerows(rows)


def make_text(path, rows):
    with open(path, "w", encoding="utf-8") as out:
        for _, text in rows:
            out.write(text + "\n\n")


def make_folder(path, rows):
    for number, text in rows:
        folder = pathlib.Path(path) / f"{number // 1000:04}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")


INPUTS = [("one small file", None), ("JSON lines", make_jsonl),
          ("CSV", make_csv), ("a folder", make_folder),
          ("one text", make_text)]
ENDINGS = {make_jsonl: ".jsonl", make_csv: ".csv", make_text: ".txt",
           make_folder: ""}


# A process inherits the peak of the one that started it, and this one holds
# the prose: a small one in between starts the program.
STARTER = """
import os, sys, time
begin = time.monotonic()
child = os.posix_spawn(
    sys.argv[1], sys.argv[1:], os.environ,
    file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
_, status, usage = os.wait4(child, 0)
print(time.monotonic() - begin, usage.ru_utime + usage.ru_stime,
      usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))
"""


def run(program, path, form, jobs):
    """(seconds, CPU seconds, peak memory in MiB) of scoring `path`."""
    told = subprocess.run(
        [sys.executable, "-S", "-c", STARTER, program, "score", "--quiet",
         "--format", form, "--jobs", str(jobs), str(path)],
        check=True, stdout=subprocess.PIPE, text=True).stdout.split()
    if told[3] != "0":
        print(f"  (some documents of {path} failed)", file=sys.stderr)
    return tuple(float(figure) for figure in told[:3])


def measure(program, megabytes, all_jobs, folder):
    texts = documents()
    base = None
    for title, make in INPUTS:
        path = pathlib.Path(folder) / ("input" + ENDINGS.get(make, ".txt"))
        if make is None:
            path.write_text("She is not a burden.\n")
        else:
            make(path, stream(texts, megabytes * 1_000_000))
        for jobs in all_jobs if make else [1]:
            for form in ["csv", "jsonl"] if make else ["csv"]:
                wall, cpu, peak = run(program, path, form, jobs)
                base = base or peak
                limit = base + FOR_EACH_THREAD * jobs
                if make is make_text:
                    limit += 1.5 * path.stat().st_size / (1 << 20)
                yield title, form, jobs, wall, cpu, peak, limit
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def table(rows, megabytes):
    source = "prose" if PROSE.exists() else "made sentences"
    lines = [f"{datetime.date.today()}, {megabytes} MB of {source} each.",
             f"`./dev bench memory --mb {megabytes}`", "",
             "| input | output | threads | CPU s | peak MiB | limit MiB |",
             "| --- | --- | ---: | ---: | ---: | ---: |"]
    for title, form, jobs, _, cpu, peak, limit in rows:
        lines.append(f"| {title} | {form} | {jobs} | {cpu:.1f} | {peak:.0f} | "
                     f"{limit:.0f} |")
    return "\n".join(lines) + "\n"


def write(text):
    path = ROOT / "bench" / "README.md"
    begin, end = "<!-- memory -->\n", "<!-- end of memory -->\n"
    before, rest = path.read_text().split(begin)
    after = rest.split(end)[1]
    path.write_text(before + begin + text + end + after)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--mb", type=int, default=500)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--write", action="store_true",
                        help="put the table into bench/README.md")
    options = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for row in measure(options.program, options.mb, options.jobs, folder):
            print("{}, {}, {} threads: {:.1f} s, CPU {:.1f} s, {:.0f} MiB "
                  "(limit {:.0f})".format(*row), file=sys.stderr, flush=True)
            rows.append(row)
    text = table(rows, options.mb)
    print(text)
    if options.write:
        write(text)
    over = [row for row in rows if row[5] > row[6]]
    sys.exit(1 if over else 0)


main()
