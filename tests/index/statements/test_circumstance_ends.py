import pytest

from index.statements.circumstance_ends import circumstance_end, extended, press_meeting
from index.statements.tokens import read


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("مؤتمر صحفي في جنيف إن العمل بدأ", "مؤتمر صحفي في جنيف"),
        ("مؤتمر صحفي أمس", "مؤتمر صحفي"),
        ("لقاء عقده الوزير", "لقاء"),
        ("منتدى دافوس، أن", "منتدى دافوس"),
    ],
)
def test_where_a_circumstance_ends(text: str, end: str) -> None:
    tokens = read(text)
    assert tokens.text(0, circumstance_end(tokens, 1, len(tokens), medium=False)) == end


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("مؤتمر صحفي عقد أمس بمقر الوزارة", 2, "مؤتمر صحفي عقد أمس بمقر الوزارة"),
        ("حفل أقامته السفارة في عمان", 1, "حفل أقامته السفارة في عمان"),
        ("مؤتمر صحفي وتحدث", 2, "مؤتمر صحفي"),
    ],
)
def test_the_site_behind_a_time_or_a_verb(text: str, start: int, end: str) -> None:
    tokens = read(text)
    assert tokens.text(0, extended(tokens, start, len(tokens))) == end


@pytest.mark.parametrize(
    ("text", "medium"), [("خلال مؤتمر صحفي مشترك في عمان", "مؤتمر صحفي مشترك"), ("خلال مؤتمر المناخ", None)]
)
def test_meetings_with_the_press_are_media(text: str, medium: str | None) -> None:
    tokens = read(text)
    found = press_meeting(tokens, 0, len(tokens))
    assert (tokens.text(*found) if found else None) == medium
