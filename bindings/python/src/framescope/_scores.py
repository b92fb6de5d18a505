"""Figures of one text or of a corpus: counts, balances, measures."""

from __future__ import annotations

import collections.abc
import ctypes
import struct
import typing

from . import _declarations as c

VERDICTS = {
    c.FRAMESCOPE_VERDICT_TOO_LITTLE: "too_little",
    c.FRAMESCOPE_VERDICT_NEGATIVE: "negative",
    c.FRAMESCOPE_VERDICT_POSITIVE: "positive",
    c.FRAMESCOPE_VERDICT_MIXED: "mixed",
}


class Pole(typing.NamedTuple):
    """One end of an axis: matches, the sum of their weights, and matches for
    every 1,000 words."""

    count: int  # type: ignore[assignment]
    weighted: int
    per_1000: float


class Balance(typing.NamedTuple):
    """One axis under one reading (docs/scoring.md).

    `balance` lies in [-1, 1] and is None when there is too little text to
    tell; `interval` is its 95 % interval; `verdict` is "too_little",
    "negative", "positive" or "mixed".
    """

    negative: Pole
    positive: Pole
    balance: typing.Optional[float]
    interval: typing.Tuple[float, float]
    log_ratio: float
    log_ratio_error: float
    verdict: str


class AxisScore(typing.NamedTuple):
    """One axis: what reaches the reader (`evoked`), and what the author says
    (`endorsed`)."""

    axis: str
    negative: str
    positive: str
    evoked: Balance
    endorsed: Balance


class CategoryCount(typing.NamedTuple):
    """Matches of a category; `weighted` is the sum of the entries' scores, for
    lexicons of other tools."""

    evoked: int
    endorsed: int
    weighted: float


class Reframing(typing.NamedTuple):
    """What is left behind and what takes its place: indices into matches."""

    before: int
    after: int
    rule: str


class Measures(typing.NamedTuple):
    """What no count shows."""

    problem_without_way_forward: typing.Tuple[int, ...]
    buzzword_share: float
    missing: typing.Tuple[str, ...]


class Notice(typing.NamedTuple):
    """What a reader should know about how the text was read."""

    code: str
    message: str
    line: typing.Optional[int]


class Scores(collections.abc.Mapping):
    """The scores of each axis, by its name and in the lexicon's order."""

    __slots__ = ("_scores",)

    def __init__(self, scores: typing.Iterable[AxisScore]):
        self._scores = {score.axis: score for score in scores}

    def __getitem__(self, axis: str) -> AxisScore:
        try:
            return self._scores[axis]
        except KeyError:
            raise KeyError(f"no axis {axis!r}; there are: "
                           f"{', '.join(self._scores)}") from None

    def __iter__(self):
        return iter(self._scores)

    def __len__(self) -> int:
        return len(self._scores)

    def __repr__(self) -> str:
        rows = (f"{score.axis}: evoked {_short(score.evoked)}, "
                f"endorsed {_short(score.endorsed)}"
                for score in self._scores.values())
        return "<Scores " + "; ".join(rows) + ">"


def _short(balance: Balance) -> str:
    counts = f"{balance.negative.count}:{balance.positive.count}"
    if balance.balance is None:
        return counts
    return f"{counts} ({balance.balance:+.2f})"


def unpacker(kind: typing.Type[ctypes.Structure]) -> struct.Struct:
    """Reads structs of numbers in one go; the padding is the machine's."""
    codes = {ctypes.c_uint64: "Q", ctypes.c_int64: "q", ctypes.c_uint32: "I",
             ctypes.c_int32: "i", ctypes.c_double: "d"}

    def flat(structure) -> str:
        return "".join(
            flat(field) if issubclass(field, ctypes.Structure) else codes[field]
            for _, field in structure._fields_)

    made = struct.Struct(flat(kind))
    assert made.size == ctypes.sizeof(kind), kind
    return made


_SCORE = unpacker(c.framescope_axis_score)
_BALANCE_FIELDS = tuple(name for name, _ in c.framescope_balance._fields_)
assert _BALANCE_FIELDS[:12] == (
    "negative_count", "positive_count", "negative_weighted",
    "positive_weighted", "negative_per_1000", "positive_per_1000", "balance",
    "low", "high", "log_ratio", "log_ratio_error", "verdict")


def _balance(v: typing.Sequence) -> Balance:
    verdict = VERDICTS.get(v[11], "unknown")
    return Balance(Pole(v[0], v[2], v[4]), Pole(v[1], v[3], v[5]),
                   None if verdict == "too_little" else v[6], (v[7], v[8]),
                   v[9], v[10], verdict)


def read_scores(axes, data: bytes) -> Scores:
    """Scores from an array of framescope_axis_score, one for each axis."""
    half = len(_BALANCE_FIELDS)
    return Scores(
        AxisScore(axis.name, axis.negative, axis.positive,
                  _balance(values[:half]), _balance(values[half:]))
        for axis, values in zip(axes, _SCORE.iter_unpack(data)))
