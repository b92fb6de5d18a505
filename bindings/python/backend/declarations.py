"""Turns framescope.h into ctypes declarations, so that none is typed by hand.

Usage: declarations.py CC HEADER OUTPUT

The C preprocessor does the macros and the comments; what is left of the header
is plain enough (no bit-fields, no variadics, no inline functions) for the few
forms that are read here. Anything else is an error, never skipped.
"""

import ast
import keyword
import pathlib
import re
import subprocess
import sys

BASE = {
    "void": None, "char": "c_char", "int": "c_int", "double": "c_double",
    "float": "c_float", "size_t": "c_size_t", "int8_t": "c_int8",
    "uint8_t": "c_uint8", "int16_t": "c_int16", "uint16_t": "c_uint16",
    "int32_t": "c_int32", "uint32_t": "c_uint32", "int64_t": "c_int64",
    "uint64_t": "c_uint64",
}
ATTRIBUTE = re.compile(r"__attribute__\s*\(\(.*?\)\)\s*\)?")
FUNCTION_POINTER = re.compile(r"(.+?)\(\s*\*\s*(\w+)\s*\)\s*\((.*)\)$", re.S)
FUNCTION = re.compile(r"(.+?[\s*])(\w+)\s*\((.*)\)$", re.S)
NUMBER = re.compile(r"^#define\s+((?:FRAMESCOPE|ARROW)_\w+)\s+"
                    r"(0[xX][0-9a-fA-F]+|\d+)u?\b", re.M)


def preprocess(compiler, header):
    """The lines that come from `header` itself, macros expanded."""
    out = subprocess.run([*compiler, "-E", "-x", "c", str(header)], check=True,
                         capture_output=True, text=True).stdout
    kept, ours = [], False
    for line in out.splitlines():
        marker = re.match(r'#\s*(?:line\s+)?\d+\s+"(.*?)"', line)
        if marker:
            ours = marker.group(1).endswith("framescope.h")
        elif ours and not line.startswith("#"):
            kept.append(line)
    return "\n".join(kept)


def statements(text):
    """Cuts at the semicolons outside of braces."""
    depth, start = 0, 0
    for at, char in enumerate(text):
        depth += (char == "{") - (char == "}")
        if char == ";" and depth == 0:
            yield " ".join(text[start:at].split())
            start = at + 1
    if text[start:].strip():
        raise ValueError(f"unfinished declaration: {text[start:].strip()}")


def split_parameters(text):
    """Cuts at the commas outside of parentheses."""
    parts, depth, start = [], 0, 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if char == "," and depth == 0:
            parts.append(text[start:at].strip())
            start = at + 1
    parts.append(text[start:].strip())
    return [] if parts == ["void"] or parts == [""] else parts


