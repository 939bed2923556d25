import datetime as dt

import pytest

from assistant.generated.evidence import Source
from assistant.generated.figures import Evidenced, figures
from index.vocabulary import Article, Span

ARTICLE = Article(
    "قال وزير الطاقة سامي حدّاد في عمّان إن الإنتاج بلغ 1,500 برميل، أي ما يعادل ٤٣٫٥ بالمئة، خلال ثلاثة أشهر. "
    "وذكرت Reuters أن الكلفة 2000000 دينار، بحضور ماكرون.",
    title="الوزير: الإنتاج يرتفع",
    date=dt.date(2025, 7, 15),
    source="وكالة القطا",
)


def missing(text: str) -> list[tuple[str, str]]:
    evidenced = Evidenced([Source("K7QF", ARTICLE, Span(0, len(ARTICLE.text)))])
    return [(one.span.of(text), one.why) for one in figures(text) if not evidenced.has(one)]


@pytest.mark.parametrize(
    "text",
    [
        "بلغ الإنتاج ١٥٠٠ برميل، أي 43.5%، خلال 3 أشهر.",
        "بلغت الكلفة مليوني دينار وفق Reuters.",
        "قال الوزير سامي حداد، في عمان، إن الإنتاج ارتفع.",
        "أكد وزير الطاقة حداد ذلك بحضور الرئيس ماكرون.",
        "صرّح بذلك في 15 تموز 2025، أو 15 يوليو، وفق وكالة القطا.",
        "1. ارتفع الإنتاج\n2. ارتفعت الكلفة",
        "وأعرب الوزير عن تفاؤله واستبعد أن تتراجع الأسعار قريبا.",  # paraphrase: no name, no number
    ],
)
def test_what_the_evidence_has(text: str) -> None:
    assert missing(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("بلغ الإنتاج ١٦٠٠ برميل.", [("١٦٠٠", "number")]),
        ("ارتفع بنسبة 43.6 بالمئة.", [("43.6", "number")]),
        ("خلال خمسة أشهر.", [("خمسة", "number")]),
        ("بلغت الكلفة ثلاثة مليارات دينار.", [("مليارات", "number")]),
        ("صرّح بذلك في 15 آب.", [("آب", "number")]),
        ("قال وزير الطاقة سمير حداد إن الإنتاج ارتفع.", [("سمير", "name")]),
        ("وقالت وكالة Bloomberg ذلك.", [("Bloomberg", "name")]),
        ("قال الوزير ذلك في بيروت.", [("بيروت", "name")]),
        ("بحضور الطرابيشي.", [("الطرابيشي", "name")]),
        ("أعلنت وزارة الصحة أن الإنتاج ارتفع.", [("الصحة", "name")]),
    ],
)
def test_what_it_lacks(text: str, found: list[tuple[str, str]]) -> None:
    assert missing(text) == found


def test_nothing_is_in_no_evidence() -> None:
    assert not Evidenced([]).has(figures("بلغ 43")[0])
    assert figures("") == []
