"""Tables of results: Arrow's capsules, and data frames."""

from __future__ import annotations

import ctypes
import typing

from . import _arrow
from . import _declarations as c
from ._errors import FramescopeError
from ._library import c_string, check, lib, new_error
from ._many import check_arguments

if typing.TYPE_CHECKING:
    import pandas

_BATCH = 8192


class Table:
    """Results in columns: one row a document, or one row a match.

    texts: a list or any other iterable of str (None where there is none), a
        pandas Series or DataFrame, or whatever has __arrow_c_stream__ or
        __arrow_c_array__ (pyarrow, polars, DuckDB): then no text is copied.
    text, id: the columns of texts and of ids, where texts is a table.

    Whatever reads Arrow's capsules takes a Table as it is, for instance
    pyarrow.table(table). The work is done when, and each time that, it is read.
    A text that cannot be analysed has its reason in the column "error", and a
    missing one has nulls.
    """

    def __init__(self, analyzer, kind: str, texts, text: str = "text",
                 id: typing.Optional[str] = None,
                 workers: typing.Optional[int] = None):
        self._analyzer = analyzer
        self._kind = kind
        self._jobs = check_arguments(workers, "raise")
        self._names = (c_string(text, "text"), c_string(id, "id"))
        self._index: typing.Any = None  # of pandas
        self._texts: typing.List[typing.Optional[bytes]] = []
        self._ids: typing.Optional[typing.List] = None
        self._source: typing.Any = None  # that speaks Arrow
        if _is_pandas(texts):
            self._take_pandas(texts, text, id)
        elif hasattr(texts, "__arrow_c_stream__") or hasattr(
                texts, "__arrow_c_array__"):
            self._source = texts
        elif isinstance(texts, (str, bytes)):
            raise TypeError("texts must be several texts, such as a list")
        elif id is not None:
            raise TypeError("id names a column, and texts is no table")
        else:
            self._texts = [_piece(at, one) for at, one in enumerate(texts)]

    def _take_pandas(self, texts, text: str, id: typing.Optional[str]) -> None:
        self._index = texts.index
        column = texts
        if texts.ndim == 2:
            for name in (text, id):
                if name is not None and name not in texts.columns:
                    raise KeyError(
                        f"there is no column {name!r} in the data frame; there "
                        f"are: {', '.join(map(str, texts.columns))}")
            column = texts[text]
            if id is not None:
                self._ids = [_id(one) for one in texts[id].tolist()]
                if not all(one is None or isinstance(one, int)
                           for one in self._ids):
                    self._ids = [None if one is None else str(one)
                                 for one in self._ids]
        missing = column.isna().tolist()
        self._texts = [
            None if absent else _piece(at, one)
            for at, (one, absent) in enumerate(zip(column.tolist(), missing))]

    # ---- Arrow ----

    def __arrow_c_stream__(self, requested_schema=None):
        return _arrow.to_capsule(self._open())

    def __arrow_c_schema__(self):
        stream = self._open()
        try:
            return _arrow.to_capsule(self._schema_of(stream))
        finally:
            _arrow.release(stream)

    def __arrow_c_array__(self, requested_schema=None):
        schema, array = self._make_array()
        return _arrow.to_capsule(schema), _arrow.to_capsule(array)

    def _options(self, own: bool) -> "c.framescope_arrow_options":
        options = c.framescope_arrow_options()
        options.struct_size = ctypes.sizeof(options)
        options.jobs = self._jobs
        if own:
            options.text_column = b"text"
            options.id_column = None if self._ids is None else b"id"
        else:
            options.text_column, options.id_column = self._names
        return options

    def _id_format(self) -> typing.Optional[bytes]:
        if self._ids is None:
            return None
        whole = all(one is None or isinstance(one, int) for one in self._ids)
        return b"l" if whole else b"U"

    def _open(self) -> "c.ArrowArrayStream":
        """The results as a stream."""
        own = self._source is None
        if own:
            format_ = self._id_format()
            texts = _arrow.stream_of(lambda: _arrow.text_schema(format_),
                                     self._own_batches())
        elif hasattr(self._source, "__arrow_c_stream__"):
            texts = _arrow.from_capsule(self._source.__arrow_c_stream__(),
                                        c.ArrowArrayStream)
        else:
            texts = _single(self._source)
        out, error = c.ArrowArrayStream(), new_error()
        function = (lib.framescope_arrow_document_stream
                    if self._kind == "documents"
                    else lib.framescope_arrow_match_stream)
        status = function(out, self._analyzer._handle.pointer, texts,
                          self._options(own), error)
        if status:
            _arrow.release(texts)
        check(status, error)
        return out

    def _own_batches(self) -> typing.Iterator:
        for at in range(0, len(self._texts), _BATCH):
            piece = slice(at, at + _BATCH)
            yield _arrow.text_array(
                self._texts[piece],
                None if self._ids is None else self._ids[piece])

    def _make_array(self):
        """The results in one piece."""
        own = self._source is None
        if own:
            schema = _arrow.text_schema(self._id_format())
            texts = _arrow.text_array(self._texts, self._ids)
        elif hasattr(self._source, "__arrow_c_array__"):
            capsules = self._source.__arrow_c_array__()
            schema = _arrow.from_capsule(capsules[0], c.ArrowSchema)
            texts = _arrow.from_capsule(capsules[1], c.ArrowArray)
        else:
            raise TypeError("the texts are a stream, so the results are too: "
                            "use __arrow_c_stream__")
        schema_out, array_out = c.ArrowSchema(), c.ArrowArray()
        error = new_error()
        function = (lib.framescope_arrow_documents if self._kind == "documents"
                    else lib.framescope_arrow_matches)
        status = function(schema_out, array_out, self._analyzer._handle.pointer,
                          schema, texts, self._options(own), error)
        _arrow.release(texts)
        _arrow.release(schema)
        check(status, error)
        return schema_out, array_out

    @staticmethod
    def _schema_of(stream) -> "c.ArrowSchema":
        schema = c.ArrowSchema()
        _stream_check(stream, stream.get_schema(stream, schema))
        return schema

    def _batches(self, names: typing.List[str]
                 ) -> typing.Iterator[typing.List[_arrow.Column]]:
        """The results batch by batch; puts the columns' names in `names`."""
        stream = self._open()
        schema = None
        try:
            schema = self._schema_of(stream)
            names += _arrow.column_names(schema)
            while True:
                batch = c.ArrowArray()
                _stream_check(stream, stream.get_next(stream, batch))
                if not batch.release:
                    return
                try:
                    yield _arrow.read_table(schema, batch)
                finally:
                    _arrow.release(batch)
        finally:
            if schema is not None:
                _arrow.release(schema)
            _arrow.release(stream)

    # ---- Python ----

    @property
    def column_names(self) -> typing.List[str]:
        """The names of the columns, in their order."""
        stream = self._open()
        schema = self._schema_of(stream)
        try:
            return _arrow.column_names(schema)
        finally:
            _arrow.release(schema)
            _arrow.release(stream)

    def to_pydict(self) -> typing.Dict[str, typing.List]:
        """The columns as lists; needs nothing but Python."""
        names: typing.List[str] = []
        columns: typing.Dict[str, typing.List] = {}
        for batch in self._batches(names):
            for column in batch:
                columns.setdefault(column.name, []).extend(column.to_list())
        return columns or {name: [] for name in names}

    def to_pandas(self) -> "pandas.DataFrame":
        """A data frame, with the index that the texts had if they were a Series
        or a DataFrame. Needs pandas."""
        pandas = _pandas()
        names: typing.List[str] = []
        frames = [pandas.DataFrame({
            column.name: _series(pandas, column) for column in batch
        }) for batch in self._batches(names)]
        if not frames:
            frame = pandas.DataFrame(columns=names)
        elif len(frames) == 1:
            frame = frames[0]
        else:
            frame = _concatenate(pandas, frames)
        if self._index is not None:
            rows = frame.pop("document").to_numpy(dtype="int64")
            frame.index = self._index.take(rows)
        return frame

    def __repr__(self) -> str:
        return f"<Table of {self._kind}>"


