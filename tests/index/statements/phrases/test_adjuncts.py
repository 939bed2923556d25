import pytest

from index.statements.phrases.adjuncts import is_adjunct
from index.statements.tokens import read


@pytest.mark.parametrize("text", ["في جنيف", "خلال ندوة", "وفي عمان", "بتصريح صحفي", "لقناة الأفق", "على هامش"])
def test_circumstances(text: str) -> None:
    assert is_adjunct(read(text), 0)


@pytest.mark.parametrize("text", ["الوزير سمير", "بيان الوزارة", "قال علي", "لبنان"])
def test_none(text: str) -> None:
    assert not is_adjunct(read(text), 0)
