import pytest

from assistant.answering.wider.counting import number
from tests.assistant.answering.conftest import Asked


@pytest.mark.parametrize("question", ["كم تصريحا لسلمى الراوي؟", "كم عدد تصريحات سلمى الراوي؟"])
def test_all_statements_of_somebody(asked: Asked, question: str) -> None:
    made = number(asked(question))
    assert made is not None
    assert made.text.startswith("نُقل عن سلمى الراوي في هذه المقالات 4 أقوال.")
    assert len(made.citations) == 3


def test_those_of_a_topic(asked: Asked) -> None:
    made = number(asked("كم مرة تحدثت سلمى الراوي عن الخبز؟"))
    assert made is not None
    assert made.text.startswith("نُقل عن سلمى الراوي في هذا الموضوع قول واحد.")


def test_other_numbers_are_facts(asked: Asked) -> None:
    assert number(asked("كم شهرا يكفي مخزون القمح حسب سلمى الراوي؟")) is None
