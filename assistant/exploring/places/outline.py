"""The outline of the countries, and the projection they and the points are drawn in.

Natural Earth 1:110m (public domain), to a tenth of a degree. The projection is equirectangular with the standard
parallels 30° N and S (Snyder, "Map projections: a working manual", 1987, §12): true to scale where Arabic news happens.
"""

from __future__ import annotations

import math
from functools import lru_cache
from importlib import resources
from typing import Final

WIDTH: Final = 360 * math.cos(math.radians(30))
HEIGHT: Final = 145.0
"""Size of the whole map in its own units (degrees of latitude): from 85° N to 60° S."""
_NORTH: Final = 85.0


def projected(latitude: float, longitude: float) -> tuple[float, float]:
    """A position as x from the left and y from the top, in the map's units.

    >>> [round(value, 1) for value in projected(85.0, -180.0)]
    [0.0, 0.0]
    """
    return (longitude + 180) * math.cos(math.radians(30)), _NORTH - latitude


@lru_cache(maxsize=1)
def path() -> str:
    """All countries as the data of one SVG path."""
    parts = []
    for line in (resources.files(__package__) / "outline.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        longitude = latitude = 0
        ring: list[tuple[float, float]] = []
        for step in line.split("\t")[1].split():
            across, up = map(int, step.split(","))
            if ring and abs(across) > 1800:  # over the line where days change: on, past the edge of the map
                across -= 3600 if across > 0 else -3600
            longitude, latitude = longitude + across, latitude + up
            ring.append((longitude / 10, latitude / 10))
        if len(ring) < 3:
            continue  # an islet smaller than a tenth of a degree
        parts.append(_closed(ring))
        for turn in (360, -360):  # what lies past one edge comes in at the other
            if any(abs(east + turn) <= 180 for east, _ in ring) and any(abs(east) > 180 for east, _ in ring):
                parts.append(_closed([(east + turn, north) for east, north in ring]))
    return "".join(parts)


def _closed(ring: list[tuple[float, float]]) -> str:
    points = (projected(north, east) for east, north in ring)
    return f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in points)}Z"
