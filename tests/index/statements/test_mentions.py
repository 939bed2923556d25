import pytest

from index.statements import extract
from index.statements.mentions import nobody
from index.vocabulary import Article


@pytest.mark.parametrize("word", ["في", "أمس", "أن", "مؤكدا", ""])
def test_words_of_grammar_are_nobody(word: str) -> None:
    assert nobody(word)


@pytest.mark.parametrize("name", ["سمير حداد", "الوزير", "البرغوثي"])
def test_names_are_somebody(name: str) -> None:
    assert not nobody(name)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # "the same official" is who spoke last
        ("قال الوالي فادي عون إن العمل بدأ. وصرح ذات المسؤول بأن السكنات ستوزع.", ["فادي عون", "فادي عون"]),
        # the office that follows the name
        (
            "قال المهندس سامي حداد، نقيب المهندسين، إن العمل بدأ. ورد النقيب بأن اللائحة ستتغير.",
            ["سامي حداد", "سامي حداد"],
        ),
        # an honorific with a pronoun
        ("شارك السيد فادي عون وزير النقل في الاجتماع.\nوأكد سعادته أن العمل بدأ.", ["فادي عون"]),
        # an anonymous source stays one
        ("قال مصدر وزاري إن الخلاف محدود. وأشار المصدر إلى أن الحل قريب.", ["مصدر وزاري", "مصدر وزاري"]),
        # a document is said by who gave it out
        ("تقرر تأجيل الدورة إلى الخريف، بحسب بلاغ أصدرته الوزارة.", ["الوزارة"]),
        # the spokeswoman of a company, not a man called باسم
        ("وقالت المتحدثة باسم شيفلر إن المصنع آمن.", ["المتحدثة باسم شيفلر"]),
    ],
)
def test_who_is_meant(text: str, speakers: list[str]) -> None:
    assert [s.speaker for s in extract(Article(text=text, id="t"))] == speakers
