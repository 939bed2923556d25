import pytest

from assistant.generated.attribution import misattributed
from assistant.generated.evidence import Source, gather
from index.statements.extract import extract
from index.vocabulary import Article, Evidence, Passage, Span

ARTICLE = Article(
    "قال وزير الفلاحة سمير الطيب إن أسعار الحبوب ستبقى مدعومة طوال الموسم الحالي. من جهته أكد رئيس اتحاد الفلاحين "
    "عبد المجيد الزار أن الفلاحين يرفضون استيراد الحليب المجفف. وأوضح مصدر مسؤول أن الباخرة وصلت أمس إلى الميناء."
)


def sources() -> list[Source]:
    whole = Evidence(ARTICLE, Passage(ARTICLE.id, 0, Span(0, len(ARTICLE.text))), 0.9)
    return list(gather([whole], extract(ARTICLE)).sources.values())[:1]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("قال سمير الطيب إن أسعار الحبوب ستبقى مدعومة هذا الموسم.", []),
        ("قال وزير الفلاحة إن أسعار الحبوب ستبقى مدعومة هذا الموسم.", []),
        ("قال عبد المجيد الزار إن أسعار الحبوب ستبقى مدعومة طوال الموسم.", ["عبد المجيد الزار"]),
        ("أكد الوزير سمير الطيب أن الفلاحين يرفضون استيراد الحليب المجفف.", ["سمير الطيب"]),
        ("قال عبد المجيد الزار إن الباخرة وصلت أمس إلى الميناء.", []),  # a source without a name may be he
        ("قال عبد المجيد الزار إن الأمطار كانت غزيرة في الشمال.", []),  # nothing the source tells of
        ("أسعار الحبوب ستبقى مدعومة.", []),
        ("", []),
    ],
)
def test_who_is_given_the_words_of_another(text: str, wrong: list[str]) -> None:
    assert [wrong[0] in span.of(text) for span in misattributed(text, sources())] == [True] * len(wrong)
    assert len(misattributed(text, sources())) == len(wrong)


def test_without_statements_nothing_is_told() -> None:
    bare = Source("K7QF", ARTICLE, Span(0, len(ARTICLE.text)))
    assert misattributed("قال عبد المجيد الزار إن أسعار الحبوب ستبقى مدعومة.", [bare]) == []
