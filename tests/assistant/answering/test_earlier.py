from assistant.answering import earlier as module
from assistant.answering.earlier import Earlier
from assistant.answering.signals import Told
from index.ingest import add, remove
from index.vocabulary import EVERYTHING, Filters, Span
from tests.assistant.answering.conftest import BREAD, Asked

TOLD = Told(("bread",), Span(0, 10), "سلمي راوي")
QUESTION = "ماذا قالت سلمى الراوي عن سعر الخبز؟"


def test_kept_by_question_and_filters(asked: Asked) -> None:
    earlier = Earlier(asked(QUESTION).store.catalogue)
    assert earlier.find(QUESTION, EVERYTHING) is None
    earlier.keep(QUESTION, EVERYTHING, TOLD)
    assert earlier.find(QUESTION, EVERYTHING) == TOLD
    assert earlier.find(QUESTION, Filters(sources=("الساحل",))) is None


def test_the_oldest_is_forgotten(asked: Asked) -> None:
    earlier = Earlier(asked(QUESTION).store.catalogue)
    for number in range(module._MOST + 1):
        earlier.keep(f"سؤال {number}", EVERYTHING, TOLD)
    assert earlier.find("سؤال 0", EVERYTHING) is None
    assert earlier.find(f"سؤال {module._MOST}", EVERYTHING) == TOLD


def test_nothing_is_kept_over_a_change(asked: Asked) -> None:
    store = asked(QUESTION).store
    earlier = Earlier(store.catalogue)
    earlier.keep(QUESTION, EVERYTHING, TOLD)
    remove(store, "bread")
    assert earlier.find(QUESTION, EVERYTHING) is None
    add(store, [BREAD])
