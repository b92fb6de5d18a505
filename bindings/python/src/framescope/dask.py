"""Corpora on more than one machine, with Dask.

    import framescope.dask
    scored = framescope.dask.score_dataframe(ddf, text="body", id="key")
    total = framescope.dask.total(ddf, text="body").compute()

Each partition is one task. An analyzer goes to the workers as the bytes that its
lexicon was read from, and is compiled once in each of their processes. Partial
totals are merged in a tree; since their sums are of whole numbers the result is
that of one machine to the last bit, whatever the partitions and whoever died.
Give Dask partitions of 50 to 500 MB: a task costs it some milliseconds.
"""

from __future__ import annotations

import functools
import pickle
import typing

import dask

import framescope

from ._total import Total

_TREE = 8  # totals that are merged by one task


@functools.lru_cache(maxsize=8)
def _analyzer(recipe: bytes) -> "framescope.Analyzer":
    """The analyzer of a recipe, compiled once in each process."""
    return pickle.loads(recipe)


def _recipe(analyzer: typing.Optional["framescope.Analyzer"]) -> bytes:
    return pickle.dumps(analyzer or framescope.default_analyzer(),
                        protocol=4)


def score_bag(bag, *, analyzer: typing.Optional["framescope.Analyzer"] = None,
              workers: int = 1):
    """The record (docs/record.md) of each text of a bag, as a bag of dicts.

    A text that cannot be analysed has a record with `error`. `workers` are
    threads for a task; 1 suits a cluster that runs a task on each core.
    """
    return bag.map_partitions(_records, recipe=_recipe(analyzer),
                              workers=workers)


def _records(texts, recipe: bytes, workers: int):
    return [result.to_dict() for result in _analyzer(recipe).analyze_many(
        texts, workers=workers, errors="record")]


def score_dataframe(frame, *, text: str = "text",
                    id: typing.Optional[str] = None, rows: str = "documents",
                    analyzer: typing.Optional["framescope.Analyzer"] = None,
                    workers: int = 1):
    """A Dask data frame of the results for one, with its index and divisions.

    text, id: names of columns. rows: "documents" makes one row of each, with
    the columns of framescope.score_frame; "matches" makes one row a match.
    """
    if rows not in ("documents", "matches"):
        raise ValueError(f'rows must be "documents" or "matches", not {rows!r}')
    recipe = _recipe(analyzer)
    meta = _score_partition(frame._meta, text, id, rows, recipe, 1)
    return frame.map_partitions(_score_partition, text, id, rows, recipe,
                                workers, meta=meta)


def _score_partition(part, text, id, rows: str, recipe: bytes, workers: int):
    table = framescope.Table(_analyzer(recipe), rows, part, text, id, workers)
    frame = table.to_pandas()
    # Which names occur differs between partitions: plain strings are alike.
    for name in frame.columns[frame.dtypes == "category"]:
        frame[name] = frame[name].astype(object)
    return frame


def total(collection, *, text: str = "text", errors: str = "raise",
          analyzer: typing.Optional["framescope.Analyzer"] = None,
          workers: int = 1):
    """The Total of a bag of texts, or of a column of a data frame, delayed.

    errors: "raise" fails at a text that cannot be analysed; "skip" leaves such
    texts out, and missing ones.
    """
    recipe = _recipe(analyzer)
    parts = [
        dask.delayed(_total_partition)(part, text, errors, recipe, workers)
        for part in collection.to_delayed()]
    if not parts:
        return dask.delayed(_merge)([], recipe)
    while len(parts) > 1:
        parts = [dask.delayed(_merge)(parts[at:at + _TREE], recipe)
                 for at in range(0, len(parts), _TREE)]
    return parts[0]


def _total_partition(part, text: str, errors: str, recipe: bytes,
                     workers: int) -> Total:
    if hasattr(part, "columns"):
        part = part[text]
    if errors == "skip" and hasattr(part, "dropna"):
        part = part.dropna()
    made = Total(_analyzer(recipe))
    made.add_texts(part, workers=workers, errors=errors)
    return made


def _merge(totals: typing.Sequence[Total], recipe: bytes) -> Total:
    made = Total(_analyzer(recipe))
    for one in totals:
        made.merge(one)
    return made
