from __future__ import annotations

import pytest

from index.reading.bidi import backwards, inside_out, is_arabic, letters, logical


@pytest.mark.parametrize(
    ("painted", "read"),
    [
        ("ريزولا لاق", "قال الوزير"),
        (".2017 رياني 20 موي", "يوم 20 يناير 2017."),
        ("%3.5 ةبسنب 1,200 غلب", "بلغ 1,200 بنسبة 3.5%"),
        ("CNN International ةانق تلاق", "قالت قناة CNN International"),
        (".France 24 ةانق", "قناة France 24."),
        ("٢٠١٧ ماع", "عام ٢٠١٧"),
        ("10:30 ةعاسلا", "الساعة 10:30"),
        ("", ""),
    ],
)
def test_lines_of_arabic(painted: str, read: str) -> None:
    assert logical(painted, right_to_left=True) == read


def test_brackets_named_by_their_shape() -> None:
    assert logical("(ضايرلا ةمق) ةمق", right_to_left=True, mirrored=True) == "قمة (قمة الرياض)"
    assert logical(")ضايرلا ةمق( ةمق", right_to_left=True) == "قمة (قمة الرياض)"


def test_arabic_within_a_line_of_english() -> None:
    assert logical("He said ضايرلا ةمق (2017).", right_to_left=False) == "He said قمة الرياض (2017)."


def test_a_ligature_keeps_the_order_of_its_letters() -> None:
    assert logical(["ة", "ر", "م", " ", "ل", "و", "لأ"], right_to_left=True) == "لأول مرة"
    assert letters("ﻷ") == "لأ"
    assert letters("ﺔ CNN ½") == "ة CNN ½"


def test_directions_and_signs_of_disorder() -> None:
    assert is_arabic("قناة BBC") and not is_arabic("BBC عربي channel") and not is_arabic("2017")
    assert backwards("ريزولا يف ةمقلا") and not backwards("الوزير في القمة") and not backwards("أهلاً")
    assert inside_out("نص )قمة( نص") > 0 > inside_out("نص (قمة) نص")
