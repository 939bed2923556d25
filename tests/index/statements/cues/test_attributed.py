import pytest

from index.statements.cues import find
from index.statements.tokens import read


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("ارتفعت الأسعار أمس مجددا، وفق ما أكده مدير السوق فادي عون.", "مدير السوق فادي عون"),
        ("ووفقا لأحدث بيانات مكتب الإحصاءات، فإن الأسعار ارتفعت كثيرا.", "لأحدث بيانات مكتب الإحصاءات"),
        ("وحسبما علمته الأفق من مصدر قضائي، فإن المتهمين أوقفوا أمس.", "مصدر قضائي"),
    ],
)
def test_attributions(text: str, source: str) -> None:
    tokens = read(text)
    (cue,) = find(tokens)
    assert cue.kind == "source" and cue.subject is not None
    assert tokens.text(cue.subject.start, cue.subject.end) == source


def test_a_spokesman_within_another_cue_is_none() -> None:
    cues = find(read("ودعت الحركة على لسان الناطق باسمها فادي عون السلطة إلى وقف التنسيق."))
    assert [c.kind for c in cues] == ["finite"]


def test_headlines() -> None:
    tokens = read("وزير النقل سمير حداد: لن نرفع أسعار التذاكر")
    (cue,) = find(tokens)
    assert cue.kind == "headline"


@pytest.mark.parametrize("text", ["الساعة 12:30 ظهرا في القاعة الكبرى", "البرنامج: عرض وموسيقى وشعر ورقص"])
def test_other_colons(text: str) -> None:
    assert find(read(text)) == []
