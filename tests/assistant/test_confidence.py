import pytest

from assistant.confidence import confidence, coverage, features

RARITY = {"قال": 1.0, "كورونا": 9.0}


def test_confidence_rises_with_cosine_and_coverage() -> None:
    nothing, half, all_ = frozenset[str](), {"قال"}, {"قال", "كورونا"}
    assert 0 <= confidence(0.75, RARITY, nothing) < confidence(0.75, RARITY, half) < confidence(0.75, RARITY, all_) <= 1
    assert confidence(0.75, RARITY, half) < confidence(0.85, RARITY, half)
    assert confidence(-1.0, RARITY, nothing) == pytest.approx(0, abs=1e-6)


def test_a_year_that_the_article_does_not_name_speaks_against_it() -> None:
    asked = {"انتخاب": 5.0, "2019": 4.0}
    assert features(0.8, asked, {"انتخاب", "2017"}) == pytest.approx((0.8, 5 / 9, 1.0))
    assert features(0.8, asked, {"انتخاب", "2019"}) == (0.8, 1.0, 0.0)
    assert features(0.8, {"1500": 4.0}, set()) == (0.8, 0.0, 0.0)  # a number, no year


def test_rare_words_count_for_more() -> None:
    assert coverage(RARITY, {"قال"}) == pytest.approx(0.1)
    assert coverage(RARITY, {"كورونا", "شيء"}) == pytest.approx(0.9)
    assert coverage(RARITY, set()) == 0
    assert coverage({}, {"قال"}) == 1
