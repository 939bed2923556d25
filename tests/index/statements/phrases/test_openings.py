import pytest

from index.statements.phrases.openings import nameable, titled
from index.statements.tokens import read


@pytest.mark.parametrize(
    "text", ["وزير النقل", "سمير حداد", "منظمة الصحة", "تقرير دولي", "مصادر مطلعة", "مسؤولا كبيرا"]
)
def test_what_may_open_a_source(text: str) -> None:
    assert nameable(read(text), 0)


@pytest.mark.parametrize("text", ["المطر غزير", "كثيرا ما", "ارتفعت الأسعار"])
def test_what_may_not(text: str) -> None:
    assert not nameable(read(text), 0)


def test_an_adjective_is_no_title() -> None:
    assert titled(read("قال صحفي شاب"), 1)
    assert not titled(read("في مؤتمر صحفي عقده"), 2)


def test_nothing_opens_after_the_last_token() -> None:
    tokens = read("وأبرز")
    assert not nameable(tokens, len(tokens))
