"""Documents: files of many formats as text."""

from __future__ import annotations

import ctypes
import os
import typing

from . import _declarations as c
from ._errors import FileError
from ._library import Handle, c_string, check, lib, new_error, text_of
from ._texts import encode


class Document:
    """A text with its blocks, id and title. Read-only; threads may share it.

    Made by `framescope.read_document(path)`, or by `Document.new(text)`.
    """

    __slots__ = ("_handle",)
    _handle: Handle

    def __init__(self):
        raise TypeError("use framescope.read_document(path) or "
                        "Document.new(text)")

    @classmethod
    def _own(cls, pointer) -> "Document":
        self = object.__new__(cls)
        self._handle = Handle(pointer, lib.framescope_document_free)
        return self

    @classmethod
    def new(cls, text: typing.Union[str, bytes], *,
            id: typing.Optional[str] = None,
            title: typing.Optional[str] = None) -> "Document":
        """A document of plain text whose paragraphs are parted by empty lines.
        """
        data = encode(text)
        out, error = ctypes.c_void_p(), new_error()
        check(lib.framescope_document_new(
            out, c_string(id, "id"), c_string(title, "title"), data, len(data),
            error), error)
        return cls._own(out.value)

    @property
    def text(self) -> str:
        """The text that an analysis speaks of."""
        size = ctypes.c_size_t()
        data = lib.framescope_document_text(self._handle.pointer, size)
        return ctypes.string_at(data, size.value).decode("utf-8")

    @property
    def id(self) -> str:
        """A key of the corpus, or the file's name."""
        return text_of(lib.framescope_document_id(self._handle.pointer))

    @property
    def title(self) -> str:
        """The title, "" for none."""
        return text_of(lib.framescope_document_title(self._handle.pointer))

    @property
    def decoding(self) -> str:
        """How the bytes were read, such as "utf-8" or "windows-1252"."""
        return text_of(lib.framescope_document_decoding(self._handle.pointer))

    def __repr__(self) -> str:
        size = ctypes.c_size_t()
        lib.framescope_document_text(self._handle.pointer, size)
        return f"<Document {self.id!r}: {size.value} bytes of text>"

    def __reduce__(self):
        raise TypeError("a Document cannot be pickled: send its path or text")


def read_options(encoding: typing.Optional[str] = None,
                 format: typing.Optional[str] = None,
                 text_column: typing.Optional[str] = None,
                 id_column: typing.Optional[str] = None,
                 max_bytes: int = 0, pdf_seconds: int = 0
                 ) -> "c.framescope_read_options":
    """The struct; the options are explained in read_document."""
    options = c.framescope_read_options()
    options.struct_size = ctypes.sizeof(options)
    options.encoding = c_string(encoding, "encoding")
    options.format = c_string(format, "format")
    options.text_column = c_string(text_column, "text_column")
    options.id_column = c_string(id_column, "id_column")
    options.max_bytes = max_bytes
    options.pdf_seconds = pdf_seconds
    return options


def read_document(path: typing.Union[str, "os.PathLike[str]"], *,
                  encoding: typing.Optional[str] = None,
                  format: typing.Optional[str] = None,
                  max_bytes: int = 0, pdf_seconds: int = 0) -> Document:
    """Reads one file: .txt .md .html .docx .odt .pdf .rtf .eml, also packed.

    encoding, format: None means that they are detected.
    max_bytes: of the file and of its text; 0 means 1 GiB.
    pdf_seconds: the time that a PDF may take; 0 means 60.

    Raises FileError when it cannot be opened, DocumentError when it is
    malformed or holds no text, UnsupportedError for a format that is not built
    in. A table of many texts (csv, tsv, jsonl) is read by `score_files`.
    """
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as failure:
        raise FileError(f"{os.fspath(path)}: {failure.strerror}",
                        "E_IO") from failure
    out, error = ctypes.c_void_p(), new_error()
    name = os.fsencode(path)
    check(lib.framescope_document_read(
        out, name, data, len(data),
        read_options(encoding, format, max_bytes=max_bytes,
                     pdf_seconds=pdf_seconds), error), error)
    return Document._own(out.value)
