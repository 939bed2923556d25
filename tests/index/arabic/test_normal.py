from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.arabic.normal import clean, fold, normalise
from index.vocabulary import Span

ARABIC = st.text(alphabet=st.sampled_from("اأإآىيیةهوؤئءکلم نّـًٌَُِْٰٕٓٔ\u200f\u200b\xa0\ufeff\x00١۲٪ﻻﷺﷲﹰﱠ１Ａ.\n\t😀\ud800"))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("قَالَ الوَزِيرُ", "قال الوزير"),
        ("العـــربيـة", "العربية"),
        ("مُؤسّسةٌ في هٰذا", "مؤسسة في هذا"),
        ("\ufeffقال\u200f: \u202b«نعم»\u202c", "قال: «نعم»"),
        ("عام ٢٠١٧ و۱۴۰۱", "عام 2017 و1401"),
        ("بنسبة ٣٫٥٪ من ١٬٢٠٠", "بنسبة 3.5% من 1,200"),
        ("کتاب گوگل ایران", "كتاب كوكل ايران"),
        ("ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ ﻻ", "قال الوزير لا"),
        ("النبي ﷺ", "النبي صلى الله عليه وسلم"),
        ("\ufe70\ufe76", ""),
        ("رقم １２％", "رقم 12%"),
        ("في\xa0تونس\u2009و\u3000مصر", "في تونس و مصر"),
        ("سطر\u2028سطر", "سطر\nسطر"),
        ("إلى المدرسة أمس", "إلى المدرسة أمس"),
        ("قبل\x00بعد", "قبلبعد"),
        ("كسر\ud800", "كسر\ufffd"),
        ("", ""),
    ],
)
def test_clean(text: str, plain: str) -> None:
    assert clean(text) == plain
    assert normalise(text).text == plain


@pytest.mark.parametrize("word", ["أحمد", "إلى", "آخر", "مسؤول", "رئيس"])
def test_decomposed_letters_survive(word: str) -> None:
    assert clean(unicodedata.normalize("NFD", word)) == word
    assert clean(unicodedata.normalize("NFD", word[0] + "\u064e" + word[1:])) == word


@pytest.mark.parametrize(
    ("text", "word", "quote"),
    [
        ("زار مُحَمَّدٌ المدينة", "محمد", "مُحَمَّدٌ"),
        ("قالـــت الوزارة", "قالت", "قالـــت"),
        ("\ufeffأكد\u200f الخبر", "أكد", "أكد"),
        ("النبي ﷺ قال", "الله", "ﷺ"),
        ("سنة ٢٠١٧م", "2017", "٢٠١٧"),
    ],
)
def test_the_way_back(text: str, word: str, quote: str) -> None:
    normal = normalise(text)
    start = normal.text.index(word)
    assert normal.span(start, start + len(word)).of(text) == quote


def test_an_empty_run_has_a_place() -> None:
    assert normalise("قَال").span(1, 1) == Span(2, 2)
    assert normalise("قَ").span(1, 1) == Span(2, 2)


def test_a_run_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\[0, 9\) is no run"):
        normalise("قال").span(0, 9)


def test_fold() -> None:
    assert fold("أكد إلى مدرسة مسؤول رئيس آخر ٱلله ء") == "اكد الي مدرسه مسوول رييس اخر الله ء"
    assert fold("ڤيروس أڭادير ڨفصة") == "فيروس اكادير قفصه"


@given(ARABIC)
def test_every_character_maps_back(text: str) -> None:
    normal = normalise(text)
    assert len(normal.offsets) == len(normal.text)
    assert (normal.offsets[1:] >= normal.offsets[:-1]).all()
    assert clean(normal.text) == normal.text
    assert len(fold(text)) == len(text)
    for place in range(len(normal.text)):
        assert clean(normal.span(place, place + 1).of(text))[:1] != ""
