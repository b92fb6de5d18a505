"""Lexicons: what people wrote about words, read only."""

from __future__ import annotations

import collections.abc
import ctypes
import os
import pathlib
import tempfile
import typing
import weakref

from . import _declarations as c
from ._errors import Diagnostic, LexiconError
from ._library import (Collector, Handle, c_path, c_paths, c_string, check, lib,
                       new_error, text_of)

PathLike = typing.Union[str, "os.PathLike[str]"]


class Axis(typing.NamedTuple):
    """A named pair of poles."""

    name: str
    negative: str
    positive: str
    title: str
    headline: bool


class Category(typing.NamedTuple):
    """A finer code under a pole; `axis` and `pole` are None for those without."""

    name: str
    code: str
    title: str
    axis: typing.Optional[str]
    pole: typing.Optional[str]


class Entry(typing.NamedTuple):
    """A pattern and what it stands for."""

    pattern: str
    category: str
    weight: int
    instead: typing.Tuple[str, ...]
    sources: typing.Tuple[str, ...]
    flags: typing.Tuple[str, ...]
    note: str
    when: str
    score: float


class Mask(typing.NamedTuple):
    """A pattern that is tried first and hides the entries under it."""

    pattern: str
    kind: str
    when: str
    note: str


class Source(typing.NamedTuple):
    """Where entries come from; `year` is 0 when it is not known."""

    key: str
    title: str
    author: str
    url: str
    status: str
    year: int


class Profile(typing.NamedTuple):
    """A set of weights that a community or a country prefers."""

    name: str
    title: str


ENTRY_FLAGS = (
    (c.FRAMESCOPE_ENTRY_CONTESTED, "contested"),
    (c.FRAMESCOPE_ENTRY_STATUTORY, "statutory"),
    (c.FRAMESCOPE_ENTRY_BUZZWORD, "buzzword"),
    (c.FRAMESCOPE_ENTRY_OFTEN_MENTIONED, "often-mentioned"),
    (c.FRAMESCOPE_ENTRY_FACTUAL, "factual"),
)

T = typing.TypeVar("T")


class _Items(collections.abc.Sequence, typing.Generic[T]):
    """A sequence whose items are made when they are asked for, once."""

    def __init__(self, count: int, make: typing.Callable[[int], T]):
        self._count = count
        self._make = make
        self._made: typing.Dict[int, T] = {}

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[at] for at in range(*index.indices(self._count)))
        if index < 0:
            index += self._count
        if not 0 <= index < self._count:
            raise IndexError("index out of range")
        found = self._made.get(index)
        if found is None:
            found = self._made[index] = self._make(index)
        return found

    def __repr__(self) -> str:
        return f"<{self._count} items>"


