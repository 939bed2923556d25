import pytest

from assistant.page.reader import ARABIC, Reader
from assistant.page.sources.place import Place, place
from index.vocabulary import Span

TEXT = "قال الوزير: «نعم».\n\nثم غادر."


def test_a_good_place() -> None:
    assert place(TEXT, "0", "3", (), ARABIC) == Place(Span(0, 3))
    assert place(TEXT, "3", str(len(TEXT)), (), ARABIC).cited == Span(3, len(TEXT))


def test_no_place_is_no_problem() -> None:
    assert place(TEXT, None, None, (), ARABIC) == Place()


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("", ""),
        ("3", None),
        (None, "3"),
        ("x", "9"),
        ("-1", "4"),
        ("1.5", "3"),
        ("9" * 6000, "1"),
        ("٣", "٥"),
        ("<b>", "2"),
    ],
)
def test_an_unreadable_place_is_explained(start: str | None, end: str | None) -> None:
    at = place(TEXT, start, end, (), ARABIC)
    assert at.cited is None and "ناقص أو مكتوب خطأ" in at.problem


def test_an_empty_and_an_outside_place_are_explained() -> None:
    assert "(9–3) لا كلمات فيه" in place(TEXT, "9", "3", (), ARABIC).problem
    assert "(4–4)" in place(TEXT, "4", "4", (), ARABIC).problem
    outside = place(TEXT, "5", "9999", (), ARABIC)
    assert outside.cited is None and "(5–9,999) خارج نص المقال، وطوله 28 حرفًا" in outside.problem
    english = place(TEXT, "5", "9999", (), Reader("en")).problem
    assert "(5–9,999) lies outside the article, which has 28 characters" in english
    assert "(٥–٩٬٩٩٩)" in place(TEXT, "5", "9999", (), Reader("ar", "arabic")).problem


def test_further_places_in_the_order_of_the_text_and_bad_ones_left_out() -> None:
    at = place(TEXT, "8", "10", ["12-15", "3-5", "3-5", "9-2", "0-999", "x", ""], ARABIC)
    assert at.also == (Span(3, 5), Span(12, 15))
    assert at.citations == [Span(3, 5), Span(8, 10), Span(12, 15)]


def test_places_without_end_are_cut_off() -> None:
    assert len(place("كلمة " * 400, None, None, [f"{n}-{n + 3}" for n in range(500)], ARABIC).also) == 100
