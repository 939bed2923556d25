from __future__ import annotations

from collections.abc import Callable

from index.vocabulary import Article, Rejection

Read = Callable[..., list[Article | Rejection]]

TWO = """<DOC>
<DOCNO> 20170120.0001 </DOCNO>
<HEADLINE>الأسعار &amp; الأجور</HEADLINE>
<DATE>20170120</DATE>
<TEXT>
<P>قال الوزير إن R&D بند جديد.</P>
<P>وأضاف: 3 < 5.</P>
</TEXT>
</DOC>
<doc><docno>2</docno><Body>خبر <b>عاجل</b> &quot;جداً&quot;</Body></doc>
"""


def test_several_documents_that_are_no_xml(read_file: Read) -> None:
    for name in ("a.trec", "a.xml", "a.sgml", "a.txt", "a"):
        first, second = read_file(name, TWO)
        assert isinstance(first, Article) and isinstance(second, Article)
        assert (first.id, first.title, str(first.date)) == ("20170120.0001", "الأسعار & الأجور", "2017-01-20")
        assert first.text == "قال الوزير إن R&D بند جديد.\nوأضاف: 3 < 5."
        assert (second.id, second.text) == ("2", 'خبر عاجل "جداً"')


def test_one_document_a_file_under_any_root(read_file: Read) -> None:
    for root in ("Article", "doc", "root", "ns:story"):
        data = (
            f'<?xml version="1.0" encoding="utf-8"?>\n<{root}>\n<ID>JA-1</ID><TITLE>ع</TITLE>\n'
            f"<TEXT><![CDATA[قال <نعم> & مضى]]></TEXT><DATE>20/01/2017</DATE><URL>http://e.org/?a=1&amp;b=2</URL></{root}>"
        )
        (found,) = read_file("a.xml", data)
        assert isinstance(found, Article)
        assert (found.id, found.text, found.url) == ("JA-1", "قال <نعم> & مضى", "http://e.org/?a=1&b=2")


def test_a_root_around_several_records(read_file: Read) -> None:
    data = '<corpus><article id="7"><text>أ</text></article>\n<article id="8"><text>ب</text></article></corpus>'
    assert [item.id for item in read_file("a.xml", data) if isinstance(item, Article)] == ["7", "8"]


def test_fields_without_any_root(read_file: Read) -> None:
    (found,) = read_file("a.xml", "<TITLE>ع</TITLE>\n<TEXT>خبر</TEXT>\n")
    assert isinstance(found, Article)
    assert (found.title, found.text) == ("ع", "خبر")


def test_a_broken_document_does_not_take_its_neighbours_with_it(read_file: Read) -> None:
    one = "<DOC><DOCNO>1</DOCNO><TEXT>خبر</TEXT></DOC>\n".encode()
    found = read_file(
        "a.trec", one + b"<DOC><TEXT>\xff</TEXT></DOC>\n" + one + b"<DOC><DOCNO>4</DOCNO></DOC>\n<DOC>cut"
    )
    assert [item.reason if isinstance(item, Rejection) else item.id for item in found] == [
        "1",
        f"not valid UTF-8: byte 0xff at offset {len(one) + 11} of the file",
        "1",
        "no field is known to hold the text; the fields are: DOCNO. Name the right one with --field text=NAME",
        "no document with fields: <DOC> <DOCNO> ... <TEXT> ... </DOC> was expected",
    ]
    assert [item.place for item in found if isinstance(item, Rejection)] == ["a.trec:2", "a.trec:4", "a.trec:5"]


def test_windows_1256(read_file: Read) -> None:
    data = "<DOC><TEXT>وأعلن الناطق باسم الجيش أن العملية في الشمال انتهت</TEXT></DOC>"
    (found,) = read_file("a.trec", data.encode("cp1256"))
    assert isinstance(found, Article)
    assert found.text == "وأعلن الناطق باسم الجيش أن العملية في الشمال انتهت"
