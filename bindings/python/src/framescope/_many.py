"""Many texts and many files: batches through one call of the library."""

from __future__ import annotations

import array
import concurrent.futures
import ctypes
import dataclasses
import itertools
import os
import queue
import threading
import typing

from . import _declarations as c
from ._analysis import Analysis
from ._documents import Document, read_options
from ._errors import FramescopeError
from ._library import c_paths, check, error_of, lib, new_error, text_of
from ._texts import encode

BATCH_TEXTS = 512
BATCH_CHARACTERS = 1 << 20


@dataclasses.dataclass(frozen=True)
class Failure:
    """What stands in place of an analysis when `errors` is "record".

    `index` counts the texts or documents from 0. `skipped` tells that a file
    was passed over since it is no document; `error` says why.
    """

    index: int
    error: Exception
    id: str = ""
    path: str = ""
    skipped: bool = False

    ok: typing.ClassVar["typing.Literal[False]"] = False

    def to_dict(self) -> typing.Dict[str, typing.Any]:
        """The `error` of a record (docs/record.md), with the index."""
        status = getattr(self.error, "status", type(self.error).__name__)
        return {
            "document": {"id": self.id, "path": self.path},
            "index": self.index,
            "error": {"status": status, "message": str(self.error),
                      "line": getattr(self.error, "line", None),
                      "offset": getattr(self.error, "offset", None)},
        }


Result = typing.Union[Analysis, Failure]


def check_arguments(workers: typing.Optional[int], errors: str) -> int:
    """The number of threads for the library, 0 for one each core."""
    if errors not in ("raise", "record"):
        raise ValueError(f'errors must be "raise" or "record", not {errors!r}')
    if workers is None:
        return 0
    if not isinstance(workers, int) or isinstance(workers, bool) or workers < 1:
        raise ValueError("workers must be a whole number from 1 on, or None for "
                         f"one each core; not {workers!r}")
    return min(workers, 256)


class Batch:
    """Texts in one piece of memory, as the library takes them."""

    __slots__ = ("first", "texts", "failures", "data", "sizes")

    def __init__(self, first: int, texts: typing.List):
        self.first = first
        self.texts = texts
        self.failures: typing.Dict[int, Exception] = {}
        # Joining and encoding at once is several times as fast as one by one.
        try:
            joined = "".join(texts)
            if joined.isascii():
                self.data = joined.encode("ascii")
                self.sizes = array.array("Q", map(len, texts))
                return
            pieces = list(map(str.encode, texts))
        except (TypeError, UnicodeEncodeError):
            pieces = [self._piece(at, text) for at, text in enumerate(texts)]
        self.data = b"".join(pieces)
        self.sizes = array.array("Q", map(len, pieces))

    def _piece(self, at: int, text) -> bytes:
        try:
            if isinstance(text, Document):
                raise TypeError("analyze a Document with Analyzer.analyze")
            return encode(text)
        except (TypeError, FramescopeError) as error:
            if isinstance(error, TypeError):
                error = TypeError(f"texts[{self.first + at}]: {error}")
            self.failures[at] = error
            return b""

    def views(self):
        """An array of framescope_text. It lives while `data` does."""
        start = ctypes.cast(ctypes.c_char_p(self.data), ctypes.c_void_p).value
        count = len(self.sizes)
        flat = array.array("Q", bytes(16 * count))
        flat[0::2] = array.array("Q", itertools.islice(
            itertools.accumulate(self.sizes, initial=start), count))
        flat[1::2] = self.sizes
        return (c.framescope_text * count).from_buffer(flat)


def batches_of(texts: typing.Iterable) -> typing.Iterator[Batch]:
    """Cuts texts into batches, small ones first."""
    if isinstance(texts, (str, bytes)):
        raise TypeError("texts must be several texts, such as a list; for one "
                        "text use analyze")
    return _cut(texts)


def _cut(texts: typing.Iterable) -> typing.Iterator[Batch]:
    source, first, size = iter(texts), 0, 32
    while True:
        taken = _take(source, size)
        if not taken:
            return
        yield Batch(first, taken)
        first += len(taken)
        size = min(2 * size, BATCH_TEXTS)  # the first results come soon


def _take(source: typing.Iterator, size: int) -> typing.List:
    """The next texts, fewer when they are long."""
    taken: typing.List = []
    room = BATCH_CHARACTERS
    while room > 0 and len(taken) < size:
        some = list(itertools.islice(source, min(16, size - len(taken))))
        if not some:
            break
        taken += some
        room -= sum(len(text) for text in some if hasattr(text, "__len__"))
    return taken


