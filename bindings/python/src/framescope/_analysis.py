"""What the library found in one text."""

from __future__ import annotations

import ctypes
import json
import typing

from . import _declarations as c
from ._library import Collector, check, lib, new_error, text_of
from ._scores import (CategoryCount, Measures, Notice, Reframing, Scores,
                      read_scores, unpacker)

if typing.TYPE_CHECKING:
    import pandas

    from ._analyzer import Analyzer


class Cue(typing.NamedTuple):
    """The words that decided a stance, and the rule; indices as in Match."""

    start: int
    end: int
    text: str
    rule: str


class Holder(typing.NamedTuple):
    """Whose words are reported; indices as in Match."""

    start: int
    end: int
    text: str


class Match(typing.NamedTuple):
    """An entry found in the text.

    `start` and `end` index the str: `analysis.text[m.start:m.end] == m.text`,
    also after emoji. `byte_start` and `byte_end` count its UTF-8 bytes.
    `evoked` and `endorsed` tell in which of the two readings it counts, unless
    it is `repeated`. `pair` is the index of a contrast's other side.
    """

    start: int
    end: int
    text: str
    axis: typing.Optional[str]
    pole: typing.Optional[str]
    category: str
    entry: str
    weight: int
    locus: str
    stance: str
    evoked: bool
    endorsed: bool
    repeated: bool
    in_quotation: bool
    sentence: int
    line: typing.Optional[int]
    page: typing.Optional[int]
    cue: typing.Optional[Cue]
    holder: typing.Optional[Holder]
    pair: typing.Optional[int]
    instead: typing.Tuple[str, ...]
    sources: typing.Tuple[str, ...]
    flags: typing.Tuple[str, ...]
    note: str
    byte_start: int
    byte_end: int


class ConcordanceLine(typing.NamedTuple):
    """A match with the words around it, on one line."""

    left: str
    text: str
    right: str
    match: Match

    def __str__(self) -> str:
        return f"{self.left}[{self.text}]{self.right}"


STANCES = tuple(text_of(lib.framescope_stance_name(stance))
                for stance in range(c.FRAMESCOPE_STANCE_MENTIONED + 1))
ENDORSED = tuple(bool(lib.framescope_stance_endorsed(stance))
                 for stance in range(len(STANCES)))
_FORMATS = {
    "text": c.FRAMESCOPE_REPORT_TEXT, "json": c.FRAMESCOPE_REPORT_JSON,
    "jsonl": c.FRAMESCOPE_REPORT_JSONL, "csv": c.FRAMESCOPE_REPORT_CSV,
    "html": c.FRAMESCOPE_REPORT_HTML,
}
_MATCH = unpacker(c.framescope_match)
assert _MATCH.size == 128 and len(c.framescope_match._fields_) == 22
_LINE_BREAKS = str.maketrans({"\n": " ", "\r": " ", "\t": " "})


