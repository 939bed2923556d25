import pytest

from index.people.keys import name_key, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد شفيق", "احمد شفيق"),
        ("إيناس مكاوي", "ايناس مكّاوي"),
        ("هدى الشاذلي", "هدي الشاذلى"),
        ("هنية", "هنيه"),
        ("الباجي قائد السبسي", "الباجي قايد السبسي"),
        ("عبد العزيز بوتفليقة", "عبدالعزيز بوتفليقة"),
        ("عبد الله بن زايد", "عبدالله ابن زايد"),
        ("مازن أبو زيد", "مازن أبي زيد"),
        ("مازن أبو زيد", "مازن ابوزيد"),
        ("أم كلثوم الوافي", "أمكلثوم الوافي"),
        ("الحبيب الصيد", "حبيب الصيد"),
        ("الدكتور سامر عطية", "سامر عطية"),
        ("السيدة ليلى منّاع", "ليلى مناع"),
        ("الرئيس ماكرون", "ماكرون"),
        ("الأمير تركي بن سعد", "تركي بن سعد"),
        ("«حزب البيئة»", 'حزب "البيئة"'),
        ("مُنى الـشرّاد", "منى الشراد"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("سالم العبيدي", "سليم العبيدي"),
        ("منصور", "منصوري"),
        ("الناطق باسم الجيش", "باسم الجيش"),
        ("أمين محفوظ", "محفوظ"),  # أمين is a title and a given name
        ("عبد الرحمن شلقم", "عبد الرحيم شلقم"),
        ("Emmanuel Macron", "ماكرون"),
    ],
)
def test_names_that_are_not_one(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_a_title_alone_is_what_is_left_of_it() -> None:
    assert words("الرئيس") == ("رييس",)
    assert name_key("...") == ""
