import datetime as dt

import pytest

from index.arabic.analyser import day_tokens, tokens


def test_a_sentence_of_news() -> None:
    assert tokens("قالت الحكومة في 20 جانفي إنّ الأسعار ستنخفض") == [
        *("قالت", "حكوم", "20", "شهر01", "اسعار", "ستنخفض"),
    ]


@pytest.mark.parametrize(
    ("careful", "careless"),
    [
        ("أعلنت الوزارة إلغاء الامتحانات", "اعلنت الوزاره الغاء الامتحانات"),
        ("قَالَ الوَزِيرُ إنّ الأَسْعَار", "قال الوزير ان الاسعار"),
        ("الـــوزارة قالت", "الوزارة قالت"),
        ("في ١٥ كانون الثاني ٢٠٢٥", "في 15 يناير 2025"),
        ("٤٣٫٥ بالمائة", "43,5 بالمائة"),
        ("٦ غشت", "06 أوت"),
    ],
)
def test_spelling_makes_no_difference(careful: str, careless: str) -> None:
    assert tokens(careful) == tokens(careless)


def test_months_of_every_country_are_one_word() -> None:
    names = "يوليو جويلية يوليوز تموز".split()
    assert {tuple(tokens(name)) for name in names} == {("شهر07",)}


def test_a_month_of_two_words_beside_one_of_one_word() -> None:
    assert tokens("بين تشرين الثاني وآذار نيسان") == ["شهر11", "شهر03", "شهر04"]


def test_numbers_glued_to_words_come_apart() -> None:
    assert tokens("15ألف دينار") == ["15", "الف", "دينار"]
    assert tokens("1,500 و 1500") == ["1500", "1500"]


def test_nothing_remains_of_function_words_and_punctuation() -> None:
    assert tokens("من هو؟ «و» - ... !") == []


def test_the_day_is_found_under_its_month_and_year() -> None:
    assert day_tokens(dt.date(2017, 1, 5)) == tokens("5 جانفي 2017")
    assert day_tokens(None) == []


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("الأممالمتحدة", "الأمم المتحدة"),
        ("فيالمدينة", "في المدينة"),
        ("القرارعلى", "القرار على"),
        ("عبدالعزيز", "عبد العزيز"),
        ("أبوبكر", "أبو بكر"),
        ("صلاحالدين", "صلاح الدين"),
        ("ديسمبرالماضي", "كانون الأول الماضي"),
        ("أبوعبدالله", "أبو عبد الله"),
    ],
)
def test_a_glued_word_is_found_apart_and_together(glued: str, apart: str) -> None:
    assert tokens(glued)[1:] and set(tokens(apart)) < set(tokens(glued))
    assert tokens(glued)[0] not in tokens(apart)
    assert tokens(f"مع {glued} أمس")[0] == tokens(glued)[0]


def test_a_word_that_is_one_stays_one() -> None:
    assert len(tokens("واستثماراتهما الديمقراطية كوالالمبور")) == 3
