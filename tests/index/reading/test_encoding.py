from __future__ import annotations

import codecs
import io

import pytest

from index.reading.encoding import broken, decode, detect, lines
from index.reading.records import Unreadable

NEWS = "أعلن وزير الداخلية اليوم الثلاثاء عن اعتقال ثلاثة أشخاص في العاصمة، وقال إن التحقيق مستمر.\n"


@pytest.mark.parametrize(
    ("data", "name", "mark"),
    [
        (NEWS.encode(), "utf-8", 0),
        (codecs.BOM_UTF8 + NEWS.encode(), "utf-8", 3),
        (codecs.BOM_UTF16_LE + NEWS.encode("utf-16-le"), "utf-16-le", 2),
        (codecs.BOM_UTF16_BE + NEWS.encode("utf-16-be"), "utf-16-be", 2),
        (NEWS.encode("utf-16-le"), "utf-16-le", 0),
        (NEWS.encode("utf-16-be"), "utf-16-be", 0),
        (codecs.BOM_UTF32_LE + NEWS.encode("utf-32-le"), "utf-32-le", 4),
        (NEWS.encode("cp1256"), "cp1256", 0),
        (NEWS.encode("iso-8859-6"), "iso-8859-6", 0),
        ("Le ministre a été reçu à Tunis, où il a présenté ses vœux.".encode("cp1256"), "cp1256", 0),
        ("He said “no”.".encode("cp1256"), "cp1256", 0),
        (b'{"text": "\\u0642"}', "ascii", 0),
        (b"", "ascii", 0),
    ],
)
def test_detect(data: bytes, name: str, mark: int) -> None:
    assert detect(data) == (name, mark)
    assert decode(data) == data[mark:].decode(name)


def test_a_character_cut_at_the_end_of_a_sample_is_no_error() -> None:
    assert detect("قال".encode()[:-1], whole=False) == ("utf-8", 0)


def test_utf8_with_one_wrong_byte_is_not_taken_for_windows_1256() -> None:
    data = NEWS.encode() + b"\xff" + NEWS.encode()
    with pytest.raises(Unreadable, match=rf"not valid UTF-8: byte 0xff at offset {len(NEWS.encode())}"):
        decode(data)


@pytest.mark.parametrize("data", ["Привет, мир. Сегодня министр сказал".encode("cp1251") * 9, bytes(range(256)) * 8])
def test_what_is_no_arabic_is_refused_with_the_offset(data: bytes) -> None:
    with pytest.raises(Unreadable, match="at offset"):
        detect(data)


def test_a_wrong_declaration_does_not_spoil_valid_utf8() -> None:
    assert decode("قالت".encode(), "windows-1256") == "قالت"
    assert decode("قالت".encode("cp1256"), "windows-1256") == "قالت"
    assert decode("قالت".encode("iso-8859-6"), "ISO-8859-6") == "قالت"
    assert decode("café".encode("latin-1"), "iso-8859-1") == "café"


@pytest.mark.parametrize("declared", ["hex", "no-such", "undefined", "utf-8-nonsense"])
def test_an_absurd_declaration_is_passed_over(declared: str) -> None:
    assert decode(NEWS.encode("cp1256"), declared) == NEWS


def test_newlines_stay_as_they_are() -> None:
    assert decode("سطر\r\nسطر\rسطر\n".encode()) == "سطر\r\nسطر\rسطر\n"


def _lines(data: bytes) -> list[tuple[int, str]]:
    return list(lines(io.BytesIO(data), data))


def test_lines_and_their_offsets() -> None:
    assert _lines(codecs.BOM_UTF8 + "قال\nقالت".encode()) == [(3, "قال\n"), (10, "قالت")]
    assert _lines("قال نعم\r\nلا".encode("utf-16-le")) == [(0, "قال نعم\r\n"), (18, "لا")]
    assert _lines((NEWS * 2).encode("cp1256")) == [(0, NEWS), (len(NEWS), NEWS)]


def test_the_encoding_may_show_only_after_lines_of_ascii() -> None:
    data = b"id,text\n" * 3 + NEWS.encode("cp1256")
    assert [text for _, text in lines(io.BytesIO(data), data[:20])][-1] == NEWS


def test_a_broken_line_is_told_by_its_byte_and_the_rest_goes_on() -> None:
    first, second, third = _lines("سليم\n".encode() + b"\xd9\n" + "سليم\n".encode())
    assert (broken(*first[::-1]), broken(*third[::-1])) == ("", "")
    assert broken(*second[::-1]) == "not valid UTF-8: byte 0xd9 at offset 9 of the file"


def test_utf16_cut_in_the_middle() -> None:
    with pytest.raises(Unreadable, match="cut off"):
        _lines(codecs.BOM_UTF16_LE + "قال".encode("utf-16-le") + b"\x06")
