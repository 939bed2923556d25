from __future__ import annotations

from collections.abc import Callable

from assistant.exploring.mapping import places_of_saying
from assistant.exploring.selecting import Selection


def test_places_are_points_with_the_values_that_mean_them(chosen: Callable[..., Selection]) -> None:
    found = places_of_saying(chosen())
    assert {(point.place.english, point.count) for point in found.points} == {
        ("Sfax", 2),
        ("Sousse", 2),
        ("Tripoli", 1),
        ("Paris", 1),
    }
    assert [point.count for point in found.points] == [2, 2, 1, 1]
    assert sum(point.count for point in found.points) + found.untold + sum(one.count for one in found.unplaced) == 13


def test_a_point_leads_to_as_many_statements_as_it_says(chosen: Callable[..., Selection]) -> None:
    for point in places_of_saying(chosen()).points:
        query = "&".join(f"place={value}" for value in point.values)
        assert len(chosen(query).rows) == point.count


def test_what_is_chosen_narrows_the_map(chosen: Callable[..., Selection]) -> None:
    assert [point.place.english for point in places_of_saying(chosen("stance=explain")).points] == ["Paris"]
