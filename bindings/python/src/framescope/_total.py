"""The scores of a whole corpus, which may be put together from parts."""

from __future__ import annotations

import ctypes
import threading
import typing

from . import _declarations as c
from ._analysis import Analysis
from ._library import Collector, Handle, check, lib, new_error
from ._many import batches_of, check_arguments, reason_of
from ._scores import Scores, read_scores


class Total:
    """The scores of many documents taken together.

    All its sums are of whole numbers: totals of parts, merged in any order, are
    the total of the whole to the last bit. Can be pickled. One thread at a
    time may use it; others wait.
    """

    def __init__(self, analyzer,
                 analyses: typing.Iterable[Analysis] = ()):
        out, error = ctypes.c_void_p(), new_error()
        check(lib.framescope_total_new(out, analyzer._handle.pointer, error),
              error)
        self._own(analyzer, out.value)
        for analysis in analyses:
            self.add(analysis)

    def _own(self, analyzer, pointer) -> None:
        self.analyzer = analyzer
        self._handle = Handle(pointer, lib.framescope_total_free)
        self._lock = threading.RLock()

    def add(self, analysis: Analysis) -> None:
        """Adds one document."""
        if not isinstance(analysis, Analysis):
            raise TypeError("an Analysis is added to a Total, not "
                            f"{type(analysis).__name__}")
        error = new_error()
        with self._lock:
            check(lib.framescope_total_add(
                self._handle.pointer, analysis._pointer, error), error)

    def add_texts(self, texts: typing.Iterable, *,
                  workers: typing.Optional[int] = None,
                  errors: str = "raise") -> int:
        """Counts many texts and adds them, without making analyses: the way
        for much text. Returns how many were added.

        errors: "raise" raises at a text that cannot be analysed, after adding
        those before its batch; "skip" leaves such texts out.
        """
        if errors not in ("raise", "skip"):
            raise ValueError(f'errors must be "raise" or "skip", not {errors!r}')
        jobs, added = check_arguments(workers, "raise"), 0
        for batch in batches_of(texts):
            added += self._add_batch(batch, jobs, errors)
        return added

    def _add_batch(self, batch, jobs: int, errors: str) -> int:
        count, axes = len(batch.texts), len(self.analyzer.lexicon.axes)
        options = c.framescope_many_options()
        options.struct_size = ctypes.sizeof(options)
        options.jobs = jobs
        statuses = (ctypes.c_int32 * count)()
        columns = c.framescope_counts()
        columns.struct_size = ctypes.sizeof(columns)
        columns.axes = (c.framescope_axis_count * (count * axes))()
        columns.axis_count = axes
        columns.extents = (c.framescope_extent * count)()
        columns.statuses = statuses
        error = new_error()
        check(lib.framescope_count_many(
            columns, self.analyzer._handle.pointer, batch.views(), count,
            options, error), error)
        for at in batch.failures:
            statuses[at] = c.FRAMESCOPE_E_INVALID_ARGUMENT
        failed = [at for at, status in enumerate(statuses) if status]
        if failed and errors == "raise":
            raise reason_of(self.analyzer, batch, failed[0])
        with self._lock:
            check(lib.framescope_total_add_counts(
                self._handle.pointer, columns, count, error), error)
        return count - len(failed)

    def merge(self, other: "Total") -> "Total":
        """Adds the documents of another total of the same lexicon and options,
        and returns this one."""
        error = new_error()
        other = Total.from_bytes(other.analyzer, other.to_bytes())
        with self._lock:
            check(lib.framescope_total_merge(
                self._handle.pointer, other._handle.pointer, error), error)
        return self

    @property
    def documents(self) -> int:
        """How many documents were added."""
        with self._lock:
            return lib.framescope_total_document_count(self._handle.pointer)

    @property
    def words(self) -> int:
        """The words of them all."""
        with self._lock:
            return lib.framescope_total_word_count(self._handle.pointer)

    @property
    def scores(self) -> Scores:
        """The scores by the name of the axis; intervals are over documents when
        there are enough of them."""
        axes = self.analyzer.lexicon.axes
        out = (c.framescope_axis_score * len(axes))()
        error = new_error()
        with self._lock:
            check(lib.framescope_total_scores(
                out, len(axes), self._handle.pointer, error), error)
        return read_scores(axes, bytes(out))

    def to_bytes(self) -> bytes:
        """One line of text, to be sent or stored."""
        error, written = new_error(), Collector()
        with self._lock:
            check(lib.framescope_total_write(
                self._handle.pointer, written.write, None, error), error)
        return written.bytes()

    @classmethod
    def from_bytes(cls, analyzer, data: bytes) -> "Total":
        """Reads what `to_bytes` wrote. Raises ArgumentError when that was made
        with another lexicon, other options or another version."""
        out, error = ctypes.c_void_p(), new_error()
        check(lib.framescope_total_read(
            out, analyzer._handle.pointer, data, len(data), error), error)
        self = object.__new__(cls)
        self._own(analyzer, out.value)
        return self

    def __eq__(self, other) -> bool:
        if not isinstance(other, Total):
            return NotImplemented
        return self.to_bytes() == other.to_bytes()

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return (f"<Total: {self.documents} documents, {self.words} words, "
                f"{self.scores!r}>")

    def __reduce__(self):
        return Total.from_bytes, (self.analyzer, self.to_bytes())
