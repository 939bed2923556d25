import pytest

from index.statements import extract
from index.vocabulary import Article


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("نفى الوزير سمير حداد وجود أي خلاف.", "وجود أي خلاف"),
        ("أبدى المدرب فادي عون، مدرب الفريق، سعادته بالفوز.", "سعادته بالفوز"),
        ("وأكد سعادته حرص بلاده على الحوار. وقال السفير فادي عون كلمة.", "حرص بلاده على الحوار"),
        ("أدانت تونس بشدة سلسلة التفجيرات.", "سلسلة التفجيرات"),
        ("أعلنت وزارة الصحة أمس (الإثنين) تسجيل عشر إصابات.", "تسجيل عشر إصابات"),
        ("رجح البنك ألا يتجاوز السعر مئة دولار.", "ألا يتجاوز السعر مئة دولار"),
    ],
)
def test_noun_phrases_that_are_said(text: str, words: str) -> None:
    found = extract(Article(text=text, id="t"))
    assert [s.content.of(text) for s in found] == [words]


@pytest.mark.parametrize("text", ["رفض اللاعب الكشف عن وجهته.", "أعلن الحكم النتيجة.", "إن رفض الحكومة العرض خطأ."])
def test_things_merely_done(text: str) -> None:
    assert [s for s in extract(Article(text=text, id="t")) if s.stance == "deny"] == []
