"""Where statements were said, as points of a map; what has no known position is listed beside them."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.exploring.places.gazetteer import Place, locate
from assistant.exploring.selecting import Count, Selection


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map: how many statements were said there, and the values of the facet ``place`` that mean it."""

    place: Place
    count: int
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacesOfSaying:
    """The points, the most statements first; the values that are on no map; how many statements tell no place."""

    points: tuple[Point, ...]
    unplaced: tuple[Count, ...]
    untold: int


def places_of_saying(selection: Selection) -> PlacesOfSaying:
    """The places of the selection's statements."""
    counts: dict[Place, int] = {}
    values: dict[Place, list[str]] = {}
    unplaced: list[Count] = []
    column, rows = selection.columns.facets["place"], selection.rows
    for value in selection.within("place"):
        place = locate(value.shown)
        if place is None:
            unplaced.append(value)
        else:
            counts[place] = counts.get(place, 0) + value.count
            values.setdefault(place, []).append(value.key)
    points = [Point(place, counts[place], tuple(values[place])) for place in counts]
    points.sort(key=lambda point: (-point.count, point.place.english))
    return PlacesOfSaying(tuple(points), tuple(unplaced), int((column.codes[rows] < 0).sum()))
