import pytest

from index.embedder.cleaning import clean


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("قَالَ الوَزِيرُ إنّ الأسعارَ", "قال الوزير إن الأسعار"),
        ("عـــاجل: قـتـيـلان", "عاجل: قتيلان"),
        ("هٰذا", "هذا"),
        ("لجنة مستشفى أُمّ درمان", "لجنة مستشفى أم درمان"),  # ة, ى and أ stay
        ("سؤال في ا\u0654خبار", "سؤال في أخبار"),  # a hamza written apart joins its letter
        ("قبل\x00بعد", "قبل بعد"),
        ("قبل\ud83dبعد", "قبل بعد"),
        ("«\u202bرويترز\u202c» قالت\u200f. ", "«رويترز» قالت."),
        ("3,5% «نعم» - Reuters", "3,5% «نعم» - Reuters"),
        ("", ""),
    ],
)
def test_clean(raw: str, expected: str) -> None:
    assert clean(raw) == expected