class Lexicon:
    """Axes, categories, entries, masks, sources. May be shared by threads.

    Make one with `Lexicon.builtin()`, `Lexicon.load(path)` or
    `Lexicon.parse(…)`. Can be pickled: what goes over the wire is the bytes that
    it was read from, and the receiver checks the hash.
    """

    name: str
    version: str
    hash: str  # 16 hexadecimal digits that depend on the content alone
    title: str
    language: str
    licence: str
    default_profile: str
    diagnostics: typing.Tuple[Diagnostic, ...]
    axes: typing.Sequence[Axis]
    categories: typing.Sequence[Category]
    entries: typing.Sequence[Entry]
    masks: typing.Sequence[Mask]
    sources: typing.Sequence[Source]
    profiles: typing.Sequence[Profile]
    _handle: Handle
    _recipe: tuple

    def __init__(self):
        raise TypeError("use Lexicon.builtin(), Lexicon.load(path) or "
                        "Lexicon.parse(toml, entries, masks)")

    @classmethod
    def builtin(cls) -> "Lexicon":
        """The lexicon that is part of the library."""
        out, error = ctypes.c_void_p(), new_error()
        check(lib.framescope_lexicon_new_builtin(out, error), error)
        return cls._own(out, (), ("builtin",))

    @classmethod
    def load(cls, path: PathLike, *, format: typing.Optional[str] = None,
             strict: bool = False,
             levels: typing.Optional[typing.Tuple[int, int]] = None
             ) -> "Lexicon":
        """Reads a native folder, or a file of another tool.

        LIWC .dic and .dicx, quanteda's YAML, WordStat .cat, Yoshikoder .ykd,
        Lexicoder .lc3, CSV, TSV, JSON, Empath and VADER are known by their
        ending, or named by `format`. `levels` are the parts of names such as
        "A.B.C" that are kept, counted from 1. `strict` makes warnings errors.
        Raises LexiconError with every finding in `diagnostics`.
        """
        options = c.framescope_lexicon_options()
        options.struct_size = ctypes.sizeof(options)
        options.flags = c.FRAMESCOPE_LEXICON_STRICT if strict else 0
        options.format = c_string(format, "format")
        options.first_level, options.last_level = levels or (0, 0)
        out, error, found = ctypes.c_void_p(), new_error(), Collector()
        status = lib.framescope_lexicon_read(out, c_path(path), options,
                                             found.diagnostic, None, error)
        _check(status, error, found)
        keywords = {"format": format, "strict": strict, "levels": levels}
        return cls._own(out, found.diagnostics,
                        ("load", os.path.abspath(os.fsdecode(path)), keywords))

    @classmethod
    def parse(cls, toml: str, entries: str, masks: str = "", *,
              name: str = "lexicon") -> "Lexicon":
        """Reads the three files of the native format from memory; `name` stands
        for the folder in messages."""
        texts = [text.encode("utf-8") for text in (toml, entries, masks)]
        sized = [part for text in texts for part in (text, len(text))]
        out, error, found = ctypes.c_void_p(), new_error(), Collector()
        status = lib.framescope_lexicon_parse(
            out, c_string(name, "name"), *sized, found.diagnostic, None, error)
        _check(status, error, found)
        return cls._own(out, found.diagnostics,
                        ("parse", toml, entries, masks, name))

    @classmethod
    def _own(cls, pointer, diagnostics, recipe) -> "Lexicon":
        self = object.__new__(cls)
        self._handle = Handle(pointer.value, lib.framescope_lexicon_free)
        self._recipe = recipe
        self.diagnostics = tuple(diagnostics)
        about = self._fill(c.framescope_about, lib.framescope_lexicon_about)
        self.name, self.version, self.hash = map(
            text_of, (about.name, about.version, about.hash))
        self.title, self.language, self.licence = map(
            text_of, (about.title, about.language, about.licence))
        self.default_profile = text_of(about.default_profile)
        self.axes = self._items("axis", self._axis)
        self.categories = self._items("category", self._category)
        self.entries = self._items("entry", self._entry)
        self.masks = self._items("mask", self._mask)
        self.sources = self._items("source", self._source)
        self.profiles = self._items("profile", self._profile)
        return self

    def _items(self, kind: str, make) -> _Items:
        count = getattr(lib, f"framescope_lexicon_{kind}_count")
        return _Items(count(self._handle.pointer), make)

    def _fill(self, struct, function, *index):
        out = struct()
        check(function(out, self._handle.pointer, *index), new_error())
        return out

    def _axis(self, index: int) -> Axis:
        axis = self._fill(c.framescope_axis, lib.framescope_lexicon_axis, index)
        return Axis(text_of(axis.name), text_of(axis.negative),
                    text_of(axis.positive), text_of(axis.title),
                    bool(axis.headline))

    def _category(self, index: int) -> Category:
        found = self._fill(c.framescope_category,
                           lib.framescope_lexicon_category, index)
        axis = pole = None
        if found.axis != c.FRAMESCOPE_NONE:
            owner = self.axes[found.axis]
            axis = owner.name
            pole = owner.positive if found.positive else owner.negative
        return Category(text_of(found.name), text_of(found.code),
                        text_of(found.title), axis, pole)

    def _entry(self, index: int) -> Entry:
        found = self._fill(c.framescope_entry, lib.framescope_lexicon_entry,
                           index)
        instead = text_of(found.instead)
        return Entry(
            text_of(found.pattern), self.categories[found.category].name,
            found.weight, tuple(instead.split("; ")) if instead else (),
            tuple(text_of(found.sources).split()),
            tuple(name for bit, name in ENTRY_FLAGS if found.flags & bit),
            text_of(found.note), text_of(found.when), found.score)

    def _mask(self, index: int) -> Mask:
        mask = self._fill(c.framescope_mask, lib.framescope_lexicon_mask, index)
        return Mask(text_of(mask.pattern), text_of(mask.kind),
                    text_of(mask.when), text_of(mask.note))

    def _source(self, index: int) -> Source:
        found = self._fill(c.framescope_source, lib.framescope_lexicon_source,
                           index)
        return Source(text_of(found.key), text_of(found.title),
                      text_of(found.author), text_of(found.url),
                      text_of(found.status), found.year)

    def _profile(self, index: int) -> Profile:
        found = self._fill(c.framescope_profile,
                           lib.framescope_lexicon_profile, index)
        return Profile(text_of(found.name), text_of(found.title))

    def save(self, path: PathLike, *, format: typing.Optional[str] = None
             ) -> typing.List[Diagnostic]:
        """Writes the lexicon, natively to a folder or in another tool's format
        by the ending. Returns what that format cannot hold."""
        error, found = new_error(), Collector()
        check(lib.framescope_lexicon_save(
            self._handle.pointer, c_path(path), c_string(format, "format"),
            found.diagnostic, None, error), error)
        return found.diagnostics

    def check(self, paths: typing.Iterable[PathLike] = ()
              ) -> typing.List[Diagnostic]:
        """Looks for faults, also in use on a corpus at `paths` if given."""
        errors, error, found = ctypes.c_uint64(), new_error(), Collector()
        array, count = c_paths(paths)
        check(lib.framescope_lexicon_check(
            errors, self._handle.pointer, array, count, found.diagnostic, None,
            error), error)
        return found.diagnostics

    def show(self, pattern: str, paths: typing.Iterable[PathLike] = ()) -> str:
        """All about the entries and masks of a pattern, for people."""
        error, found = new_error(), Collector()
        array, count = c_paths(paths)
        check(lib.framescope_lexicon_show(
            self._handle.pointer, c_string(pattern, "pattern"), None, array,
            count, found.write, None, error), error)
        return found.text()

    def diff(self, after: "Lexicon", paths: typing.Iterable[PathLike] = ()
             ) -> str:
        """What changed from this lexicon to `after`, for people."""
        error, found = new_error(), Collector()
        array, count = c_paths(paths)
        check(lib.framescope_lexicon_diff(
            self._handle.pointer, after._handle.pointer, None, array, count,
            found.write, None, error), error)
        return found.text()

    def __repr__(self) -> str:
        return (f"<Lexicon {self.name!r} {self.version} {self.hash}: "
                f"{len(self.axes)} axes, {len(self.entries)} entries, "
                f"{len(self.masks)} masks>")

    def __eq__(self, other) -> bool:
        if not isinstance(other, Lexicon):
            return NotImplemented
        return (self.name, self.hash) == (other.name, other.hash)

    def __hash__(self) -> int:
        return hash((self.name, self.hash))

    def __reduce__(self):
        kind, *arguments = self._recipe
        if kind == "load":
            path, keywords = arguments
            return _unpickle, (self.hash, kind, _pack(path), keywords)
        return _unpickle, (self.hash, kind, *arguments)


