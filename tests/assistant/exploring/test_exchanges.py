from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from assistant.exploring.choice import Choice
from assistant.exploring.exchanges import exchanges
from assistant.exploring.explorer import Explorer
from assistant.exploring.selecting import Selection
from index.embedder import Embedder
from index.ingest import add
from index.store import Store
from index.vocabulary import Article


def test_a_denial_that_names_a_speaker_is_set_beside_what_they_said(
    press: Store, chosen: Callable[..., Selection]
) -> None:
    found = exchanges(press, chosen("about=رسوم الميناء"))
    denial = next(one for one in found.denying if one.basis == "name")
    assert (denial.answer.shown, denial.earlier.shown) == ("سليم الغزواني", "هالة المرعي")
    assert denial.answer.statement.stance == "deny" and "رسوم الميناء" in denial.earlier.content
    assert denial.earlier.article.date is not None and denial.earlier.article.date < dt.date(2025, 1, 20)
    assert (found.compared, found.total) == (6, 6)


def test_praise_is_agreement_and_apart_from_denial(press: Store, chosen: Callable[..., Selection]) -> None:
    found = exchanges(press, chosen("about=رسوم الميناء"))
    agreed = {(one.answer.shown, one.earlier.shown) for one in found.agreeing if one.basis == "name"}
    assert ("عادل السنوسي", "هالة المرعي") in agreed
    assert not any(one.answer.shown == "عادل السنوسي" and one.basis == "name" for one in found.denying)


def test_nobody_answers_themselves_or_what_is_yet_to_be_said(press: Store, chosen: Callable[..., Selection]) -> None:
    found = exchanges(press, chosen())
    every = [*found.denying, *found.agreeing, *found.speaking]
    assert every
    for one in every:
        assert one.answer.speaker != one.earlier.speaker
        if one.answer.article.id != one.earlier.article.id:
            assert one.earlier.article.date and one.answer.article.date
            assert one.earlier.article.date <= one.answer.article.date


def test_the_same_told_by_another_agrees_and_what_denies_it_denies(tmp_path: Path, tiny_embedder: Embedder) -> None:
    articles = [
        Article(
            "قال الوزير سمير البنا إن شركة النقل العمومي سترفع أسعار التذاكر في الصيف.",
            id="1",
            date=dt.date(2025, 5, 1),
        ),
        Article(
            "قال النائب وليد الفاسي إن شركة النقل العمومي سترفع أسعار التذاكر كلها قريبا في الصيف.",
            id="2",
            date=dt.date(2025, 5, 3),
        ),
        Article(
            "نفى المدير رائد الشامي أن شركة النقل العمومي سترفع أسعار التذاكر في الصيف.",
            id="3",
            date=dt.date(2025, 5, 5),
        ),
        Article("قال الخبير ناصر القاسمي إن الطقس سيتحسن غدا.", id="4", date=dt.date(2025, 5, 5)),
        # A negation alone is too often of something else: neither.
        Article(
            "قال المراقب هيثم العلوي إن لا شركة للنقل العمومي سترفع أسعار التذاكر في الصيف.",
            id="5",
            date=dt.date(2025, 5, 6),
        ),
    ]
    with Store(tmp_path / "store", load_embedder=lambda name: tiny_embedder) as store:
        add(store, articles)
        found = exchanges(store, Explorer(store).selection(Choice()))
    assert {(one.answer.shown, one.earlier.shown) for one in found.agreeing} == {("وليد الفاسي", "سمير البنا")}
    denied = [one for one in found.denying if one.answer.shown == "رائد الشامي"]
    assert [one.earlier.shown for one in denied] in (["سمير البنا"], ["وليد الفاسي"])  # one of the two who said it
    assert not any(one.answer.shown == "هيثم العلوي" and one.earlier.shown == "سمير البنا" for one in found.denying)
    assert all(one.basis == "meaning" for one in (*found.agreeing, *found.denying))
    assert not any("ناصر القاسمي" in (one.answer.shown, one.earlier.shown) for one in (*found.agreeing, *found.denying))


def test_a_denial_is_set_beside_the_claim_in_its_own_article(tmp_path: Path, tiny_embedder: Embedder) -> None:
    text = (
        "قالت النائبة رجاء الهاشمي إن لجنة الفرز منعت المراقبين من دخول المركز.\n"
        "وقال الخبير ناصر القاسمي إن الطقس سيتحسن غدا.\n"
        "ونفى رئيس اللجنة وليد الفاسي منع المراقبين من دخول المركز.\n"
        "واتهم النائب سمير البنا اللجنة بتزوير المحاضر.\n"
        "ونفى الكاتب العام رائد الشامي هذه الاتهامات."
    )
    with Store(tmp_path / "store", load_embedder=lambda name: tiny_embedder) as store:
        add(store, [Article(text, id="1", date=dt.date(2025, 5, 1))])
        found = exchanges(store, Explorer(store).selection(Choice()))
    pairs = {(one.answer.shown, one.earlier.shown) for one in found.denying if one.basis == "article"}
    assert pairs == {("وليد الفاسي", "رجاء الهاشمي"), ("رائد الشامي", "سمير البنا")}
    assert found.agreeing == ()


def test_of_nothing_nobody_answers(press: Store, chosen: Callable[..., Selection]) -> None:
    found = exchanges(press, chosen("about=المريخ"))
    assert (found.denying, found.agreeing, found.speaking, found.compared) == ((), (), (), 0)
