"""Compiled lexicons, ready to read texts."""

from __future__ import annotations

import ctypes
import json
import os
import threading
import typing
import weakref

from . import _declarations as c
from ._analysis import Analysis
from ._documents import Document
from ._errors import LexiconError
from ._lexicon import Lexicon
from ._library import (Collector, Handle, c_path, c_string, check, lib,
                       new_error, text_of)
from ._texts import encode

if typing.TYPE_CHECKING:
    import pandas

    from ._many import Failure
    from ._tables import Table

Text = typing.Union[str, bytes, Document]


class _Scratch(threading.local):
    """Working memory of the library, one for each thread."""

    handle: typing.Optional[Handle] = None

    def pointer(self) -> int:
        if self.handle is None:
            out, error = ctypes.c_void_p(), new_error()
            check(lib.framescope_scratch_new(out, error), error)
            self.handle = Handle(out.value, lib.framescope_scratch_free)
        return self.handle.pointer


_scratch = _Scratch()


class Analyzer:
    """A compiled lexicon. Never changes, may be shared by threads, and can be
    pickled (the receiver compiles it anew, once in each process).

    lexicon: None for the built-in one.
    profile: one of `lexicon.profiles`; None for the lexicon's default.
    locale: BCP 47, for the boundaries of words.
    masks, stance: False leaves out what hides entries, or takes every match as
        used.
    count_repeats: True counts repeated paragraphs each time.
    segmenter: "icu" for ICU's own; None for the fastest with the same result.
    overlap: "longest", or quanteda's nested scopes "key" and "dictionary".
    sense_model: a file that `framescope evaluate --train-sense` wrote.
    """

    def __init__(self, lexicon: typing.Optional[Lexicon] = None, *,
                 profile: typing.Optional[str] = None, locale: str = "en-GB",
                 masks: bool = True, stance: bool = True,
                 count_repeats: bool = False,
                 segmenter: typing.Optional[str] = None,
                 overlap: typing.Optional[str] = None,
                 sense_model: typing.Union[None, str, os.PathLike] = None):
        self._keywords = {
            "profile": profile, "locale": locale, "masks": masks,
            "stance": stance, "count_repeats": count_repeats,
            "segmenter": segmenter, "overlap": overlap,
            "sense_model": None if sense_model is None
            else os.path.abspath(os.fspath(sense_model)),
        }
        if lexicon is None:
            lexicon = Lexicon.builtin()
        if not isinstance(lexicon, Lexicon):
            raise TypeError("lexicon must be a Lexicon, not "
                            f"{type(lexicon).__name__}; to read one from a file "
                            "use Lexicon.load(path)")
        self.lexicon = lexicon
        options = c.framescope_options()
        options.struct_size = ctypes.sizeof(options)
        options.flags = (
            (0 if masks else c.FRAMESCOPE_NO_MASKS)
            | (0 if stance else c.FRAMESCOPE_NO_STANCE)
            | (c.FRAMESCOPE_COUNT_REPEATS if count_repeats else 0))
        options.profile = c_string(profile, "profile")
        options.locale = c_string(locale, "locale")
        options.segmenter = c_string(segmenter, "segmenter")
        options.overlap = c_string(overlap, "overlap")
        if sense_model is not None:
            options.sense_model = c_path(sense_model)
        out, error, found = ctypes.c_void_p(), new_error(), Collector()
        check(lib.framescope_analyzer_new(
            out, lexicon._handle.pointer, options, found.diagnostic, None,
            error), error, LexiconError)
        self._handle = Handle(out.value, lib.framescope_analyzer_free)
        self._known: typing.Dict[typing.Tuple[int, int], tuple] = {}
        self._rules: typing.Dict[int, str] = {}

    @property
    def stamp(self) -> typing.Dict[str, typing.Any]:
        """Versions and hashes that a result depends on."""
        return json.loads(lib.framescope_analyzer_stamp(self._handle.pointer))

    def analyze(self, text: Text) -> Analysis:
        """Finds the lexicon's entries in a text and judges them.

        `text` is a str, the bytes of UTF-8, or a Document. Raises EncodingError
        with the place when it cannot be read as UTF-8. Linear in the text.
        """
        out, error = ctypes.c_void_p(), new_error()
        if isinstance(text, Document):
            check(lib.framescope_analyze_document(
                out, self._handle.pointer, _scratch.pointer(),
                text._handle.pointer, error), error)
            return Analysis(self, out.value)
        data = encode(text)
        status = lib.framescope_analyze(
            out, self._handle.pointer, _scratch.pointer(), data, len(data),
            error)
        if status:
            check(status, error)
        return Analysis(self, out.value,
                        text if isinstance(text, str) else None)

    def analyze_many(self, texts: typing.Iterable[Text], *,
                     workers: typing.Optional[int] = None,
                     errors: str = "raise"
                     ) -> typing.Iterator[typing.Union[Analysis, "Failure"]]:
        """Analyses of many texts, in their order; see framescope.analyze_many.
        """
        from ._many import analyze_many
        return analyze_many(self, texts, workers, errors)

    def score_files(self, paths, *, workers: typing.Optional[int] = None,
                    errors: str = "raise", **read
                    ) -> typing.Iterator[typing.Union[Analysis, "Failure"]]:
        """Analyses of the documents at paths; see framescope.score_files."""
        from ._many import score_files
        return score_files(self, paths, workers, errors, read)

    def document_table(self, texts, *, text: str = "text",
                       id: typing.Optional[str] = None,
                       workers: typing.Optional[int] = None) -> "Table":
        """One row a document; see Table."""
        from ._tables import Table
        return Table(self, "documents", texts, text, id, workers)

    def match_table(self, texts, *, text: str = "text",
                    id: typing.Optional[str] = None,
                    workers: typing.Optional[int] = None) -> "Table":
        """One row a match; see Table."""
        from ._tables import Table
        return Table(self, "matches", texts, text, id, workers)

    def score_frame(self, texts, *, text: str = "text",
                    id: typing.Optional[str] = None,
                    workers: typing.Optional[int] = None
                    ) -> "pandas.DataFrame":
        """document_table as a data frame, with the index of the texts."""
        return self.document_table(texts, text=text, id=id,
                                   workers=workers).to_pandas()

    def match_frame(self, texts, *, text: str = "text",
                    id: typing.Optional[str] = None,
                    workers: typing.Optional[int] = None
                    ) -> "pandas.DataFrame":
        """match_table as a data frame, with the index of the texts."""
        return self.match_table(texts, text=text, id=id,
                                workers=workers).to_pandas()

    def explain(self, text: Text, line: int = 0) -> str:
        """How each entry that occurs was judged, step by step, for people.
        `line`, counted from 1, asks for the sentences on one line only."""
        document = text if isinstance(text, Document) else Document.new(text)
        error, written = new_error(), Collector()
        check(lib.framescope_explain(
            self._handle.pointer, _scratch.pointer(), document._handle.pointer,
            line, written.write, None, error), error)
        return written.text()

    def rule_name(self, rule: int) -> str:
        """The id of a stance rule, such as "contrast.rather-than"."""
        found = self._rules.get(rule)
        if found is None:
            found = self._rules[rule] = text_of(
                lib.framescope_analyzer_rule_name(self._handle.pointer, rule))
        return found

    def _names(self, entry: int, category: int) -> tuple:
        """What all matches of an entry share."""
        known = self._known.get((entry, category))
        if known is None:
            one = self.lexicon.entries[entry]
            code = self.lexicon.categories[category]
            known = self._known[entry, category] = (
                code.axis, code.pole, code.name, one.pattern, one.instead,
                one.sources, one.flags, one.note)
        return known

    def __repr__(self) -> str:
        used = ", ".join(f"{name}={value!r}"
                         for name, value in self._keywords.items()
                         if value is not None and value != _DEFAULTS[name])
        return f"<Analyzer of {self.lexicon.name!r}{used and ': '}{used}>"

    def __reduce__(self):
        return _unpickle, (self.lexicon, self._keywords)


_DEFAULTS = {"profile": None, "locale": "en-GB", "masks": True, "stance": True,
             "count_repeats": False, "segmenter": None, "overlap": None,
             "sense_model": None}


# What was received already, so that a worker compiles a lexicon once.
_received: "weakref.WeakValueDictionary" = weakref.WeakValueDictionary()


def _unpickle(lexicon: Lexicon, keywords) -> Analyzer:
    if keywords["sense_model"] is not None:
        return Analyzer(lexicon, **keywords)  # its file may have changed
    key = (lexicon.name, lexicon.hash, *sorted(keywords.items()))
    known = _received.get(key)
    if known is None:
        known = _received[key] = Analyzer(lexicon, **keywords)
    return known
