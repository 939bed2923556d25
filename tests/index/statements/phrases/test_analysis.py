import pytest

from index.statements.phrases.analysis import analyse
from index.statements.tokens import read


@pytest.mark.parametrize(
    ("phrase", "name", "role", "kind"),
    [
        ("وزير الخارجية التركي كمال أردمان أوغلو", "كمال أردمان أوغلو", "وزير الخارجية التركي", "person"),
        ("الأمين العام للاتحاد، نور الدين القاسمي", "نور الدين القاسمي", "الأمين العام للاتحاد", "person"),
        ("زكريا حمدان، وزير الصناعة", "زكريا حمدان", "وزير الصناعة", "person"),
        ("الناطق الرسمي باسم الحكومة نضال الورفي", "نضال الورفي", "الناطق الرسمي باسم الحكومة", "person"),
        ("المسؤول عن المسح الجغرافي سوارنا راو", "سوارنا راو", "المسؤول عن المسح الجغرافي", "person"),
        ("أحمد فرجاني الوزير السابق", "أحمد فرجاني", "الوزير السابق", "person"),
        ("محمد بن عبد الرحمن آل ناصر", "محمد بن عبد الرحمن آل ناصر", None, "person"),
        ("مدير مستشفى الحبيب ثامر نوفل الأمين", "نوفل الأمين", "مدير مستشفى الحبيب ثامر", "person"),
        ("رئيس الحكومة", None, "رئيس الحكومة", "person"),
        ("وزارة الصحة", None, None, "organization"),
        ("واشنطن", None, None, "organization"),
        ("مصدر أمني رفيع", None, None, "anonymous"),
        ("شهود عيان", None, None, "anonymous"),
        ("مسؤول أميركي كبير", None, None, "anonymous"),
        ("البيان الختامي", None, None, "document"),
    ],
)
def test_phrases_taken_apart(phrase: str, name: str | None, role: str | None, kind: str) -> None:
    tokens = read(phrase)
    found = analyse(tokens, 0, len(tokens))
    assert found.kind == kind
    assert (tokens.text(*found.name) if found.name else None) == name
    assert (tokens.text(*found.role) if found.role else None) == role


def test_the_organisation_of_a_role() -> None:
    tokens = read("المتحدث باسم وزارة النقل سامر الحلبي")
    found = analyse(tokens, 0, len(tokens))
    assert found.organization is not None and tokens.text(*found.organization) == "وزارة النقل"


@pytest.mark.parametrize(
    ("phrase", "agreement"),
    [
        ("الوزيرة", "fs"),
        ("شهود عيان", "mp"),
        ("مصادر مطلعة", "fs"),
        ("حمزة النجار", "ms"),
        ("سلمى النجار", "fs"),
        ("مصطفى النجار", "ms"),
    ],
)
def test_gender_and_number(phrase: str, agreement: str) -> None:
    tokens = read(phrase)
    found = analyse(tokens, 0, len(tokens))
    assert found.gender + found.number == agreement
