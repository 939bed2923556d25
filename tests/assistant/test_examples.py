from collections.abc import Callable

import pytest

from assistant.examples import examples
from index.samples import articles, questions
from index.store import Store
from index.vocabulary import Article

StoreOf = Callable[..., Store]


def test_the_samples_bring_their_own_questions(store_of: StoreOf) -> None:
    assert examples(store_of(*articles()[:3]).catalogue) == questions()[:6]


def test_other_articles_are_asked_what_their_speakers_said(store_of: StoreOf) -> None:
    store = store_of(
        Article("قال وزير النقل سامر الحداد إن القطار سينطلق قريبا.", id="1"),
        Article("وأكّدت رئيسة البلدية هدى المنصوري أنّ الطريق الساحلية مغلقة.", id="2"),
        Article("أعلنت وزارة الصحة أن لقاحا جديدا وصل.", id="3"),
    )
    assert examples(store.catalogue) == [
        "ماذا قالت رئيسة البلدية هدى المنصوري عن الطريق الساحلية؟",
        "ماذا قال وزير النقل سامر الحداد عن القطار؟",
        "ماذا قالت وزارة الصحة؟",
    ]


@pytest.mark.parametrize(
    "report",
    [
        "قال المصدر ذاته إن الأمر انتهى.",
        "وقالت مصادر طبية إن المصاب غادر المستشفى.",
        "وأوضح الحداد أنه يعلم أن القرار صعب.",
        "أعلنت الشرطة عن توقيف رجل بعد أن هدد المارة.",
        "وقال المسؤول المحلي أيضا إن الماء عاد.",
        "وأكدت وزارة التعليم الأسبوع الماضي أن الدروس ستستأنف.",
        "قال شهود عيان إن السيارة كانت مسرعة.",
    ],
)
def test_a_subject_that_a_stranger_could_not_ask_about_makes_no_question(store_of: StoreOf, report: str) -> None:
    assert examples(store_of(Article(report)).catalogue) == []


def test_a_speaker_is_asked_about_once_and_six_are_enough(store_of: StoreOf) -> None:
    names = "سامر هدى ليلى كمال سلمى هاني نادر رنا".split()
    articles = [Article(f"قال الوزير {name} الحداد إن القطار {n} سينطلق.", id=str(n)) for n, name in enumerate(names)]
    asked = examples(store_of(*articles, Article("قال الوزير رنا الحداد إن المطار فتح.", id="x")).catalogue)
    assert len(asked) == 6
    assert asked[0] == "ماذا قال الوزير رنا الحداد عن المطار؟"
    assert len({question.partition(" عن ")[0] for question in asked}) == 6


def test_no_articles_no_questions(store_of: StoreOf) -> None:
    assert examples(store_of().catalogue) == []
