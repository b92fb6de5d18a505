"""Arrow's C data interface by ctypes alone: capsules, texts out, columns in.

https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html
"""

from __future__ import annotations

import array
import ctypes
import itertools
import typing

from . import _declarations as c

_NAMES = {c.ArrowSchema: b"arrow_schema", c.ArrowArray: b"arrow_array",
          c.ArrowArrayStream: b"arrow_array_stream"}
_new = ctypes.pythonapi.PyCapsule_New
_new.restype = ctypes.py_object
_new.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
_pointer = ctypes.pythonapi.PyCapsule_GetPointer
_pointer.restype = ctypes.c_void_p
_pointer.argtypes = (ctypes.py_object, ctypes.c_char_p)
# The same for a capsule that is being destroyed, which no longer counts as an
# object that may be referred to.
_dying_pointer = ctypes.PYFUNCTYPE(
    ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p)(
        ("PyCapsule_GetPointer", ctypes.pythonapi))

# What structs that Python handed out need to live, until they are released.
_live: typing.Dict[int, typing.Any] = {}
_tokens = itertools.count(1)


def release_type(kind):
    return dict(kind._fields_)["release"]


def release(struct) -> None:
    """Releases what a struct owns, if it still does."""
    if struct.release:
        struct.release(ctypes.byref(struct))


def to_capsule(struct):
    """A capsule that owns a struct: the reader moves it out, or else it is
    released with the capsule."""
    address = ctypes.addressof(struct)
    _live[-address] = struct
    destroy = _DESTROY[type(struct)]
    return _new(address, _NAMES[type(struct)],
                ctypes.cast(destroy, ctypes.c_void_p))


def _destroyer(kind):
    @ctypes.PYFUNCTYPE(None, ctypes.c_void_p)
    def destroy(capsule):
        address = _dying_pointer(capsule, _NAMES[kind])
        release(_live.pop(-address))

    return destroy


_DESTROY = {kind: _destroyer(kind) for kind in _NAMES}


def from_capsule(capsule, kind):
    """The struct in a capsule, moved out so that it is ours to release."""
    source = kind.from_address(_pointer(capsule, _NAMES[kind]))
    if not source.release:
        raise ValueError("the Arrow object was already used up")
    moved = kind()
    ctypes.pointer(moved)[0] = source
    source.release = release_type(kind)()
    return moved


# ---- Texts out ------------------------------------------------------------


def _releaser(kind, children):
    @release_type(kind)
    def released(pointer):
        struct = pointer.contents
        if children:
            for at in range(struct.n_children):
                release(struct.children[at].contents)
        _live.pop(struct.private_data, None)
        struct.release = release_type(kind)()

    return released


_RELEASE = {c.ArrowSchema: _releaser(c.ArrowSchema, True),
            c.ArrowArray: _releaser(c.ArrowArray, True),
            c.ArrowArrayStream: _releaser(c.ArrowArrayStream, False)}


def _own(struct, *keep):
    """Makes a struct releasable; `keep` lives until then."""
    token = next(_tokens)
    _live[token] = keep
    struct.private_data = token
    struct.release = _RELEASE[type(struct)]
    return struct


def _schema(format: bytes, name: bytes, children=()):
    schema = c.ArrowSchema(format=format, name=name,
                           flags=c.ARROW_FLAG_NULLABLE,
                           n_children=len(children))
    pointers = (ctypes.POINTER(c.ArrowSchema) * len(children))(
        *map(ctypes.pointer, children))
    if children:
        schema.children = ctypes.cast(
            pointers, ctypes.POINTER(ctypes.POINTER(c.ArrowSchema)))
    return _own(schema, format, name, pointers, children)


def _array(length: int, nulls: int, buffers, children=()):
    made = c.ArrowArray(length=length, null_count=nulls, offset=0,
                        n_buffers=len(buffers), n_children=len(children))
    addresses = (ctypes.c_void_p * len(buffers))(
        *(None if buffer is None else ctypes.addressof(buffer)
          for buffer in buffers))
    made.buffers = ctypes.cast(addresses, type(made.buffers))
    pointers = (ctypes.POINTER(c.ArrowArray) * len(children))(
        *map(ctypes.pointer, children))
    if children:
        made.children = ctypes.cast(
            pointers, ctypes.POINTER(ctypes.POINTER(c.ArrowArray)))
    return _own(made, buffers, addresses, pointers, children)


