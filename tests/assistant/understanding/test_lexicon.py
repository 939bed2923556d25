import pytest

from assistant.understanding.lexicon import either, words


def test_sections_are_folded_and_blanks_restored() -> None:
    assert "اذاعه" in words("mediums")
    assert "صباح الخير" in words("greetings")


def test_either_matches_the_longest_first() -> None:
    assert either("greetings").index("شكرا جزيلا") < either("greetings").index("|شكرا|")


def test_a_section_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        words("no such section")