def _is_pandas(texts) -> bool:
    """Without importing pandas for those who do not use it."""
    kind = type(texts)
    return kind.__module__.partition(".")[0] == "pandas" and hasattr(
        texts, "index") and hasattr(texts, "ndim")


def _piece(at: int, text) -> typing.Optional[bytes]:
    """UTF-8 for the library, which tells what is wrong with half pairs."""
    if text is None or isinstance(text, bytes):
        return text
    if isinstance(text, str):
        return text.encode("utf-8", "surrogatepass")
    raise TypeError(f"texts[{at}]: a text must be a str, bytes or None, not "
                    f"{type(text).__name__}")


def _id(value):
    """Numbers of numpy as Python's; what is missing as None."""
    if value is None or value != value:
        return None
    if isinstance(value, (str, int)):
        return value
    return value if not hasattr(value, "item") else value.item()


def _stream_check(stream, status: int) -> None:
    if status:
        message = stream.get_last_error(stream)
        raise FramescopeError((message or b"the stream of texts broke off")
                              .decode("utf-8", "replace"), "E_IO")


def _single(source) -> "c.ArrowArrayStream":
    """A stream of the one array that `source` has."""

    def schema():
        return _arrow.from_capsule(source.__arrow_c_array__()[0], c.ArrowSchema)

    def once():
        yield _arrow.from_capsule(source.__arrow_c_array__()[1], c.ArrowArray)

    return _arrow.stream_of(schema, once())


