from dataclasses import replace

import pytest

from assistant.citation_export import Reference, quotation


def test_the_speakers_own_words(plain: Reference) -> None:
    assert quotation(plain) == (
        "«لن نغلق الميناء قبل انتهاء العاصفة»، سلمى الراوي (مديرة ميناء السفن)، [صحيفة المرفأ، 20 يناير 2017]، "
        "«سلمى الراوي: الميناء يعمل رغم العاصفة».\nhttp://127.0.0.1:7860/article/marfa-17?start=120&end=156#cited"
    )


def test_the_reporters_words_are_not_put_into_the_speakers_mouth(plain: Reference) -> None:
    reported = replace(plain, quotation="نفت سلمى الراوي إغلاق الميناء", within=False, role="")
    assert quotation(reported).startswith("«نفت سلمى الراوي إغلاق الميناء»، والقول لسلمى الراوي، [صحيفة المرفأ")


def test_marks_inside_are_kept_and_set_in_others(plain: Reference) -> None:
    mixed = replace(plain, quotation="قالت: «لا»، ثم «نعم»")
    assert quotation(mixed).startswith("“قالت: «لا»، ثم «نعم»”، ")
    twice = replace(plain, quotation="«لا»، ثم «نعم»")
    assert quotation(twice).startswith("“«لا»، ثم «نعم»”، ")


def test_what_is_not_known_is_left_out(plain: Reference) -> None:
    bare = Reference("نصّ", "a", plain.span)
    assert quotation(bare) == "«نصّ»، [بلا تاريخ]."
    assert quotation(replace(bare, url="https://x.example/1")) == (
        "«نصّ»، [https://x.example/1، بلا تاريخ].\nhttps://x.example/1"
    )


def test_line_breaks_of_the_quotation_stay(plain: Reference) -> None:
    assert quotation(replace(plain, quotation="سطر\nوسطر")).startswith("«سطر\nوسطر»، ")


@pytest.mark.parametrize("kind", ["indirect", "mixed"])
def test_words_that_the_article_put_are_only_attributed(plain: Reference, kind: str) -> None:
    indirect = replace(plain, quotation="الحركة مستمرة", type=kind, role="")
    assert quotation(indirect).startswith("«الحركة مستمرة»، منسوبًا إلى سلمى الراوي، [صحيفة المرفأ")


@pytest.mark.parametrize(
    ("speaker", "told"),
    [
        ("سلمى الراوي", "لسلمى الراوي"),
        ("الوزير", "للوزير"),
        ("اللجنة الأولمبية", "للجنة الأولمبية"),
        ("إدارة السد", "لإدارة السد"),
        ("BBC", "لـ BBC"),
    ],
)
def test_whose_statement_a_run_carries(plain: Reference, speaker: str, told: str) -> None:
    assert f"»، والقول {told}، [" in quotation(replace(plain, speaker=speaker, role="", within=False))