def _check(status, error, found: Collector) -> None:
    try:
        check(status, error, LexiconError)
    except LexiconError as failure:
        failure.diagnostics = tuple(found.diagnostics)
        raise


def _pack(path: str):
    """The name and the bytes of a lexicon's file, or of its folder's files."""
    here = pathlib.Path(path)
    files = sorted(here.iterdir()) if here.is_dir() else [here]
    return here.name, here.is_dir(), {
        file.name: file.read_bytes() for file in files if file.is_file()}


# What was received already, so that a worker reads a lexicon once.
_received: "weakref.WeakValueDictionary" = weakref.WeakValueDictionary()


def _unpickle(hash_: str, kind: str, *arguments) -> Lexicon:
    known = _received.get(hash_)
    if known is None:
        known = _received[hash_] = _receive(hash_, kind, *arguments)
    return known


def _receive(hash_: str, kind: str, *arguments) -> Lexicon:
    if kind == "builtin":
        lexicon = Lexicon.builtin()
    elif kind == "parse":
        *texts, name = arguments
        lexicon = Lexicon.parse(*texts, name=name)
    else:
        (name, folder, files), keywords = arguments
        with tempfile.TemporaryDirectory(prefix="framescope-") as place:
            path = pathlib.Path(place, name)
            if folder:
                path.mkdir()
            for file, data in files.items():
                pathlib.Path(path if folder else place, file).write_bytes(data)
            lexicon = Lexicon.load(path, **keywords)
        lexicon._recipe = ("packed", *arguments)
    if lexicon.hash != hash_:
        raise LexiconError(
            f"the lexicon {lexicon.name!r} is not the one that was sent: its "
            f"hash is {lexicon.hash}, not {hash_}. Either its files changed "
            "after they were loaded, or the versions of framescope differ.")
    return lexicon
