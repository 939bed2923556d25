from __future__ import annotations

from collections.abc import Callable

from lxml import html

from assistant.page.reader import Reader

Draw = Callable[..., html.HtmlElement]


def test_one_chosen_speaker_has_a_card_several_have_none(draw: Draw) -> None:
    (card,) = draw("speaker=هالة المرعي").cssselect(".speaker")
    said = " ".join(card.text_content().split())
    assert card.cssselect("h2 bdi")[0].text == "هالة المرعي"
    assert "4 تصريحات · من 6 يناير 2025 إلى 10 مارس 2025 · في صحيفة المرفأ" in said
    assert "وزيرة النقل" in said
    assert not draw("speaker=هالة المرعي&speaker=سليم الغزواني").cssselect(".speaker")
    assert not draw("speaker=لا أحد").cssselect(".speaker")


def test_arabic_digits_are_the_readers_choice(draw: Draw) -> None:
    (card,) = draw("speaker=هالة المرعي", Reader(digits="arabic")).cssselect(".speaker")
    assert "٤ تصريحات · من ٦ يناير ٢٠٢٥" in " ".join(card.text_content().split())


def test_the_forms_say_whom_they_are_about(draw: Draw) -> None:
    (card,) = draw("speaker=هالة المرعي").cssselect(".speaker")
    forms = {form.get("data-decide"): form.get("data-person") for form in card.cssselect("form")}
    assert forms == {"split": "هاله مرعي", "merge": "هاله مرعي", "rename": "هاله مرعي"}
    assert not card.cssselect('[data-decide="split"] button')  # one name: nothing to split off
    assert [field.get("value") for field in card.cssselect('[name="shown"]')] == ["هالة المرعي"]
