import time
from itertools import product
from random import Random

import pytest

from index.people.keys import name_key
from index.people.resolution import Decision, Person, Spelling, is_part, resolve


def spelt(*names: str, kind: str = "person") -> list[Spelling]:
    """Names in falling frequency."""
    return [Spelling(name_key(name), name, kind, 2 * (len(names) - n)) for n, name in enumerate(names)]


def groups(people: list[Person]) -> list[tuple[str, ...]]:
    return sorted(tuple(sorted(name.spelling for name in one.names)) for one in people)


def test_spellings_and_parts_of_one_name_are_one_person() -> None:
    [one] = resolve(spelt("بنيامين نتنياهو", "نتنياهو", "بنيامين نتانياهو", "نتانياهو"))
    assert one.shown == "بنيامين نتنياهو"
    assert {name.spelling: name.basis for name in one.names} == {
        "بنيامين نتنياهو": "name",
        "نتنياهو": "part",
        "بنيامين نتانياهو": "spelling",
        "نتانياهو": "part",
    }


def test_a_surname_is_nobodys_where_two_bear_it() -> None:
    found = resolve(spelt("سعد الحريري", "بهية الحريري", "الحريري"))
    assert groups(found) == [("الحريري",), ("بهية الحريري",), ("سعد الحريري",)]


def test_a_given_name_alone_is_nobodys() -> None:
    assert len(resolve(spelt("سامي محمود", "محمود"))) == 2
    assert len(resolve(spelt("رامي عبد الرحمن", "عبد الرحمان"))) == 2
    assert len(resolve(spelt("إيمانويل ماكرون", "ماكرون"))) == 1


def test_a_name_of_two_words_within_one_of_three() -> None:
    assert len(resolve(spelt("الباجي قائد السبسي", "قايد السبسي", "السبسي"))) == 1
    assert len(resolve(spelt("الباجي قائد السبسي", "حافظ قائد السبسي", "قائد السبسي", "السبسي"))) == 4


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("نائب وزير الدفاع", "وزير الدفاع"),  # titles that the extractor took for names
        ("الوزيرة", "متحدثة باسم الوزارة"),
        ("محمد الطرابلسي", "محمد عماد الطرابلسي"),
        ("محمد صالح", "محمد بن صالح"),
    ],
)
def test_what_is_no_part_of_a_name(part: str, whole: str) -> None:
    assert len(resolve(spelt(whole, part))) == 2


def test_organisations_are_joined_by_their_key_only() -> None:
    found = resolve(spelt("حركة البناء", "حركة «البناء»", "البناء", kind="organization"))
    assert groups(found) == [("البناء",), ("حركة البناء",)]


def test_the_kind_is_that_of_most() -> None:
    key = name_key("الميادين")
    [one] = resolve([Spelling(key, "الميادين", "person", 1), Spelling(key, "الميادين", "organization", 3)])
    assert one.kind == "organization"


def test_the_order_of_adding_does_not_matter() -> None:
    names = spelt("رامي عبد الرحمن", "عبد الرحمان", "رامي عبدالرحمان", "سلمى الوافي", "الوافي", "سلمى الوافى")
    expected = resolve(names)
    for seed in range(5):
        assert resolve(Random(seed).sample(names, len(names))) == expected


SURNAME = name_key("الحريري")


def test_what_the_user_made_one_is_one_even_where_no_article_has_it() -> None:
    same = Decision(SURNAME, "الحريري", "same", name_key("سعد الحريري"))
    found = resolve(spelt("سعد الحريري", "بهية الحريري", "الحريري"), [same])
    assert groups(found) == [("الحريري", "سعد الحريري"), ("بهية الحريري",)]
    assert {name.basis for one in found for name in one.names} == {"name", "user"}
    assert len(resolve([], [same])) == 1


def test_what_the_user_told_apart_is_joined_to_nobody_and_still_makes_a_surname_ambiguous() -> None:
    apart = Decision(name_key("سعد الحريرى"), "سعد الحريرى", "apart")
    assert len(resolve(spelt("سعد الحريري", "الحريري"), [apart])) == 2
    apart = Decision(SURNAME, "الحريري", "apart")
    assert len(resolve(spelt("سعد الحريري", "الحريري"), [apart])) == 2
    assert len(resolve(spelt("سعد الحريري", "الحريري"))) == 1


def test_a_person_is_shown_as_the_user_said() -> None:
    shown = Decision(name_key("الحريري"), "الحريري", "shown", "سعد الدين الحريري")
    [one] = resolve(spelt("سعد الحريري", "الحريري"), [shown])
    assert (one.shown, one.key) == ("سعد الدين الحريري", name_key("سعد الحريري"))


def test_many_names_take_little_time() -> None:
    words = ["".join(letters) for letters in product("برلم", repeat=4)]  # letters that are not mistaken for each other
    names = spelt(*(f"{one}ان {other}وش" for one in words[:50] for other in words))
    began = time.perf_counter()
    assert len(resolve(names)) == len(names) == 12_800
    assert time.perf_counter() - began < 10


def test_parts() -> None:
    whole = ("باجي", "قايد", "سبسي")
    assert is_part(("سبسي",), whole)
    assert is_part(("باجي", "سبسي"), whole)
    assert not is_part(("باجي",), whole)
    assert not is_part(whole, whole)
    assert not is_part(("باجي", "غنوشي", "سبسي"), (*whole[:2], "بن", "سبسي"))