def _pandas():
    try:
        import pandas
    except ImportError:
        raise ImportError("this needs pandas: pip install framescope[pandas], "
                          "or use to_pydict()") from None
    return pandas


def _series(pandas, column: _arrow.Column):
    """A column for pandas. Its type depends on the schema alone, so that
    tables of parts fit together."""
    import numpy
    invalid = None if column.valid is None else ~numpy.array(column.valid,
                                                             dtype=bool)
    if column.dictionary is not None:
        # Two entries may be written alike; categories may not.
        unique = {name: at for at, name in enumerate(
            dict.fromkeys(column.dictionary))}
        places = numpy.array([unique[name] for name in column.dictionary],
                             dtype="int64")
        codes = numpy.array(column.values, dtype="int64")
        if invalid is not None:
            codes[invalid] = -1  # whatever stood there
        codes = numpy.append(places, -1)[codes]
        return pandas.Categorical.from_codes(codes, list(unique))
    if column.format == "b":
        return pandas.array(column.to_list(), dtype=(
            "boolean" if column.nullable else bool))
    if isinstance(column.values, list):
        return pandas.Series(column.to_list(), dtype=object)
    values = numpy.array(column.values)
    if values.dtype.kind == "f":
        if invalid is not None:
            values[invalid] = numpy.nan
        return values
    values = values.astype("int64")
    if not column.nullable:
        return values
    if invalid is None:
        invalid = numpy.zeros(len(values), dtype=bool)
    return pandas.arrays.IntegerArray(values, invalid)


def _concatenate(pandas, frames):
    """One frame; categories that differ between batches are united."""
    for name in frames[0].columns:
        parts = [frame[name] for frame in frames]
        if all(isinstance(part.dtype, pandas.CategoricalDtype) for part in parts):
            united = pandas.api.types.union_categoricals(parts)
            for frame in frames:
                frame[name] = frame[name].cat.set_categories(united.categories)
    return pandas.concat(frames, ignore_index=True)


def matches_frame(analysis) -> "pandas.DataFrame":
    """The matches of one analysis, one a row."""
    from ._analysis import Match
    pandas = _pandas()
    rows = [m._replace(
        cue=None if m.cue is None else m.cue.text,
        holder=None if m.holder is None else m.holder.text,
        instead="; ".join(m.instead), sources=" ".join(m.sources),
        flags=" ".join(m.flags)) for m in analysis.matches]
    frame = pandas.DataFrame(rows, columns=Match._fields)
    rules = [None if m.cue is None else m.cue.rule for m in analysis.matches]
    frame.insert(frame.columns.get_loc("cue") + 1, "rule",
                 pandas.Series(rules, dtype=object))
    return frame
