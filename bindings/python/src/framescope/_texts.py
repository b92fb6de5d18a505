"""Python's strings as the UTF-8 that the library reads."""

from __future__ import annotations

import typing

from ._errors import EncodingError


def encode(text: typing.Union[str, bytes]) -> bytes:
    """The UTF-8 of a text; bytes are taken as they are, and checked by the
    library."""
    if isinstance(text, str):
        try:
            return text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise surrogate_error(text, error.start) from None
    if isinstance(text, (bytes, bytearray, memoryview)):
        return bytes(text)
    raise TypeError("a text must be a str, bytes or a Document, not "
                    f"{type(text).__name__}")


def surrogate_error(text: str, index: int) -> EncodingError:
    """What is wrong with a str that has no UTF-8."""
    offset = len(text[:index].encode("utf-8"))
    error = EncodingError(
        f"the str has half of a surrogate pair, U+{ord(text[index]):04X}, at "
        f"index {index}, so it is no Unicode text: repair it where it was "
        "decoded, or replace such halves with "
        "text.encode('utf-8', 'replace').decode()", "E_ENCODING",
        offset=offset)
    error.index = index
    return error