def _validity(values: typing.Sequence) -> typing.Tuple[int, typing.Any]:
    """How many are None, and the bitmap of those that are not."""
    nulls = values.count(None)
    if nulls == 0:
        return 0, None
    bits = bytearray((len(values) + 7) // 8)
    for at, value in enumerate(values):
        if value is not None:
            bits[at >> 3] |= 1 << (at & 7)
    return nulls, (ctypes.c_char * len(bits)).from_buffer(bits)


def _strings(pieces: typing.List[typing.Optional[bytes]]):
    """A column of large_utf8."""
    nulls, validity = _validity(pieces)
    whole = [piece or b"" for piece in pieces] if nulls else pieces
    data = b"".join(whole) or b"\0"
    offsets = array.array(
        "q", itertools.accumulate(map(len, whole), initial=0))
    return _array(len(pieces), nulls, (
        validity, (ctypes.c_int64 * len(offsets)).from_buffer(offsets),
        (ctypes.c_char * len(data)).from_buffer_copy(data)))


def _integers(values: typing.List[typing.Optional[int]]):
    nulls, validity = _validity(values)
    numbers = array.array("q", (value or 0 for value in values))
    numbers.append(0)
    return _array(len(values), nulls, (
        validity, (ctypes.c_int64 * len(numbers)).from_buffer(numbers)))


def text_schema(id_format: typing.Optional[bytes]):
    """Of a column of texts, or of a table of texts and ids."""
    text = _schema(b"U", b"text")
    if id_format is None:
        return text
    return _schema(b"+s", b"", [text, _schema(id_format, b"id")])


def text_array(pieces, ids):
    """The texts as UTF-8, or None; with ids, all str or all int, if any."""
    if ids is None:
        return _strings(pieces)
    if all(isinstance(one, int) or one is None for one in ids):
        column = _integers(ids)
    else:
        column = _strings([None if one is None else one.encode("utf-8")
                           for one in ids])
    return _array(len(pieces), 0, (None,), [_strings(pieces), column])


def stream_of(make_schema, batches: typing.Iterator):
    """A stream of the arrays that `batches` yields."""
    fields = dict(c.ArrowArrayStream._fields_)
    state = {"error": b""}

    def guarded(work):
        try:
            work()
            return 0
        except Exception as error:  # cannot cross the library
            state["error"] = str(error).encode("utf-8", "replace")
            return 5  # EIO

    def move(made, out):
        out[0] = made

    def next_batch(out):
        made = next(batches, None)
        if made is None:
            out.contents.release = release_type(c.ArrowArray)()
        else:
            move(made, out)

    stream = c.ArrowArrayStream(
        get_schema=fields["get_schema"](
            lambda _, out: guarded(lambda: move(make_schema(), out))),
        get_next=fields["get_next"](
            lambda _, out: guarded(lambda: next_batch(out))))
    message = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)(
        lambda _: ctypes.cast(ctypes.c_char_p(state["error"]),
                              ctypes.c_void_p).value)
    stream.get_last_error = ctypes.cast(message, fields["get_last_error"])
    callbacks = (stream.get_schema, stream.get_next, message)
    return _own(stream, callbacks)


# ---- Columns in -----------------------------------------------------------

_PRIMITIVE = {
    "c": ctypes.c_int8, "C": ctypes.c_uint8, "s": ctypes.c_int16,
    "S": ctypes.c_uint16, "i": ctypes.c_int32, "I": ctypes.c_uint32,
    "l": ctypes.c_int64, "L": ctypes.c_uint64, "f": ctypes.c_float,
    "g": ctypes.c_double,
}


class Column(typing.NamedTuple):
    """One column: `values` are numbers, bools, str or bytes (ctypes array or
    list); `valid` a list of bools, or None when all are; with `dictionary`,
    values are its indices. `format` is Arrow's."""

    name: str
    format: str
    nullable: bool
    values: typing.Any
    valid: typing.Optional[typing.List[bool]]
    dictionary: typing.Optional[typing.List[str]]

    def to_list(self) -> typing.List:
        values = list(self.values)
        if self.dictionary is not None:
            names = self.dictionary
            values = [names[at] if 0 <= at < len(names) else None
                      for at in values]
        if self.valid is None:
            return values
        return [value if valid else None
                for value, valid in zip(values, self.valid)]


def _bits(address: int, offset: int, length: int) -> typing.List[bool]:
    raw = ctypes.string_at(address, (offset + length + 7) // 8)
    return [bool(raw[at >> 3] >> (at & 7) & 1)
            for at in range(offset, offset + length)]


def _column(schema, data, name: str) -> Column:
    format_, length, offset = schema.format.decode(), data.length, data.offset
    buffers = [data.buffers[at] for at in range(data.n_buffers)]
    valid = None
    if data.null_count != 0 and buffers and buffers[0]:
        valid = _bits(buffers[0], offset, length)
    dictionary = None
    if schema.dictionary:
        dictionary = _column(schema.dictionary.contents,
                             data.dictionary.contents, "").to_list()
    if format_ in _PRIMITIVE:
        kind = _PRIMITIVE[format_]
        values = (kind * length)()
        if length:
            ctypes.memmove(values, buffers[1] + offset * ctypes.sizeof(kind),
                           ctypes.sizeof(values))
    elif format_ == "b":
        values = _bits(buffers[1], offset, length) if length else []
    elif format_ in "uUzZ":
        values = _texts(buffers, offset, length, format_)
    else:
        raise ValueError(f"column {name!r} has the Arrow format {format_!r}, "
                         "which is not read here")
    nullable = bool(schema.flags & c.ARROW_FLAG_NULLABLE)
    return Column(name, format_, nullable, values, valid, dictionary)


def _texts(buffers, offset: int, length: int, format_: str) -> typing.List:
    if length == 0:
        return []
    kind = ctypes.c_int64 if format_ in "UZ" else ctypes.c_int32
    ends = (kind * (length + 1)).from_address(
        buffers[1] + offset * ctypes.sizeof(kind))
    whole = ctypes.string_at(buffers[2], ends[length]) if ends[length] else b""
    pieces = [whole[ends[at]:ends[at + 1]] for at in range(length)]
    return [piece.decode("utf-8") for piece in pieces] if (
        format_ in "uU") else pieces


def column_names(schema) -> typing.List[str]:
    """Of a struct."""
    return [schema.children[at].contents.name.decode("utf-8")
            for at in range(schema.n_children)]


def read_table(schema, data) -> typing.List[Column]:
    """The columns of a struct array, copied."""
    return [
        _column(schema.children[at].contents, data.children[at].contents, name)
        for at, name in enumerate(column_names(schema))]
