import datetime as dt

import pytest

from assistant.answering.wider.conflict import conflict, denies, first_conflict
from assistant.answering.wider.told import Retold
from index.statements import extract
from index.store.statements import StatementHit
from index.vocabulary import Article


def told(text: str, day: str = "2025-03-10", id_: str = "") -> list[Retold]:
    article = Article(text, id=id_, date=dt.date.fromisoformat(day))
    return [Retold(StatementHit(0, one, article, one.speaker, one.speaker)) for one in extract(article)]


DENIED = "نفت المديرة هالة الدريدي وجود تشققات خطيرة في جسم السد."


def test_what_one_denies_and_another_affirms() -> None:
    (no,) = told(DENIED)
    (yes,) = told("أكد النائب سامر الحداد وجود تشققات خطيرة في جسم السد القديم.")
    assert conflict(yes, no) == conflict(no, yes) == (no, yes)
    assert first_conflict([yes, no]) == (no, yes)


@pytest.mark.parametrize(
    "agreeing",
    [
        "أكد النائب سامر الحداد عدم وجود تشققات خطيرة في جسم السد.",
        "قال النائب سامر الحداد إن جسم السد ليس فيه تشققات خطيرة.",
        "قال النائب سامر الحداد إن وجود تشققات خطيرة في جسم السد مجرد إشاعة.",
        "نفى النائب سامر الحداد وجود تشققات خطيرة في جسم السد.",
        "أكد النائب سامر الحداد أن جسم السد يحتاج إلى صيانة دورية كل عام من خبراء الوزارة.",
        "أعرب النائب سامر الحداد عن قلقه من أنباء عن تشققات خطيرة في جسم السد.",
    ],
)
def test_who_agrees_or_speaks_of_something_else_is_no_contradiction(agreeing: str) -> None:
    (no,) = told(DENIED)
    assert all(conflict(no, one) is None for one in told(agreeing))


def test_the_same_words_a_year_later_are_about_another_thing() -> None:
    (no,) = told(DENIED)
    (yes,) = told("أكد النائب سامر الحداد وجود تشققات خطيرة في جسم السد القديم.", "2026-03-10")
    assert conflict(no, yes) is None


def test_a_report_of_a_denial_is_not_the_opposite_of_it() -> None:
    nested = told("قال النائب سامر الحداد إن المديرة هالة الدريدي نفت وجود تشققات خطيرة في جسم السد.")
    assert first_conflict(nested) is None


def test_one_person_contradicts_oneself_on_another_day_only() -> None:
    (no,) = told("نفى الوزير كمال العيادي تجميد القسط الثاني من القرض المخصص للمستشفيات.", "2025-03-10")
    (yes,) = told("أعلن الوزير كمال العيادي تجميد القسط الثاني من القرض المخصص للمستشفيات.", "2025-03-08")
    assert conflict(no, yes) == (no, yes)
    (same_day,) = told("أعلن الوزير كمال العيادي تجميد القسط الثاني من القرض المخصص للمستشفيات.", "2025-03-10")
    assert conflict(no, same_day) is None


def test_to_refuse_is_not_to_deny() -> None:
    assert not any(map(denies, told("رفض الوزير كمال العيادي تأجيل الانتخابات البلدية.")))
    assert all(map(denies, told(DENIED)))