class Header:
    """What the header declares, as lines of Python."""

    def __init__(self):
        self.lines, self.structs, self.opaque = [], [], set()
        self.aliases, self.callbacks = {}, set()
        self.constants, self.functions = {}, {}

    def type_of(self, text, handed_in=False):
        """The ctypes name of a C type without its declarator's name."""
        words = re.sub(r"\b(const|struct)\b", " ", text)
        stars = words.count("*")
        base = words.replace("*", " ").strip()
        if base in self.callbacks and stars == 0:
            return base
        if base in self.aliases:
            base = self.aliases[base]
        if base in self.structs:
            for _ in range(stars):
                base = f"POINTER({base})"
            return base
        if base in self.opaque or base == "void":
            if stars == 0:
                if base == "void":
                    return None
                raise ValueError(f"incomplete type by value: {text}")
            name = "c_void_p"
            for _ in range(stars - 1):
                name = f"POINTER({name})"
            return name
        if base not in BASE:
            raise ValueError(f"unknown type: {text!r}")
        name = BASE[base]
        if base == "char" and stars:
            # A pointer with a size beside it is not a C string.
            name, stars = ("c_void_p" if handed_in else "c_char_p"), stars - 1
        for _ in range(stars):
            name = f"POINTER({name})"
        return name

    def parameters(self, text, handed_in):
        """(name, type) of each parameter. `handed_in`: of a callback."""
        parts = split_parameters(text)
        found = []
        for at, part in enumerate(parts):
            pointer = FUNCTION_POINTER.match(part)
            if pointer:
                found.append((pointer.group(2), self.callback(*pointer.groups())))
                continue
            named = re.match(r"(.*?)\s*(\w+)$", part)
            kind, name = named.groups() if named else (part, "")
            if not kind or kind == "struct":
                kind, name = part, ""
            sized = (handed_in and at + 1 < len(parts)
                     and parts[at + 1].startswith("size_t"))
            found.append((name, self.type_of(kind, sized)))
        return found

    def callback(self, returns, _, parameters):
        kinds = [kind for _, kind in self.parameters(parameters, True)]
        return f"CFUNCTYPE({', '.join(map(str, [self.type_of(returns)] + kinds))})"

    def enum(self, body):
        value = -1
        for item in split_parameters(body):
            if not item:
                continue
            name, _, expression = item.partition("=")
            if expression:
                value = number(expression)
            else:
                value += 1
            self.constants[name.strip()] = value

    def struct(self, name, body):
        self.opaque.discard(name)
        if name not in self.structs:
            self.structs.append(name)
            self.lines.append(f"class {name}(Structure):\n    pass\n")
        fields = []
        for part in statements(body):
            pointer = FUNCTION_POINTER.match(part)
            if pointer:
                fields.append((pointer.group(2),
                               self.callback(*pointer.groups())))
                continue
            kind, rest = re.match(r"((?:const |struct )*\w+)\s*(.*)$",
                                  part).groups()
            for one in split_parameters(rest):
                stars, field, count = re.match(
                    r"((?:\s|\*|const\b)*)(\w+)(?:\[(\d+)\])?$", one).groups()
                ctype = self.type_of(kind + stars)
                fields.append((field, f"{ctype} * {count}" if count else ctype))
        listed = "".join(
            f'    ("{field + "_" * keyword.iskeyword(field)}", {ctype}),\n'
            for field, ctype in fields)
        self.lines.append(f"{name}._fields_ = [\n{listed}]\n")

    def read(self, statement):
        statement = ATTRIBUTE.sub("", statement).strip()
        if match := re.match(r"enum \{(.*)\}$", statement):
            return self.enum(match.group(1))
        if match := re.match(r"(?:typedef )?struct (\w+) \{(.*)\}(?: \w+)?$",
                             statement):
            return self.struct(*match.groups())
        if match := re.match(r"(?:typedef )?struct (\w+)(?: \w+)?$", statement):
            if match.group(1) not in self.structs:
                self.opaque.add(match.group(1))
            return None
        if match := re.match(r"typedef (\w+) (\w+)$", statement):
            self.aliases[match.group(2)] = match.group(1)
            return None
        if statement.startswith("typedef ") and (
                match := FUNCTION_POINTER.match(statement[8:])):
            self.lines.append(f"{match.group(2)} = "
                              f"{self.callback(*match.groups())}\n")
            self.callbacks.add(match.group(2))
            return None
        if match := FUNCTION.match(statement):
            returns, name, parameters = match.groups()
            listed = self.parameters(parameters, False)
            # Text with a size beside it may hold NUL.
            sized = any(parameter == "size_out" for parameter, _ in listed)
            self.functions[name] = (self.type_of(returns, sized),
                                    [kind for _, kind in listed])
            return None
        raise ValueError(f"cannot read: {statement}")


def number(expression):
    """The value of a constant expression such as 1u << 3."""
    plain = re.sub(r"(?<=[0-9a-fA-F])[uUlL]+\b", "", expression).strip()
    if not re.fullmatch(r"[0-9a-fA-FxX\s<>|+\-*()]+", plain):
        raise ValueError(f"cannot read the number {expression!r}")
    return eval(compile(ast.parse(plain, mode="eval"), "number", "eval"), {})


def declare(compiler, header):
    """The text of the Python module that declares `header`."""
    parsed = Header()
    for name, value in NUMBER.findall(pathlib.Path(header).read_text("utf-8")):
        parsed.constants[name] = int(value, 0)
    for statement in statements(preprocess(compiler, header)):
        parsed.read(statement)
    constants = "".join(f"{name} = {value}\n"
                        for name, value in parsed.constants.items())
    structs = "".join(f"    {name},\n" for name in parsed.structs)
    functions = "".join(
        f'    "{name}": ({returns}, ({"".join(f"{kind}, " for kind in kinds)})),\n'
        for name, (returns, kinds) in parsed.functions.items())
    return (
        '"""Made from framescope.h by declarations.py: do not edit."""\n\n'
        "from ctypes import *  # noqa: F403\n\n"
        f"{constants}\n" + "".join(parsed.lines) +
        f"\nSTRUCTS = (\n{structs})\n\n# name: (returns, (parameters))\n"
        f"FUNCTIONS = {{\n{functions}}}\n")


if __name__ == "__main__":
    compiler, header, output = sys.argv[1:]
    pathlib.Path(output).write_text(declare(compiler.split(), header), "utf-8")
