import pytest

from index.statements.cues import find
from index.statements.tokens import Tokens, read


def cues(text: str) -> tuple[Tokens, list[tuple[str, str | None]]]:
    tokens = read(text)
    found = [
        (tokens.raw(c.start), tokens.text(c.subject.start, c.subject.end) if c.subject else None)
        for c in find(tokens)
        if c.kind == "finite"
    ]
    return tokens, found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وطالب المجتمع الدولي بموقف حازم.", [("وطالب", None)]),
        ("وأكدت النقابة أن الحل قريب، وطالبت اليونسكو بتحمل المسؤولية.", [("وأكدت", "النقابة"), ("وطالبت", None)]),
        ("وطالبت النقابة بزيادة الأجور.", [("وطالبت", "النقابة")]),
        ("وكتبت الوزيرة ليلى سالم على تويتر: «سنواصل العمل جميعا معا».", [("وكتبت", "الوزيرة ليلى سالم")]),
        ("وأكد خلال لقائه في مقر الرئاسة رؤساء الغرف، أهمية الشراكة.", [("وأكد", None)]),
        ("وردت طهران بأنها لن تعيد التفاوض.", [("وردت", "طهران")]),
        ("وعزا الوزير فادي عون الأزمة إلى شح النقد.", [("وعزا", "الوزير فادي عون")]),
    ],
)
def test_verbs_and_their_subjects(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert cues(text)[1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "طفلة تبلغ من العمر عامين وثيقة بسبب أن القانون تغير.",
        "سيصعد الوزير المنصة ويفند المحاور.",
        "جاء في بيان ورد إلى الصحيفة.",
    ],
)
def test_what_is_no_cue(text: str) -> None:
    assert cues(text)[1] == []


def test_a_refusal_to_be_named_does_not_hide_the_cue() -> None:
    _, found = cues("لكن مسؤولا في البنتاغون قال للصحفيين رافضا كشف اسمه إن البحرية تراقب الوضع.")
    assert [word for word, _ in found] == ["قال"]
