import pytest

from assistant.answering import confidence, excerpt, signals
from assistant.answering.weights import weights


@pytest.mark.parametrize(
    ("part", "names"),
    [
        ("ranking", signals.NAMES),
        ("excerpt", excerpt.NAMES),
        ("confidence", confidence.NAMES),
        ("in words", confidence.IN_WORDS),
    ],
)
def test_the_file_was_fitted_with_the_signals_of_the_code(part: str, names: tuple[str, ...]) -> None:
    held = weights(part, names)
    assert held.shape == (len(names),)
    assert (held != 0).any()


def test_they_come_in_the_order_asked_for() -> None:
    names = confidence.NAMES
    assert weights("confidence", names)[::-1].tolist() == weights("confidence", names[::-1]).tolist()


def test_other_names_are_refused_with_what_to_do() -> None:
    with pytest.raises(KeyError, match="other confidence weights than the code"):
        weights("confidence", [*confidence.NAMES, "a new one"])