def _run(analyzer, jobs: int, batch: Batch) -> typing.List[Result]:
    """What came of one batch."""
    options = c.framescope_many_options()
    options.struct_size = ctypes.sizeof(options)
    options.jobs = jobs
    count = len(batch.texts)
    out, error = (ctypes.c_void_p * count)(), new_error()
    check(lib.framescope_analyze_all(
        ctypes.cast(out, ctypes.POINTER(ctypes.c_void_p)), None,
        analyzer._handle.pointer, batch.views(), count, options, error), error)
    made: typing.List[typing.Any] = [
        Analysis(analyzer, pointer, text if text.__class__ is str else None)
        if pointer else None
        for pointer, text in zip(out, batch.texts)]
    if batch.failures or None in made:
        for at, result in enumerate(made):
            if result is None or at in batch.failures:
                made[at] = Failure(batch.first + at,
                                   reason_of(analyzer, batch, at))
    return made


def reason_of(analyzer, batch: Batch, at: int) -> Exception:
    """Why a text failed: asked again, since failures are few."""
    if at in batch.failures:
        return batch.failures[at]
    try:
        analyzer.analyze(batch.texts[at])
    except FramescopeError as error:
        return error
    return FramescopeError("not enough memory for the text", "E_NO_MEMORY")


def _deliver(results: typing.Iterable[Result], errors: str
             ) -> typing.Iterator[Result]:
    for result in results:
        if errors == "raise" and isinstance(result, Failure):
            raise result.error
        yield result


def analyze_many(analyzer, texts: typing.Iterable,
                 workers: typing.Optional[int] = None, errors: str = "raise"
                 ) -> typing.Iterator[Result]:
    """See framescope.analyze_many."""
    jobs = check_arguments(workers, errors)
    return _stream(analyzer, batches_of(texts), jobs, errors)


def _stream(analyzer, batches, jobs: int, errors: str):
    if jobs == 1:
        for batch in batches:
            yield from _deliver(_run(analyzer, jobs, batch), errors)
        return
    # One batch is analysed while the one before is being looked at.
    with concurrent.futures.ThreadPoolExecutor(1, "framescope") as pool:
        started, pid = None, os.getpid()
        for batch in batches:
            before, started = started, pool.submit(_run, analyzer, jobs, batch)
            if before is not None:
                yield from _deliver(before.result(), errors)
                if os.getpid() != pid:
                    raise RuntimeError("an iterator of analyze_many cannot go "
                                       "on in a forked process: start it there")
        if started is not None:
            yield from _deliver(started.result(), errors)


class _FileRun:
    """framescope_run on a thread of its own, with a short queue behind it."""

    def __init__(self, analyzer, paths, jobs: int, read):
        self._analyzer = analyzer
        self._paths = paths
        self._options = c.framescope_run_options()
        self._options.struct_size = ctypes.sizeof(self._options)
        self._options.jobs = jobs
        self._read = read
        self._options.read = ctypes.pointer(read)
        self._queue: "queue.Queue" = queue.Queue(64)
        self._stopped = threading.Event()
        self._count = 0
        self._thread = threading.Thread(target=self._work, daemon=True,
                                        name="framescope-files")

    def __iter__(self) -> typing.Iterator[Result]:
        self._thread.start()
        try:
            while True:
                result = self._queue.get()
                if result is None:
                    return
                if isinstance(result, Exception):
                    raise result
                yield result
        finally:
            self._stopped.set()
            while self._thread.is_alive():
                self._drain()
                self._thread.join(0.01)

    def _drain(self) -> None:
        try:
            while True:
                self._queue.get_nowait()
        except queue.Empty:
            pass

    def _work(self) -> None:
        paths, count = self._paths
        error = new_error()
        item = c.framescope_item_fn(self._item)
        status = lib.framescope_run(self._analyzer._handle.pointer, paths, count,
                                    self._options, item, None, error)
        if status and not self._stopped.is_set():
            error.status = status
            self._queue.put(error_of(error))
        self._queue.put(None)

    def _item(self, _payload, item) -> int:
        if self._stopped.is_set():
            return 1
        try:
            self._queue.put(self._result(item.contents))
        except Exception as failure:  # cannot cross the library
            self._queue.put(failure)
            return 1
        return 0

    def _result(self, item) -> Result:
        index, self._count = self._count, self._count + 1
        if item.outcome == c.FRAMESCOPE_SCORED:
            out, error = ctypes.c_void_p(), new_error()
            check(lib.framescope_analysis_copy(out, item.analysis, error), error)
            return Analysis(self._analyzer, out.value)
        path = os.fsdecode(item.path or b"")
        failure = error_of(item.error.contents)
        return Failure(index, failure, text_of(item.id), path,
                       item.outcome == c.FRAMESCOPE_SKIPPED)


def score_files(analyzer, paths, workers: typing.Optional[int], errors: str,
                read: typing.Mapping) -> typing.Iterator[Result]:
    """See framescope.score_files."""
    jobs = check_arguments(workers, errors)
    run = _FileRun(analyzer, c_paths(paths), jobs, read_options(**read))
    return _file_results(run, errors)


def _file_results(run: _FileRun, errors: str) -> typing.Iterator[Result]:
    for result in run:
        if errors == "record" or isinstance(result, Analysis):
            yield result
        elif not result.skipped:
            result.error.args = (f"{result.id or result.path}: {result.error}",)
            raise result.error
