import datetime as dt

import pytest

from assistant.answering.lines import Said
from assistant.answering.wording import cue_words, day_in_words, quoted, speaker
from index.statements import extract
from index.vocabulary import Article, Span


def said(text: str) -> tuple[Article, Said]:
    article = Article(text)
    one = extract(article)[0]
    return article, Said(one, one.speaker, one.speaker)


def test_days() -> None:
    assert day_in_words(dt.date(2016, 5, 5)) == "الخميس 5 مايو 2016"
    assert day_in_words(dt.date(2024, 12, 29)) == "الأحد 29 ديسمبر 2024"


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("السد سليم", "«السد سليم»"),
        ("  السد\n سليم، ", "«السد سليم»"),
        ('"السد سليم"', "«السد سليم»"),
        ("«السد سليم»", "«السد سليم»"),
        ("قال «السد سليم» ثم مضى", "“قال «السد سليم» ثم مضى”"),
        ('أن "السد" سليم و"آمن"', '«أن "السد" سليم و"آمن"»'),
    ],
)
def test_words_are_marked_as_quoted(words: str, marked: str) -> None:
    assert quoted(Article(f"{words}."), Span(0, len(words))) == marked


def test_an_articles_own_number_is_no_citation() -> None:
    text = "ارتفع السعر [1] أمس"
    assert "[1]" not in quoted(Article(text), Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("أكدت النائبة زهرة العيادي أن القانون جاهز للتصويت.", "أكدت زهرة العيادي، النائبة"),
        ("وقال وزير النقل سامر الحداد إن القطار متوقف.", "قال سامر الحداد، وزير النقل"),
        ("وأوضحت وزارة الصحة أن اللقاح متوفر في كل المراكز.", "أوضحت وزارة الصحة"),
    ],
)
def test_the_verb_the_name_and_the_role(text: str, begins: str) -> None:
    assert speaker(*said(text)) == begins


def test_once_introduced_the_role_is_left_out() -> None:
    assert speaker(*said("أكدت النائبة زهرة العيادي أن القانون جاهز."), introduced=True) == "أكدت زهرة العيادي"


def test_a_role_that_is_the_name_in_other_marks_is_not_told_twice() -> None:
    text = speaker(*said('نفى مسؤول مكتب الإعلام في هيئة "سدود الشمال" وجود تشققات في جسم السد.'))
    assert text.count("مكتب الإعلام") == 1


def test_a_conjunction_is_no_part_of_the_verb() -> None:
    assert cue_words("وأكدت") == "أكدت"
    assert cue_words("وعد") == "وعد"
    assert cue_words("وفق ما ذكرته") == "وفق ما ذكرته"
