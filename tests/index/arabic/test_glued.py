import pytest

from index.arabic.glued import parts
from index.arabic.normal import fold


@pytest.mark.parametrize(
    "apart",
    [
        *("الأمم المتحدة", "رئيس الجمهورية", "مجلس الأمن", "وقال الوزير", "وزارة الصحة", "سيف الإسلام"),
        *("في المدينة", "هو الرئيس", "عدم الحصول"),
        *("القرار على", "الثالثة إلى", "الرسالة الذي", "البلاد في", "إلى مختلف"),
        *("مدة طويلة", "رياضة كرة", "ديمقراطية فرنسا", "السبت وزارة", "المتحدة وروسيا"),
    ],
)
def test_words_without_the_blank_between_them(apart: str) -> None:
    assert parts(fold(apart.replace(" ", ""))) == tuple(fold(apart).split())


def test_three_words() -> None:
    assert parts(fold("رئيسالجمهوريةالتونسية")) == tuple(map(fold, ("رئيس", "الجمهورية", "التونسية")))
    assert parts(fold("فيالأممالمتحدة")) == tuple(map(fold, ("في", "الأمم", "المتحدة")))


@pytest.mark.parametrize(
    ("together", "apart"),
    [
        ("عبدالعزيز", "عبد العزيز"),
        ("وعبدالرحمن", "عبد الرحمن"),
        ("لعبدالله", "عبد الله"),
        ("العبدالله", "العبد الله"),
        ("عبدربه", "عبد ربه"),
        ("أبوبكر", "أبو بكر"),
        ("بأبوظبي", "أبو ظبي"),
        ("صلاحالدين", "صلاح الدين"),
        ("نورالدين", "نور الدين"),
        ("عزالدين", "عز الدين"),
        ("نصرالله", "نصر الله"),
    ],
)
def test_names_are_two_words_even_where_they_are_known_as_one(together: str, apart: str) -> None:
    assert parts(fold(together)) == tuple(fold(apart).split())


@pytest.mark.parametrize(
    "words",
    [
        "الديمقراطية للفلسطينيين والاجتماعية استراتيجياتها ولاستقبالاتهم واستثماراتهما ويستخدمونها فسيكفيكهم",
        "والوالدين للوالدين وبالله والله تالله بالتالي مجالاتها رسالتهم احتفالات إشكاليات خيالية وبالتحقيق",
        "أبوابها أبوابهم أبوهم المعبد معبدالا",
        "كوالالمبور مانشستر ريفالدو ستالينغراد ديناميت برشلونة نيوزيلندا فوكوشيما كريستيانو باليرمو خضراوي الدربالي",
        "الااول الالاهلي ديبوليستينو تمتتت",
        "لا من إلى قال لايمكن مازال",
        "covid 2017",
        "",
    ],
)
def test_words_that_are_one(words: str) -> None:
    assert {word: parts(fold(word)) for word in words.split(" ")} == dict.fromkeys(words.split(" "), ())


def test_a_text_without_blanks_is_no_glued_word() -> None:
    assert parts("الاممالمتحده" * 100_000) == ()  # at once: a long text of this kind took an hour
