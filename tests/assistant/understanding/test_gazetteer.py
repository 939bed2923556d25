"""Names looked up in memory."""

import random
import time

import pytest

from assistant.understanding import Gazetteer, understand
from assistant.understanding.gazetteer import Known, demonyms, is_surname, is_word
from index.people.keys import words


def shown(found: tuple[Known, ...]) -> list[str]:
    return [one.shown for one in found]


def test_a_name_a_part_of_it_and_another_spelling(gazetteer: Gazetteer) -> None:
    assert shown(gazetteer.person(words("كمال عبد العزيز الدريدي"))) == ["كمال عبد العزيز الدريدي"]
    assert shown(gazetteer.person(words("كمال الدريدي"))) == ["كمال عبد العزيز الدريدي"]
    assert shown(gazetteer.person(words("الدريدي"))) == ["كمال عبد العزيز الدريدي"]
    assert shown(gazetteer.person(words("إيمانوال ماكرون"))) == ["إيمانويل ماكرون"]
    assert gazetteer.person(words("جمال الدريدي")) == ()


def test_a_surname_means_all_who_bear_it_the_most_quoted_first(gazetteer: Gazetteer) -> None:
    assert shown(gazetteer.person(words("الخطيبي"))) == ["سامر الخطيبي", "هدى الخطيبي"]


def test_no_surname_by_a_given_name_or_a_neighbouring_spelling(gazetteer: Gazetteer) -> None:
    assert gazetteer.person(words("كمال")) == ()
    assert gazetteer.person(words("الخطابي")) == ()
    assert gazetteer.person(()) == ()


def test_a_phrase_that_was_taken_for_a_name_is_nobodys(gazetteer: Gazetteer) -> None:
    assert gazetteer.person(words("المغاربي")) == ()


def test_a_common_word_means_only_somebody_much_quoted(gazetteer: Gazetteer) -> None:
    assert shown(gazetteer.person(words("الشاهد"))) == ["يوسف الشاهد"]
    few = Gazetteer([Known(words("يوسف الشاهد"), "x", "يوسف الشاهد", "person", 2)])
    assert few.person(words("الشاهد")) == ()


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("macron", ["إيمانويل ماكرون"]),
        ("Emmanuel Macron", ["إيمانويل ماكرون"]),
        ("chahed", ["يوسف الشاهد"]),
        ("Nasrallah", ["حسن نصر الله"]),
        ("dridi", ["كمال عبد العزيز الدريدي"]),
        ("Kamel Dridi", ["كمال عبد العزيز الدريدي"]),
        ("khtibi", ["سامر الخطيبي", "هدى الخطيبي"]),
        ("bread", []),
        ("melon", []),
    ],
)
def test_latin_letters(gazetteer: Gazetteer, typed: str, who: list[str]) -> None:
    assert shown(gazetteer.latin(typed.lower())) == who
    assert shown(gazetteer.latin(typed.lower())) == who  # the second look is remembered


def test_bodies_are_found_whole(gazetteer: Gazetteer) -> None:
    assert shown(gazetteer.exact(words("وزاره الصحه"))) == ["وزارة الصحة"]
    assert gazetteer.exact(words("وزارة")) == ()


def test_outlets_in_either_script(gazetteer: Gazetteer) -> None:
    assert gazetteer.outlet(words("جريدة الضحى")) == "جريدة الضحى"
    assert gazetteer.outlet_sounding("نوا") == ""  # too short to tell
    assert Gazetteer([], [("Jawhara FM", 3)]).outlet_sounding("جوهره") == "Jawhara FM"
    assert Gazetteer([], [("الجزيرة", 3)]).outlet_sounding("jazeera") == "الجزيرة"
    assert gazetteer.tells_apart("الشعلة")


def test_peoples_and_places_are_no_surnames() -> None:
    assert {"تونسي", "تونسيه", "مصري", "لبناني", "سوري"} <= demonyms()
    assert not is_surname("تونسي")
    assert not is_surname("محمد")
    assert is_surname("دريدي")
    assert is_word("وزير")
    assert not is_word("دريدي")


def test_a_question_over_thirty_thousand_names_costs_little_more_than_over_none() -> None:
    """No scan of all names: the bound is ten times what it takes, for busy machines."""
    draw = random.Random(1)
    letters = "بتجحدرزسشصطعفقكلمنهو"
    names: set[tuple[str, str]] = set()
    while len(names) < 30_000:
        names.add(("".join(draw.choices(letters, k=5)), "".join(draw.choices(letters, k=6))))
    many = Gazetteer(Known(name, " ".join(name), " ".join(name), "person", 1) for name in names)
    asked = "ماذا قال وزير الموارد سامر الخطيبي عن مخزون السد الكبير في ماي 2017 خلال زيارته إلى الشمال؟"
    understand(asked, gazetteer=many)
    start = time.process_time()
    for _ in range(20):
        understand(asked, gazetteer=many)
    assert (time.process_time() - start) / 20 < 0.01
