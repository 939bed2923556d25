"""Speakers as somebody types their names: what begins so at once, then other spellings, parts and Latin letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assistant.exploring.selecting import Count, Selection
from index.people.finding import find
from index.store.columns import value_key

if TYPE_CHECKING:
    from index.store.catalogue import Catalogue

_LEAST: Final = 3  # letters from which other spellings are looked for


def suggested(catalogue: Catalogue, selection: Selection, facet: str, typed: str, most: int = 12) -> list[Count]:
    """Values of `facet` that `typed` may mean, those with the most statements under the other facets' choice first.

    Of speakers also those whose name is spelt otherwise or in Latin letters (:mod:`index.people.finding`). Values
    without a statement under the choice are left out.
    """
    counted = selection.counts(facet)
    wanted = value_key(typed)
    if not wanted:
        return counted[:most]
    begins, holds = [], []
    for one in counted:
        name = value_key(one.shown)
        if any(part.startswith(wanted) for part in (name, name.removeprefix("ال"), one.key)):
            begins.append(one)
        elif f" {wanted}" in f" {name}".replace(" ال", " ") or f" {wanted}" in f" {name}":
            holds.append(one)
    found = [*begins, *holds]
    if facet == "speaker" and len(wanted) >= _LEAST:
        meant = {person.key for person in find(catalogue, typed, widely=True)}
        known = {one.key for one in found}
        found = [*(one for one in counted if one.key in meant and one.key not in known), *found]
        found.sort(key=lambda one: -one.count)
    return found[:most]
