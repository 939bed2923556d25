import pytest

from index.statements.circumstances import scan
from index.statements.tokens import Tokens, read


def told(tokens: Tokens) -> tuple[str | None, str | None]:
    place, medium = scan(tokens, 0, len(tokens))
    return tokens.text(*place) if place else None, tokens.text(*medium) if medium else None


@pytest.mark.parametrize(
    ("text", "place", "medium"),
    [
        ("خلال مؤتمر صحفي أمس", "خلال مؤتمر صحفي", "مؤتمر صحفي"),
        ("في تصريح لوكالة الأنباء", None, "في تصريح لوكالة الأنباء"),
        ("على هامش زيارته إلى بيروت", "على هامش زيارته إلى بيروت", None),
        ("عبر حسابها على تويتر", None, "عبر حسابها على تويتر"),
        ("في كلمة خلال اجتماع اللجنة", "خلال اجتماع اللجنة", "في كلمة"),
        ("مع حرصه على فعالية السياسات", None, None),
        ("دون سابق إنذار", None, None),
    ],
)
def test_place_and_medium(text: str, place: str | None, medium: str | None) -> None:
    assert told(read(text)) == (place, medium)


def test_what_somebody_speaks_of_is_no_place() -> None:
    tokens = read("وتناول موقفهم من مؤتمر جنيف")
    assert scan(tokens, 0, len(tokens))[0] is None
