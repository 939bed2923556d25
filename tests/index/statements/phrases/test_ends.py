import pytest

from index.statements.phrases.ends import end_of, phrase_end
from index.statements.tokens import read


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("الوزير سمير حداد في جنيف إن", "الوزير سمير حداد"),
        ("القيادي في الحزب فادي عون خلال ندوة", "القيادي في الحزب فادي عون"),
        ("رئيس البلدية رياض يمق، أن", "رئيس البلدية رياض يمق"),
        ("مصادر وزارية لـ«الأفق» إن", "مصادر وزارية"),
        ("مصدر حكومي مطلع ل القبس إن", "مصدر حكومي مطلع"),
        ("مدير الدفاع المدني فادي الصالح للأناضول إن", "مدير الدفاع المدني فادي الصالح"),
        ("الأمين العام للحزب، فادي عون، إن", "الأمين العام للحزب، فادي عون"),
    ],
)
def test_before_a_link(text: str, phrase: str) -> None:
    tokens = read(text)
    stop = phrase_end(tokens, 0, len(tokens), object_follows=False)
    assert tokens.text(0, stop).rstrip("، ") == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("مصدر عسكري سوري استهداف المدنيين.", "مصدر عسكري سوري"),
        ("رئيس غرفة صناعة الأردن المهندس فادي عون جهود الحكومة.", "رئيس غرفة صناعة الأردن المهندس فادي عون"),
        ("السيناتور الجمهوري تيد كروز سياسة الإدارة.", "السيناتور الجمهوري تيد كروز"),
        ("وزارة الخارجية والمغتربين إقدام مستوطنين على الاقتحام.", "وزارة الخارجية والمغتربين"),
        ("تحالف دعم الشرعية الهجوم.", "تحالف دعم الشرعية"),
    ],
)
def test_before_an_object(text: str, phrase: str) -> None:
    tokens = read(text)
    assert tokens.text(0, end_of(tokens, 0, len(tokens))) == phrase
