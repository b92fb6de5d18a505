"""Loads libframescope and binds the functions that framescope.h declares.

The library lies beside this file in a wheel, or is the one of the system (a
Debian package). ctypes gives up the GIL for every call.
"""

from __future__ import annotations

import ctypes
import os
import pathlib
import typing

from . import _declarations as c
from ._errors import DocumentError, Diagnostic, make_error

_SEVERITIES = ("note", "warning", "error")


def _load() -> ctypes.CDLL:
    beside = pathlib.Path(__file__).with_name("libframescope.so")
    name = str(beside) if beside.exists() else (
        f"libframescope.so.{c.FRAMESCOPE_VERSION_MAJOR}")
    try:
        library = ctypes.CDLL(name)
    except OSError as error:
        raise ImportError(
            f"framescope: cannot load {name}: {error}. Install the package "
            "anew, so that its library is built for this machine.") from error
    _check_version(library, name)
    for function, (returns, parameters) in c.FUNCTIONS.items():
        bound = getattr(library, function, None)
        if bound is None:
            raise ImportError(f"framescope: {name} lacks {function}: it is not "
                              "of the release that this package was made for")
        bound.restype = returns
        bound.argtypes = parameters
    return library


def _check_version(library: ctypes.CDLL, name: str) -> None:
    """A library may be newer than the declarations, within a minor version."""
    library.framescope_version_number.restype = ctypes.c_uint32
    found = library.framescope_version_number()
    built = (c.FRAMESCOPE_VERSION_MAJOR * 10000 + c.FRAMESCOPE_VERSION_MINOR * 100
             + c.FRAMESCOPE_VERSION_PATCH)
    if found // 100 != built // 100 or found < built:
        raise ImportError(
            f"framescope: {name} has version number {found}, but this package "
            f"was made for {built}. Install both from the same release.")


lib = _load()


def text_of(value: typing.Optional[bytes]) -> str:
    """A C string as str; "" for NULL."""
    return value.decode("utf-8", "replace") if value else ""


def c_path(path: typing.Union[str, bytes, os.PathLike]) -> bytes:
    """A path as the bytes that the system knows it by."""
    encoded = os.fsencode(path)
    if b"\0" in encoded:
        raise ValueError("a path cannot hold a NUL character")
    return encoded


def c_string(value: typing.Optional[str], what: str) -> typing.Optional[bytes]:
    """An option as a C string; None stays NULL."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError(f"{what} must be a str, not {type(value).__name__}")
    if "\0" in value:
        raise ValueError(f"{what} cannot hold a NUL character")
    return value.encode("utf-8")


def new_error() -> "c.framescope_error":
    error = c.framescope_error()
    error.struct_size = ctypes.sizeof(error)
    error.offset = -1
    return error


def error_of(error: "c.framescope_error", parse_error: type = DocumentError):
    """The exception that an error struct of the library tells of."""
    return make_error(text_of(lib.framescope_status_name(error.status)),
                      text_of(error.message), error.line, error.offset,
                      parse_error)


def check(status: int, error: "c.framescope_error",
          parse_error: type = DocumentError) -> None:
    """Raises what `error` tells when `status` says so."""
    if status != c.FRAMESCOPE_OK:
        error.status = status
        raise error_of(error, parse_error)


class Handle:
    """Owns one object of the library and frees it. May be shared by threads."""

    __slots__ = ("pointer", "_free")
    pointer: int

    def __init__(self, pointer, free: typing.Callable[[int], None]):
        self.pointer = pointer
        self._free = free

    def __del__(self):
        self._free(self.pointer)


class Collector:
    """Callbacks that gather what the library writes or finds."""

    def __init__(self):
        self.pieces: typing.List[bytes] = []
        self.diagnostics: typing.List[Diagnostic] = []
        self.write = c.framescope_write_fn(self._write)
        self.diagnostic = c.framescope_diagnostic_fn(self._diagnostic)

    def _write(self, _payload, data, size) -> int:
        self.pieces.append(ctypes.string_at(data, size) if size else b"")
        return 0

    def _diagnostic(self, _payload, severity, message) -> int:
        self.diagnostics.append(
            Diagnostic(_SEVERITIES[severity], text_of(message)))
        return 0

    def bytes(self) -> bytes:
        return b"".join(self.pieces)

    def text(self) -> str:
        return self.bytes().decode("utf-8")


def c_paths(paths) -> typing.Tuple[typing.Any, int]:
    """An array of C strings and its length."""
    if isinstance(paths, (str, bytes, os.PathLike)):
        paths = [paths]
    encoded = [c_path(path) for path in paths]
    return (ctypes.c_char_p * len(encoded))(*encoded), len(encoded)
