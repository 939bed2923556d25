import copy
import json

import pytest

from assistant.page.text import Noun, Text

ASK = Text("اسأل", "Ask")
DAYS = Noun("يوم واحد", "يومان", "أيام", "يومًا", "يوم", "day", "days")


def test_a_text_is_its_arabic_and_has_its_english() -> None:
    assert ASK == "اسأل" and ASK.within("en") == "Ask" and type(ASK.within("ar")) is str
    assert json.dumps({"label": ASK}, ensure_ascii=False) == '{"label": "اسأل"}'


def test_gradio_may_copy_it() -> None:
    copied = copy.deepcopy({"label": ASK})["label"]
    assert copied == ASK and copied.english == "Ask"


@pytest.mark.parametrize(("arabic", "english"), [("", "Ask"), ("اسأل", "")])
def test_both_languages_are_needed(arabic: str, english: str) -> None:
    with pytest.raises(ValueError, match="both languages"):
        Text(arabic, english)


@pytest.mark.parametrize(
    ("number", "noun"), [(0, "يوم"), (3, "أيام"), (10, "أيام"), (11, "يومًا"), (99, "يومًا"), (100, "يوم"), (203, "أيام")]
)
def test_the_noun_after_a_number(number: int, noun: str) -> None:
    assert DAYS.after(number) == noun