class Analysis:
    """What was found in one text. Read-only; may be shared by threads.

    Everything is worked out when it is asked for, so that an analysis of which
    only the scores are wanted costs little.
    """

    ok: typing.ClassVar["typing.Literal[True]"] = True
    __slots__ = ("_pointer", "_text", "_matches", "_scores", "analyzer",
                 "__weakref__")

    def __init__(self, analyzer: "Analyzer", pointer,
                 text: typing.Optional[str] = None):
        self.analyzer = analyzer
        self._pointer = pointer
        self._text = text
        self._matches: typing.Optional[typing.Tuple[Match, ...]] = None
        self._scores: typing.Optional[Scores] = None

    def __del__(self, _free=lib.framescope_analysis_free):
        _free(self._pointer)

    # ---- Text ----

    @property
    def text(self) -> str:
        """The text that indices speak of."""
        if self._text is None:
            self._text = self._bytes().decode("utf-8")
        return self._text

    def _bytes(self) -> bytes:
        size = ctypes.c_size_t()
        data = lib.framescope_analysis_text(self._pointer, size)
        return ctypes.string_at(data, size.value)

    @property
    def id(self) -> str:
        """The document's id, "" for a text without one."""
        return text_of(lib.framescope_document_id(self._document()))

    @property
    def path(self) -> str:
        """Where the document was read from, "" for text from memory."""
        return text_of(lib.framescope_document_path(self._document()))

    @property
    def title(self) -> str:
        """The document's title, "" for none."""
        return text_of(lib.framescope_document_title(self._document()))

    def _document(self) -> int:
        return lib.framescope_analysis_document(self._pointer)

    @property
    def words(self) -> int:
        """The number of words, as ICU finds them."""
        return lib.framescope_analysis_word_count(self._pointer)

    @property
    def sentences(self) -> int:
        """The number of sentences."""
        return lib.framescope_analysis_sentence_count(self._pointer)

    @property
    def paragraphs(self) -> int:
        """The number of paragraphs, also of those that repeat another."""
        return self._extent().paragraphs

    @property
    def repeated_paragraphs(self) -> int:
        """Paragraphs that repeat an earlier one, which are not scored."""
        return self._extent().repeated_paragraphs

    @property
    def repeated_words(self) -> int:
        """Words of those paragraphs."""
        return self._extent().repeated_words

    def _extent(self) -> "c.framescope_extent":
        extent = c.framescope_extent()
        lib.framescope_analysis_extent(extent, self._pointer)
        return extent

    # ---- What was found ----

    @property
    def matches(self) -> typing.Tuple[Match, ...]:
        """Every match, in the order of the text."""
        if self._matches is None:
            self._matches = self._read_matches()
        return self._matches

    @property
    def scores(self) -> Scores:
        """The scores by the name of the axis."""
        if self._scores is None:
            data = self._array(lib.framescope_analysis_scores)
            self._scores = read_scores(self.analyzer.lexicon.axes, data)
        return self._scores

    @property
    def categories(self) -> typing.Dict[str, CategoryCount]:
        """Counts of the categories that occur."""
        count = ctypes.c_size_t()
        found = lib.framescope_analysis_categories(self._pointer, count)
        score = lib.framescope_analysis_category_score
        return {
            self.analyzer.lexicon.categories[at].name: CategoryCount(
                found[at].evoked, found[at].endorsed, score(self._pointer, at))
            for at in range(count.value)
            if found[at].evoked or found[at].endorsed
        }

    @property
    def reframings(self) -> typing.Tuple[Reframing, ...]:
        """Contrasts that leave one frame for another."""
        count = ctypes.c_size_t()
        found = lib.framescope_analysis_reframings(self._pointer, count)
        return tuple(
            Reframing(found[at].from_, found[at].to,
                      self.analyzer.rule_name(found[at].rule))
            for at in range(count.value))

    @property
    def measures(self) -> Measures:
        """Problems without a way forward, fashionable words, what is missing."""
        found = c.framescope_measures()
        lib.framescope_analysis_measures(found, self._pointer)
        names = self.analyzer.lexicon.categories
        return Measures(
            tuple(found.no_way_forward[:found.no_way_forward_count]),
            found.buzzword_share,
            tuple(names[at].name for at in found.missing[:found.missing_count]))

    @property
    def notices(self) -> typing.Tuple[Notice, ...]:
        """What a reader should know about how the text was read."""
        document, notice = self._document(), c.framescope_notice()
        found = []
        for at in range(lib.framescope_document_notice_count(document)):
            check(lib.framescope_document_notice(notice, document, at),
                  new_error())
            found.append(Notice(text_of(notice.code), text_of(notice.message),
                                notice.line or None))
        return tuple(found)

    def _array(self, function) -> bytes:
        count = ctypes.c_size_t()
        first = function(self._pointer, count)
        if not count.value:
            return b""
        size = ctypes.sizeof(first.contents) * count.value
        return ctypes.string_at(first, size)

    def _read_matches(self) -> typing.Tuple[Match, ...]:
        rows = list(_MATCH.iter_unpack(
            self._array(lib.framescope_analysis_matches)))
        places = self._places({at for row in rows for at in row[6:10]})
        return tuple(self._match(row, places) for row in rows)

    def _places(self, offsets: typing.Set[int]) -> typing.Mapping[int, int]:
        """Indices of the str for byte offsets."""
        ordered = sorted(offsets)
        size = ctypes.c_size_t()
        data = lib.framescope_analysis_text(self._pointer, size)
        if size.value == len(self.text):
            return dict(zip(ordered, ordered))
        array = (ctypes.c_uint64 * len(ordered))(*ordered)
        error = new_error()
        check(lib.framescope_convert_offsets(
            array, ctypes.cast(data, ctypes.c_char_p), size, array,
            len(ordered), c.FRAMESCOPE_UNIT_CODE_POINTS, error), error)
        return dict(zip(ordered, array))

    def _match(self, row, places) -> Match:
        (byte_start, byte_end, start, end, _, _, cue_begin, cue_end,
         holder_begin, holder_end, entry, category, weight, stance, locus,
         sentence, line, page, rule, pair, flags, _) = row
        text = self.text
        axis, pole, category_name, pattern, instead, sources, marks, note = (
            self.analyzer._names(entry, category))
        cue = holder = None
        if rule != c.FRAMESCOPE_NONE:
            first, last = places[cue_begin], places[cue_end]
            cue = Cue(first, last, text[first:last],
                      self.analyzer.rule_name(rule))
        if holder_begin != holder_end:
            first, last = places[holder_begin], places[holder_end]
            holder = Holder(first, last, text[first:last])
        return Match(
            start, end, text[start:end], axis, pole, category_name, pattern,
            weight, text_of(lib.framescope_locus_name(locus)), STANCES[stance],
            stance != c.FRAMESCOPE_STANCE_MENTIONED, ENDORSED[stance],
            bool(flags & c.FRAMESCOPE_MATCH_REPEATED),
            bool(flags & c.FRAMESCOPE_MATCH_QUOTED), sentence, line or None,
            page or None, cue, holder,
            None if pair == c.FRAMESCOPE_NONE else pair, instead, sources, marks,
            note, byte_start, byte_end)

    # ---- For others ----

    def report(self, format: str = "text", *, quiet: bool = False,
               width: int = 80) -> str:
        """The program's report: "text", "json", "jsonl", "csv" or "html".

        `quiet` leaves out the document's words; `width` is for "text".
        """
        if format not in _FORMATS:
            raise ValueError(f"unknown format {format!r}; there are: "
                             f"{', '.join(_FORMATS)}")
        options = c.framescope_report_options()
        options.struct_size = ctypes.sizeof(options)
        options.format = _FORMATS[format]
        options.flags = c.FRAMESCOPE_REPORT_QUIET if quiet else 0
        options.width = width
        error, written = new_error(), Collector()
        check(lib.framescope_analysis_write(
            self._pointer, self.analyzer._handle.pointer, options,
            written.write, None, error), error)
        return written.text()

    def to_json(self, *, quiet: bool = False) -> str:
        """The record (docs/record.md) on one line, as the program writes it."""
        return self.report("jsonl", quiet=quiet).rstrip("\n")

    def to_dict(self, *, quiet: bool = False) -> typing.Dict[str, typing.Any]:
        """The record (docs/record.md) as a dict."""
        return json.loads(self.to_json(quiet=quiet))

    def to_pandas(self) -> "pandas.DataFrame":
        """The matches as a data frame, one a row."""
        from ._tables import matches_frame
        return matches_frame(self)

    def concordance(self, width: int = 40) -> typing.List[ConcordanceLine]:
        """Each match with up to `width` characters on either side."""
        if width < 0:
            raise ValueError("width must not be negative")
        text = self.text.translate(_LINE_BREAKS)
        return [
            ConcordanceLine(text[max(0, m.start - width):m.start].rjust(width),
                            text[m.start:m.end],
                            text[m.end:m.end + width].ljust(width), m)
            for m in self.matches
        ]

    def _repr_html_(self) -> str:
        from ._html import page
        return page(self)

    def __repr__(self) -> str:
        name = f" {self.id!r}" if self.id else ""
        return (f"<Analysis{name}: {self.words} words, "
                f"{len(self.matches)} matches>")

    def __reduce__(self):
        raise TypeError("an Analysis cannot be pickled, since it holds memory of "
                        "the library: send analysis.to_dict(), or the text and "
                        "the Analyzer")
