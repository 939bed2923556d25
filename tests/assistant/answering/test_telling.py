import pytest

from assistant.answering.lines import read_words
from assistant.answering.telling import DAY, FIGURE, REASON, SCENE, TITLE, amounts
from index.arabic.analyser import words_of
from index.arabic.normal import clean, fold


def told(text: str) -> int:
    return read_words(words_of(fold(clean(text))))[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بلغت القيمة 43,5 مليون دينار", FIGURE | DAY),  # a number may be a day as well
        ("أصيب ثلاثة أشخاص وأربعون آخرون", FIGURE),
        ("بثلاثمائة شاحنة", FIGURE),
        ("في أثناء الزيارة", 0),  # no "two"
        ("تسعى الوزارة إلى الحل", 0),  # nor "nine"
        ("يوم الأربعاء", DAY),
        ("مساء أمس", DAY),
        ("أحد المواطنين", 0),  # somebody, no Sunday
        ("للأحد المقبل", DAY),
        ("بداية من جانفي", DAY),
        ("في شهر غشت", DAY),
        ("على هامش المؤتمر", SCENE),
        ("في تصريح لإذاعة موزاييك", SCENE),
        ("كتب في تدوينة على فيسبوك", SCENE),
        ("بالندوة الصحفية", SCENE),
        ("بسبب الأمطار", REASON),
        ("وذلك لأنها رفضت", REASON),
        ("قال الوزير إن الأسعار استقرت", TITLE),
        ("وأكدت المتحدثة باسم البلدية", TITLE),
        ("للناطق الرسمي", TITLE),
        ("ترأس الاحتفال", 0),
    ],
)
def test_what_words_tell(text: str, expected: int) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بلغ عدد الجرحى 87 يوم 16 ديسمبر 2016", {"87"}),
        ("الأربعاء 3 غشت", set()),
        ("أضرب ثلاثون عاملا", {"ثلاثون"}),
        ("استقرت الأسعار", set()),
    ],
)
def test_figures_that_are_no_dates(text: str, expected: set[str]) -> None:
    assert amounts(words_of(fold(clean(text)))) == expected
