"""What analyze_many costs beside the C batch that it calls.

Usage: python_overhead.py [--untimed] [DOCUMENTS [ROUNDS]]

Makes short documents, analyses them by framescope_analyze_all alone and by
framescope.analyze_many, in turns, and prints the ratio of the best times for
one worker and for two: of the processors' time, which tells the same on a busy
machine, and of the clock's. Exits with 1 when the processors' ratio is over
1.25, which --untimed leaves out, memory is not flat, or the results for one and
two workers differ.
"""

import ctypes
import hashlib
import random
import resource
import sys
import time

import framescope
from framescope import _declarations as c
from framescope._library import lib, new_error
from framescope._many import BATCH_TEXTS, Batch

WORDS = """people care support home community the and of to a is was not with
their family carers service users vulnerable elderly burden crisis strengths
springboard chose lives together hard to reach needs assets resilience failing
demand pressure connected neighbours rather than instead we they who live well
plan review assessment meals visits friends work money council""".split()
ROUNDS = 3
LIMIT = 1.25


def documents(count):
    """Documents of some 60 words, the same on every run."""
    draw = random.Random(7)
    made = []
    for _ in range(count):
        sentences = []
        for _ in range(draw.randint(2, 6)):
            words = draw.choices(WORDS, k=draw.randint(8, 20))
            sentences.append(" ".join(words).capitalize() + ".")
        made.append(" ".join(sentences))
    return made


def batch_in_c(analyzer, prepared, jobs):
    """The C batch alone, analyses freed."""
    options = c.framescope_many_options()
    options.struct_size = ctypes.sizeof(options)
    options.jobs = jobs
    out = (ctypes.c_void_p * BATCH_TEXTS)()
    first = ctypes.cast(out, ctypes.POINTER(ctypes.c_void_p))
    for _, views in prepared:
        status = lib.framescope_analyze_all(
            first, None, analyzer._handle.pointer, views, len(views), options,
            new_error())
        assert status == 0
        lib.framescope_analysis_free_all(first, len(views))


def many(analyzer, texts, workers):
    """analyze_many, with every result taken."""
    for _ in analyzer.analyze_many(texts, workers=workers):
        pass


def timed(work, *arguments):
    """Seconds of the processors and of the clock."""
    cpu, clock = time.process_time(), time.perf_counter()
    work(*arguments)
    return time.process_time() - cpu, time.perf_counter() - clock


def digest(texts, analyzer, workers):
    """Of every record."""
    sha = hashlib.sha256()
    for analysis in analyzer.analyze_many(texts, workers=workers):
        sha.update(analysis.to_json().encode("utf-8"))
    return sha.hexdigest()


def peak():
    """The most memory that the process ever had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main():
    numbers = [int(word) for word in sys.argv[1:] if word != "--untimed"]
    count = numbers[0] if numbers else 100_000
    rounds = numbers[1] if len(numbers) > 1 else ROUNDS
    untimed = "--untimed" in sys.argv
    texts = documents(count)
    size = sum(map(len, texts))
    analyzer = framescope.Analyzer()
    batches = [Batch(at, texts[at:at + BATCH_TEXTS])
               for at in range(0, count, BATCH_TEXTS)]
    prepared = [(batch, batch.views()) for batch in batches]
    many(analyzer, texts[:count // 10], 2)
    before = peak()
    print(f"{count} documents, {size / 1e6:.1f} MB")
    good = True
    for workers in (1, 2):
        alone, through = [], []
        for _ in range(rounds):
            alone.append(timed(batch_in_c, analyzer, prepared, workers))
            through.append(timed(many, analyzer, texts, workers))
        (c_cpu, c_clock), (cpu, clock) = (
            [min(column) for column in zip(*rows)] for rows in (alone, through))
        good = good and (untimed or cpu / c_cpu <= LIMIT)
        print(f"workers {workers}: processors {c_cpu:.2f} s in C, {cpu:.2f} s in "
              f"Python, ratio {cpu / c_cpu:.3f}; clock {c_clock:.2f} s and "
              f"{clock:.2f} s, ratio {clock / c_clock:.3f}, "
              f"{size / 1e6 / clock:.1f} MB/s")
    grown = peak() - before
    print(f"memory: {grown:.1f} MiB more at the end than after a tenth")
    sample = texts[:1000]
    same = digest(sample, analyzer, 1) == digest(sample, analyzer, 2)
    print("records for 1 and 2 workers:", "equal" if same else "DIFFER")
    sys.exit(0 if good and same and grown < 64 else 1)


if __name__ == "__main__":
    main()
