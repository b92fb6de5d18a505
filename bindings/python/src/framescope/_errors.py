"""Exceptions, and how a status of the library becomes one."""

from __future__ import annotations

import typing


class FramescopeError(Exception):
    """A call into the library failed.

    `status` is the name of its code ("E_PARSE"), `line` is counted from 1, and
    `offset` is a byte of the input; both are None where they are not known.
    """

    def __init__(self, message: str, status: str = "E_INTERNAL",
                 line: typing.Optional[int] = None,
                 offset: typing.Optional[int] = None):
        super().__init__(message)
        self.status = status
        self.line = line
        self.offset = offset

    def __str__(self) -> str:
        return str(self.args[0])

    def __reduce__(self):
        return (_rebuild, (type(self), str(self), self.__dict__.copy()))


class ArgumentError(FramescopeError, ValueError):
    """An argument that the library cannot take, such as an unknown profile."""


class LexiconError(FramescopeError, ValueError):
    """A lexicon is malformed. `diagnostics` holds every finding."""

    diagnostics: typing.Sequence["Diagnostic"] = ()


class DocumentError(FramescopeError, ValueError):
    """A document is malformed, too large, or holds no text."""


class EncodingError(FramescopeError, ValueError):
    """Text that is not UTF-8, or a str with half of a surrogate pair.

    `index` is the place in the str, or None for bytes (see `offset`).
    """

    index: typing.Optional[int] = None


class FileError(FramescopeError, OSError):
    """A file could not be opened, read or written."""


class UnsupportedError(FramescopeError):
    """A format or an option that this build of the library does not have."""


class OutOfMemoryError(FramescopeError, MemoryError):
    """There was not enough memory for the input."""


class Diagnostic(typing.NamedTuple):
    """One finding in a file that people wrote."""

    severity: str
    message: str

    def __str__(self) -> str:
        return self.message


def _rebuild(kind, message, state):
    error = kind(message)
    error.__dict__.update(state)
    return error


_BY_STATUS = {
    "E_INVALID_ARGUMENT": ArgumentError,
    "E_NO_MEMORY": OutOfMemoryError,
    "E_IO": FileError,
    "E_PARSE": DocumentError,
    "E_ENCODING": EncodingError,
    "E_UNSUPPORTED": UnsupportedError,
    "E_TOO_LARGE": DocumentError,
    "E_NO_TEXT": DocumentError,
}


def make_error(status: str, message: str, line: int = 0, offset: int = -1,
               parse_error: type = DocumentError) -> FramescopeError:
    """The exception for a status name; E_PARSE becomes a `parse_error`."""
    kind = parse_error if status == "E_PARSE" else _BY_STATUS.get(
        status, FramescopeError)
    return kind(message or status, status, line or None,
                offset if offset >= 0 else None)
