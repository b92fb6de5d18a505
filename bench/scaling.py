"""What a billion words cost, and what Dask adds: for docs/scaling.md.

Usage: scaling.py PROGRAM [DOCUMENTS]

Measures processor time, which tells the same on a busy machine: of counting
(Total.add_texts), of whole analyses, of the program as a filter, and of a
LocalCluster with two workers, whose total must be equal to the serial one.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time

import dask
import dask.bag
import distributed

import framescope
import framescope.dask
from python_overhead import documents

PARTS = 16


def processor(work):
    """Seconds of this process and of its children that ended, and the result.
    """
    def now():
        own = resource.getrusage(resource.RUSAGE_SELF)
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
        return (own.ru_utime + own.ru_stime + ended.ru_utime + ended.ru_stime)

    begun, clock = now(), time.perf_counter()
    result = work()
    return now() - begun, time.perf_counter() - clock, result


def counted(texts):
    total = framescope.Total(framescope.default_analyzer())
    total.add_texts(texts, workers=1)
    return total


def filtered(program, texts):
    """The program as a filter of JSON lines, results thrown away."""
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    subprocess.run([program, "score", "--format", "jsonl", "--input-format",
                    "jsonl", "-j1", "-"], input=lines.encode(), check=True,
                   stdout=subprocess.DEVNULL)


def spent(client):
    """Processor seconds of all workers so far."""
    return sum(client.run(lambda: sum(os.times()[:2])).values())


def used(texts):
    """What the library itself takes of a worker for a part."""
    begun = time.process_time()
    counted(texts)
    return [time.process_time() - begun]


def clustered(texts, folder):
    """(processor seconds of the workers, of these in the library, total)."""
    with distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True,
            dashboard_address=None, local_directory=folder) as cluster, \
            distributed.Client(cluster) as client:
        bag = dask.bag.from_sequence(texts, npartitions=PARTS)
        total = framescope.dask.total(bag).compute()  # compiles the lexicon
        bag.map_partitions(used).compute()
        before = spent(client)
        library = sum(bag.map_partitions(used).compute())
        return spent(client) - before, library, total


def main():
    program = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
    texts = documents(count)
    counted(texts[:100])
    serial, _, total = processor(lambda: counted(texts))
    words, size = total.words, sum(map(len, texts))
    print(f"{count} documents, {words} words")
    analysed = processor(lambda: sum(
        one.words for one in framescope.analyze_many(texts, workers=1)))[0]
    piped = processor(lambda: filtered(program, texts))[0]
    with tempfile.TemporaryDirectory() as folder:
        spread, library, other = clustered(texts, folder)
    for name, seconds in (("counting", serial), ("analyses", analysed),
                          ("the program, JSON lines in and out", piped),
                          ("Dask, two workers", spread)):
        print(f"{name}: {seconds:.2f} s of processor, "
              f"{words / seconds / 1e3:.0f} thousand words a second, a billion "
              f"words in {seconds / words * 1e9 / 3600:.1f} core-hours")
    print(f"Dask's own: {(spread - library) / PARTS * 1e3:.0f} ms a task, of "
          f"{library / PARTS * 1e3:.0f} ms for {size / PARTS / 1e6:.2f} MB")
    same = other.to_bytes() == total.to_bytes()
    print("totals:", "equal to the last bit" if same else "DIFFER")
    sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()
