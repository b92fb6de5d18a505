"""How a text frames the people it is about.

    >>> import framescope
    >>> analysis = framescope.analyze(
    ...     "Home care is not a burden but a springboard.")
    >>> [(m.text, m.pole, m.stance) for m in analysis.matches]
    [('burden', 'crisis', 'moved_from'), ('springboard', 'springboard', 'moved_to')]

docs/python.md is the tutorial. Everything here may be used by many threads.
"""

from __future__ import annotations

import threading as _threading
import typing as _typing

from ._analysis import (Analysis, ConcordanceLine, Cue, Holder, Match)
from ._analyzer import Analyzer
from ._documents import Document, read_document
from ._errors import (ArgumentError, Diagnostic, DocumentError, EncodingError,
                      FileError, FramescopeError, LexiconError,
                      OutOfMemoryError, UnsupportedError)
from ._lexicon import (Axis, Category, Entry, Lexicon, Mask, Profile, Source)
from ._library import lib as _lib, text_of as _text_of
from ._many import Failure
from ._scores import (AxisScore, Balance, CategoryCount, Measures, Notice, Pole,
                      Reframing, Scores)
from ._tables import Table
from ._total import Total

__version__ = _text_of(_lib.framescope_version_string())

_default: _typing.Optional[Analyzer] = None
_default_lock = _threading.Lock()


def default_analyzer() -> Analyzer:
    """The analyzer of the built-in lexicon, made at first use."""
    global _default
    with _default_lock:
        if _default is None:
            _default = Analyzer()
        return _default


def analyze(text: _typing.Union[str, bytes, Document], *,
            analyzer: _typing.Optional[Analyzer] = None) -> Analysis:
    """Finds and judges what frames people in a text.

    Raises EncodingError when a str has half of a surrogate pair, or bytes are
    not UTF-8.
    """
    return (analyzer or default_analyzer()).analyze(text)


def analyze_many(texts: _typing.Iterable[_typing.Union[str, bytes]], *,
                 workers: _typing.Optional[int] = None, errors: str = "raise",
                 analyzer: _typing.Optional[Analyzer] = None
                 ) -> _typing.Iterator[_typing.Union[Analysis, Failure]]:
    """Analyses of many texts, in their order.

    texts: any iterable; it is read as the results are taken, some hundred
        texts ahead, so that memory stays flat.
    workers: threads; None means one each core. They run without the GIL, and
        the results do not depend on their number.
    errors: "raise" raises at the first text that cannot be analysed, after the
        results before it. "record" puts a Failure in its place and goes on.
    """
    return (analyzer or default_analyzer()).analyze_many(
        texts, workers=workers, errors=errors)


def score_files(paths, *, workers: _typing.Optional[int] = None,
                errors: str = "raise",
                analyzer: _typing.Optional[Analyzer] = None, **read
                ) -> _typing.Iterator[_typing.Union[Analysis, Failure]]:
    """Analyses of all documents at paths: files and folders.

    Tables (csv, tsv, jsonl) hold one document a row. Options for reading:
    encoding, format, text_column, id_column, max_bytes, pdf_seconds.
    errors: "raise" raises at the first document that fails and passes over
    files that are no documents. "record" yields a Failure for each of both.
    """
    return (analyzer or default_analyzer()).score_files(
        paths, workers=workers, errors=errors, **read)


def document_table(texts, *, text: str = "text",
                   id: _typing.Optional[str] = None,
                   workers: _typing.Optional[int] = None,
                   analyzer: _typing.Optional[Analyzer] = None) -> Table:
    """One row a document: words, counts of each pole, balances. See Table."""
    return (analyzer or default_analyzer()).document_table(
        texts, text=text, id=id, workers=workers)


def match_table(texts, *, text: str = "text",
                id: _typing.Optional[str] = None,
                workers: _typing.Optional[int] = None,
                analyzer: _typing.Optional[Analyzer] = None) -> Table:
    """One row a match. See Table."""
    return (analyzer or default_analyzer()).match_table(
        texts, text=text, id=id, workers=workers)


def score_frame(texts, *, text: str = "text",
                id: _typing.Optional[str] = None,
                workers: _typing.Optional[int] = None,
                analyzer: _typing.Optional[Analyzer] = None):
    """document_table as a pandas data frame, with the index of the texts."""
    return document_table(texts, text=text, id=id, workers=workers,
                          analyzer=analyzer).to_pandas()


def match_frame(texts, *, text: str = "text",
                id: _typing.Optional[str] = None,
                workers: _typing.Optional[int] = None,
                analyzer: _typing.Optional[Analyzer] = None):
    """match_table as a pandas data frame."""
    return match_table(texts, text=text, id=id, workers=workers,
                       analyzer=analyzer).to_pandas()


__all__ = [
    "Analysis", "Analyzer", "ArgumentError", "Axis", "AxisScore", "Balance",
    "Category", "CategoryCount", "ConcordanceLine", "Cue", "Diagnostic",
    "Document", "DocumentError", "EncodingError", "Entry", "Failure",
    "FileError", "FramescopeError", "Holder", "Lexicon", "LexiconError", "Mask",
    "Match", "Measures", "Notice", "OutOfMemoryError", "Pole", "Profile",
    "Reframing", "Scores", "Source", "Table", "Total", "UnsupportedError",
    "analyze", "analyze_many", "default_analyzer", "document_table",
    "match_frame", "match_table", "read_document", "score_files",
    "score_frame",
]
