import random
from itertools import islice

import pytest

from assistant.generated.keys import NONE, KeyMaker, read


def test_keys_differ_and_occur_nowhere_in_the_text() -> None:
    drawn = list(islice(KeyMaker("", random.Random(3)), 5))
    again = list(islice(KeyMaker(f"مقال فيه {drawn[0].lower()} و{drawn[2]}", random.Random(3)), 3))
    assert again == [drawn[1], drawn[3], drawn[4]]
    assert len(set(islice(KeyMaker(""), 500))) == 500


def test_no_key_is_the_refusal() -> None:
    assert all(not set("AEIOU") & set(key) for key in islice(KeyMaker(""), 300))
    assert set("AEIOU") & set(NONE)


@pytest.mark.parametrize(
    ("inside", "read_as"),
    [
        ("K7QF", (True, ["K7QF"])),
        ("k7qf", (True, ["K7QF"])),
        ("K7QF, M2XP", (True, ["K7QF", "M2XP"])),
        ("K7QF، ZZZZ", (True, ["K7QF"])),
        ("K7QF M2XP K7QF", (True, ["K7QF", "M2XP", "K7QF"])),
        ("ZZZZ", (True, [])),
        ("1", (True, [])),
        ("٣", (True, [])),
        ("2, 3", (True, [])),
        ("2017", (False, [])),
        ("كذا", (False, [])),
        ("hope", (False, [])),
        ("K7QF وغيره", (False, [])),
        ("", (False, [])),
        ("،", (False, [])),
    ],
)
def test_what_is_a_marker(inside: str, read_as: tuple[bool, list[str]]) -> None:
    assert read(inside, {"K7QF", "M2XP"}) == read_as
