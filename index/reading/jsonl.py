"""JSON: an object a line, one object, a list of objects, or a list under a name (``{"articles": [...]}``).

All of them are streamed: memory is that of the largest record.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator

from index.reading.encoding import LINE_LIMIT, SAMPLE, broken, detect, lines
from index.reading.fields import Names
from index.reading.records import Record
from index.reading.streams import Entry
from index.vocabulary import Rejection

_LISTS = "articles items data docs documents results records hits rows entries news posts value المقالات الأخبار"
LISTS = frozenset(_LISTS.split())
"""The names under which a list of articles may stand in an object."""


def read(entry: Entry, names: Names) -> Iterator[Record | Rejection]:
    """The records of a JSON file, each with the line (or the number in the list) where it stands."""
    sample = entry.sample()
    if _a_record_a_line(sample, entry.suffix):
        yield from _by_line(entry, sample)
    else:
        yield from _by_value(entry, sample)


def is_record_line(line: str) -> bool:
    """Whether `line` is by itself a whole JSON object that is a record, not one that wraps a list of them."""
    line = line.strip()
    if not (line.startswith("{") and line.endswith("}")):
        return False
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and not any(isinstance(value.get(name), list) for name in LISTS)


def _a_record_a_line(sample: bytes, suffix: str) -> bool:
    name, mark = detect(sample, whole=len(sample) < SAMPLE)
    found = [line.strip() for line in sample[mark:].decode(name, "replace").split("\n")]
    whole = [line for line in found if line]
    if not whole or whole[0].startswith("["):
        return not whole
    try:
        json.loads(whole[0])
        return is_record_line(whole[0])
    except (ValueError, RecursionError):
        pass
    shaped = sum(line.startswith("{") and line.endswith("}") for line in whole[:-1])
    by_name = suffix in (".jsonl", ".ndjson", ".jsonlines") and whole[0] != "{"
    return by_name or (shaped > 1 and shaped > len(whole) // 2)


def _by_line(entry: Entry, sample: bytes) -> Iterator[Record | Rejection]:
    for number, (offset, line) in enumerate(lines(entry.stream, sample), 1):
        place = f"{entry.place}:{number}"
        if not line.strip("\ufeff \t\r\n\x00"):
            continue
        if reason := broken(line, offset):
            yield Rejection(place, reason)
            continue
        try:
            value = json.loads(line, strict=False)
        except (ValueError, RecursionError) as error:
            yield Rejection(place, _why(error))
            continue
        for one in value if isinstance(value, list) else (value,):
            yield _record(place, one)


def _by_value(entry: Entry, sample: bytes) -> Iterator[Record | Rejection]:
    text = _Text(entry, sample)
    number = 0
    try:
        while text.skip() != "":
            for value in _values(text):
                number += 1
                yield _record(f"{entry.place}:#{number}", value)
    except (ValueError, RecursionError) as error:
        reason = f"not JSON: {error.msg}" if isinstance(error, json.JSONDecodeError) else _why(error)
        yield Rejection(f"{entry.place}:#{number + 1}", f"{reason}; the file was read no further")


def _values(text: _Text) -> Iterator[object]:
    """The records of one top-level value, and an object's own values where it wraps no list."""
    if text.skip() == "[":
        yield from _elements(text)
        return
    if text.skip() != "{":
        yield text.value()
        return
    text.take()
    own: dict[str, object] = {}
    wraps = False
    while text.skip() != "}":
        key = text.value()
        if not isinstance(key, str) or text.skip() != ":":
            raise ValueError("not JSON: a name and a colon were expected")
        text.take()
        if text.skip() == "[" and key in LISTS and not wraps and not (own.keys() & {"text", "body", "content"}):
            first = True
            for element in _elements(text):
                # ["a", "b"] under one of these names is an ordinary value of the object.
                if first and not isinstance(element, dict):
                    own[key] = element
                else:
                    wraps = True
                    yield element
                first = False
        else:
            own[key] = text.value()
        if text.skip() == ",":
            text.take()
        elif text.skip() != "}":
            raise ValueError("not JSON: a comma or a closing brace was expected")
    text.take()
    if not wraps and own:
        yield own


def _elements(text: _Text) -> Iterator[object]:
    text.take()
    while text.skip() != "]":
        yield text.value()
        if text.skip() == ",":
            text.take()
        elif text.skip() != "]":
            raise ValueError("not JSON: a comma or a closing bracket was expected")
    text.take()


class _Text:
    """A JSON text of any length, of which only the part at hand is in memory."""

    def __init__(self, entry: Entry, sample: bytes) -> None:
        name, mark = detect(sample, whole=len(sample) < SAMPLE)
        entry.stream.read(mark)
        name = "utf-8" if name == "ascii" else name
        self._decoder = codecs.getincrementaldecoder(name)("surrogatepass" if name.startswith("utf-16") else "strict")
        self._stream, self._buffer, self._at, self._ended = entry.stream, "", 0, False
        self._json = json.JSONDecoder(strict=False)

    def _more(self, characters: int) -> bool:
        if self._ended:
            return False
        data = self._stream.read(characters)
        self._ended = len(data) < characters
        self._buffer = self._buffer[self._at :] + self._decoder.decode(data, final=self._ended)
        self._at = 0
        return True

    def skip(self) -> str:
        """Passes over blanks and gives the next character without taking it; empty at the end."""
        while True:
            while self._at < len(self._buffer):
                character = self._buffer[self._at]
                if character not in " \t\r\n\ufeff":
                    return character
                self._at += 1
            if not self._more(SAMPLE):
                return ""

    def take(self) -> None:
        """Takes the character that :meth:`skip` gave."""
        self._at += 1

    def value(self) -> object:
        """The next JSON value. Raises ValueError where there is none, or it is larger than LINE_LIMIT."""
        self.skip()
        step = SAMPLE
        while True:
            try:
                value, end = self._json.raw_decode(self._buffer, self._at)
                # A number that touches the buffer's end may go on.
                if end < len(self._buffer) or not self._more(SAMPLE):
                    self._at = end
                    return value
            except ValueError:
                if len(self._buffer) - self._at > LINE_LIMIT or not self._more(step):
                    raise
                step *= 2


def _record(place: str, value: object) -> Record | Rejection:
    if isinstance(value, dict):
        # Elasticsearch wraps its documents.
        inner = value.get("_source")
        return Record(place, {"id": value.get("_id"), **inner} if isinstance(inner, dict) else value)
    return Rejection(place, f"a JSON {_KINDS.get(type(value), 'value')} where an object was expected")


_KINDS = {str: "string", int: "number", float: "number", list: "list", bool: "true or false", type(None): "null"}


def _why(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"not valid {error.encoding.upper()}: byte 0x{error.object[error.start]:02x}"
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error.msg} (column {error.colno})"
    return "not JSON: nested too deeply" if isinstance(error, RecursionError) else str(error)
