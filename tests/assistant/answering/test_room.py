import pytest

from assistant.answering.lines import Line, analysed
from assistant.answering.ranking import Ranked
from assistant.answering.room import LEAST, MOST, WORDS, rooms
from index.vocabulary import Article, Span


def ranked(length: int, share: float) -> Ranked:
    text = " ".join(["كلمة"] * length)
    return Ranked(Line(Article(text), 1, Span(0, len(text)), 0, 0, analysed(text)), 0.0, share)


def test_a_line_that_is_sure_is_shown_whole() -> None:
    assert rooms([ranked(46, 0.9), ranked(40, 0.06)])[0] >= 46


def test_the_next_line_has_room_where_the_best_is_unsure() -> None:
    sure, unsure = rooms([ranked(50, 0.8), ranked(50, 0.2)]), rooms([ranked(50, 0.5), ranked(50, 0.48)])
    assert unsure[1] > sure[1]
    assert unsure[0] < sure[0]


@pytest.mark.parametrize("lengths", [(5,), (90,), (80, 80), (80, 80, 80), (12, 70, 9), (1, 1, 1)])
def test_rooms_lie_between_the_least_and_the_most(lengths: tuple[int, ...]) -> None:
    shares = (0.5, 0.3, 0.1)
    found = rooms([ranked(length, share) for length, share in zip(lengths, shares, strict=False)])
    assert len(found) == len(lengths)
    assert sum(found) <= max(WORDS, sum(LEAST[: len(lengths)]))
    for room, length, least in zip(found, lengths, LEAST, strict=False):
        assert min(length, least) <= room <= MOST + 1
