from __future__ import annotations

import re
from itertools import pairwise

import pytest

from assistant.exploring.places.outline import HEIGHT, WIDTH, path, projected


def test_the_projection_keeps_the_corners_and_the_middle() -> None:
    assert projected(85, -180) == (0, 0)
    assert projected(-60, 180) == pytest.approx((WIDTH, HEIGHT))
    x, y = projected(0, 0)
    assert (x, y) == pytest.approx((WIDTH / 2, 85))


def test_the_outline_is_one_path_of_closed_rings() -> None:
    drawn = path()
    assert re.fullmatch(r"(M-?[\d.]+ -?[\d.]+(L-?[\d.]+ -?[\d.]+)+Z)+", drawn)
    assert drawn.count("M") > 250


def test_no_line_crosses_the_map_where_days_change() -> None:
    for ring in path().split("Z")[:-1]:
        xs = [float(point.split()[0]) for point in ring[1:].split("L")]
        assert all(abs(one - other) < WIDTH / 6 for one, other in pairwise(xs))
