import pytest

from index.statements.phrases.names import bare_name, begins_name, name_end
from index.statements.tokens import read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("سمير حداد في بيروت", "سمير حداد"),
        ("عبد العزيز بن علي الشريف اليوم", "عبد العزيز بن علي الشريف"),
        ("محمد إقبال بن رجب إلى التدخل", "محمد إقبال بن رجب"),
        ("رضا عمر كاتب عام النقابة", "رضا عمر"),
        ("سامية عبود بممارسة الشعبوية", "سامية عبود"),
        ("شوقي الطبيب أن الهيئة", "شوقي الطبيب"),
        ("سمير حداد وزير الصحة", "سمير حداد"),
    ],
)
def test_where_a_name_ends(text: str, name: str) -> None:
    tokens = read(text)
    assert begins_name(tokens, 0, len(tokens))
    assert tokens.text(0, name_end(tokens, 0, len(tokens))) == name


@pytest.mark.parametrize("text", ["اندرياس كليمان", "ماكرون", "السيسي"])
def test_unknown_words_may_be_a_name(text: str) -> None:
    tokens = read(text)
    assert bare_name(tokens, 0, len(tokens))


@pytest.mark.parametrize("text", ["و الرياضة", "صورة الطفل", "بقصف أحياء", "وزير الصحة", "اليوم", "الفرنسية"])
def test_other_words_are_not(text: str) -> None:
    tokens = read(text)
    assert not bare_name(tokens, 0, len(tokens))
