from __future__ import annotations

from collections.abc import Callable

import pytest

from index.reading.fields import Names
from index.reading.table import delimiter
from index.vocabulary import Article, Rejection

Read = Callable[..., list[Article | Rejection]]


def texts(found: list[Article | Rejection]) -> list[str]:
    return [item.text if isinstance(item, Article) else f"{item.place}: {item.reason}" for item in found]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["n.csv", "n.tsv", "n.dat", "n"])
def test_delimiters(read_file: Read, mark: str, name: str) -> None:
    data = f'id{mark}title{mark}text\n1{mark}ع{mark}"قال، ثم {mark} صمت."\n'
    assert texts(read_file(name, data)) == [f"قال، ثم {mark} صمت."]


def test_the_delimiter_is_the_one_that_finds_known_names() -> None:
    assert delimiter("العنوان;النص;ملاحظات، أخرى, و, غيرها".encode(), Names()) == ";"
    assert delimiter(b"sep=|\ntext,title|x", Names()) == "|"


def test_fields_of_several_lines_and_doubled_quotes(read_file: Read) -> None:
    data = 'text,title\r\n"قال ""نعم"".\r\n\r\nثم مضى",ع\r\nسطر,ع\r\n'
    assert texts(read_file("n.csv", data)) == ['قال "نعم".\r\n\r\nثم مضى', "سطر"]


def test_huge_fields(read_file: Read) -> None:
    assert [len(text) for text in texts(read_file("n.csv", "text\n" + "خبر " * 100_000 + "\n"))] == [400_000]


def test_excel_files(read_file: Read) -> None:
    assert texts(read_file("n.csv", "\ufeffsep=;\r\nالعنوان;النص\r\nع;خبر\r\n")) == ["خبر"]
    assert texts(read_file("n.csv", "العنوان\tالنص\r\nع\tخبر\r\n".encode("utf-16"))) == ["خبر"]
    arabic = "العنوان;النص\nع;وأعلن الوزير أن المفاوضات في القاهرة مستمرة\n".encode("cp1256")
    assert texts(read_file("n.csv", arabic)) == ["وأعلن الوزير أن المفاوضات في القاهرة مستمرة"]


def test_an_unknown_header_is_one_rejection_for_the_file(read_file: Read) -> None:
    assert texts(read_file("n.csv", "a,b\n1,2\n3,4\n")) == [
        "n.csv: no field is known to hold the text; the fields are: a, b. Name the right one with --field text=NAME"
    ]
    assert texts(read_file("n.csv", "a,b\n1,2\n3,4\n", fields={"text": "b"})) == ["2", "4"]


def test_rows_that_do_not_fit(read_file: Read) -> None:
    assert texts(read_file("n.csv", "id,text\n1,قال, ثم صمت\n\n2,خبر,,\n3\n")) == [
        "n.csv:2: 3 cells under 2 columns: an unquoted delimiter in a cell?",
        "خبر",
        "n.csv:5: the text (text) is empty",
    ]


def test_a_broken_byte_rejects_its_row_only(read_file: Read) -> None:
    data = "text\nخبر\n".encode() + b"\xff\xff\n" + "آخر خبر\n".encode()
    assert texts(read_file("n.csv", data)) == [
        "خبر",
        "n.csv:3: not valid UTF-8: byte 0xff at offset 12 of the file",
        "آخر خبر",
    ]


def test_a_quote_that_is_never_closed_is_reported_with_what_it_swallows(read_file: Read) -> None:
    assert texts(read_file("n.csv", 'text\nخبر\n"مفتوح\nسطر\nسطر\n')) == [
        "خبر",
        'n.csv:3: a quotation mark (") opens here and swallows 2 lines, and nothing closes it',
    ]


def test_stray_quotes_within_a_cell_are_text(read_file: Read) -> None:
    assert texts(read_file("n.csv", 'id,text\n1,قال "نعم" ومضى\n2,طوله 5" فقط\n')) == ['قال "نعم" ومضى', 'طوله 5" فقط']


def test_a_header_alone(read_file: Read) -> None:
    assert texts(read_file("n.csv", "id,text\n")) == ["n.csv: no article in it"]
