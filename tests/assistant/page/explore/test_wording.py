from __future__ import annotations

from assistant.exploring.choice import ACROSS, ORDERS, VIEWS
from assistant.page.explore import wording
from assistant.page.text import Noun, Text
from index.statements.lexicon import verbs
from index.store.columns import FACETS


def test_every_facet_view_order_and_stance_has_its_words() -> None:
    assert set(wording.FACETS) == set(FACETS)
    assert (
        set(wording.VIEWS) == set(VIEWS) and set(wording.ORDERS) == set(ORDERS) and set(wording.ACROSS) == set(ACROSS)
    )
    assert set(wording.STANCES) == {verb.stance for verb in verbs().values()}
    assert set(wording.KINDS) == {"person", "organization", "anonymous", "document"}


def test_no_two_values_of_a_facet_are_called_the_same() -> None:
    for texts in (wording.FACETS, wording.STANCES, wording.KINDS, wording.TYPES, wording.VIEWS, wording.ORDERS):
        assert len(set(texts.values())) == len({text.english for text in texts.values()}) == len(texts)


def test_everything_said_is_in_both_languages() -> None:
    said = [value for value in vars(wording).values() if isinstance(value, Text)]
    assert len(said) > 60
    assert isinstance(wording.STATEMENTS, Noun)


def test_only_codes_of_ours_are_translated() -> None:
    assert wording.value_shown("stance", "deny", "deny") == "نفي أو رفض"
    assert wording.value_shown("place", "deny", "deny") is None
    assert wording.value_shown("stance", "unheard", "unheard") is None
