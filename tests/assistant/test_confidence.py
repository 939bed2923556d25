import pytest

from assistant.confidence import confidence, coverage


def test_confidence_rises_with_both() -> None:
    assert 0 <= confidence(0.7, 0.1) < confidence(0.85, 0.1) < confidence(0.85, 0.9) <= 1
    assert confidence(-1.0, 0.0) == pytest.approx(0, abs=1e-6)
    assert confidence(1.0, 1.0) > 0.9


def test_rare_words_count_for_more() -> None:
    rarity = {"قال": 1.0, "كورونا": 9.0}
    assert coverage(rarity, {"قال"}) == pytest.approx(0.1)
    assert coverage(rarity, {"كورونا", "شيء"}) == pytest.approx(0.9)
    assert coverage(rarity, set()) == 0
    assert coverage({}, {"قال"}) == 1
