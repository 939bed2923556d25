"""Places of saying on a map drawn here, without tiles from anywhere; the same as a table, and what is on no map."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from assistant.exploring.choice import Choice
from assistant.exploring.mapping import PlacesOfSaying, Point
from assistant.exploring.places import outline
from assistant.exploring.places.outline import HEIGHT, WIDTH, projected
from assistant.page.escaping import plain
from assistant.page.explore import wording
from assistant.page.explore.links import Links

Box = tuple[float, float, float, float]
_WORLD: Final[Box] = (0, 0, WIDTH, HEIGHT)
_LABELS: Final = 24
_UNPLACED: Final = 40
_LEAST: Final = 26.0  # units of height that are shown at least
_SHAPE: Final = 0.56  # height of the map for its width


def map_view(links: Links, found: PlacesOfSaying) -> str:
    """The map, the table of its points, the places without a position."""
    untold = links.say(wording.UNTOLD, count=links.reader.count(found.untold, wording.STATEMENTS))
    rest = f"{_unplaced(links, found)}<p class='hint'>{untold}</p>"
    if not found.points:
        return f'<p class="none">{links.say(wording.NO_POINTS)}</p>{rest}'
    return f"{_map(links, found.points)}{_figures(links, found.points)}{rest}"


def _map(links: Links, points: Sequence[Point]) -> str:
    around = _around(points)
    boxes = ((wording.AROUND, around), (wording.ARAB, _between(38, 12, -18, 60)), (wording.WORLD, _WORLD))
    buttons = "".join(
        f'<button type="button" data-box="{_box(box)}" aria-pressed="{str(number == 0).lower()}">'
        f"{links.say(text)}</button>"
        for number, (text, box) in enumerate(boxes)
    )
    most = max(point.count for point in points)
    # The largest first, so that the small ones lie on top and can be reached.
    labelled = _labelled(links, points, around[2] / 900)
    marks = "".join(_mark(links, point, most, point in labelled) for point in points)
    return (
        f'<figure class="plot map">'
        f'<div class="switch" role="group" aria-label="{links.say(wording.ZOOM)}">{buttons}</div>'
        f'<svg viewBox="{_box(around)}" style="--unit: {around[2] / 900:.5f}" role="group" '
        f'aria-label="{links.say(wording.ON_MAP)}">'
        f'<path class="land" d="{outline.path()}"/>{marks}</svg>'
        f'<figcaption class="hint">{links.say(wording.MAP_LEGEND)} {links.say(wording.MAP_SOURCE)}'
        "</figcaption></figure>"
    )


def _mark(links: Links, point: Point, most: int, labelled: bool) -> str:
    x, y = projected(point.place.latitude, point.place.longitude)
    radius = _radius(point, most)
    name = place_name(links, point)
    label = f"{name}: {links.reader.count(point.count, wording.STATEMENTS)}"
    text = (
        f'<text x="{x:.2f}" y="{y:.2f}" style="--r: {radius:.1f}" aria-hidden="true">{plain(name)}</text>'
        if labelled
        else ""
    )
    circle = f'<circle cx="{x:.2f}" cy="{y:.2f}" style="--r: {radius:.1f}"/>{text}<title>{plain(label)}</title>'
    return links.link(_choosing(links.choice, point), circle, f'aria-label="{plain(label)}" class="{point.place.kind}"')


def _labelled(links: Links, points: Sequence[Point], unit: float) -> set[Point]:
    """The points, the largest first, whose names find room; `unit` is a pixel's size on the map."""
    taken: list[tuple[float, float, float]] = []
    chosen = set()
    most = points[0].count
    for point in points:
        x, y = projected(point.place.latitude, point.place.longitude)
        y -= (_radius(point, most) + 4) * unit
        half = (4.2 * len(place_name(links, point)) + 6) * unit
        if all(abs(x - u) > half + other or abs(y - v) > 20 * unit for u, v, other in taken):
            taken.append((x, y, half))
            chosen.add(point)
        if len(chosen) == _LABELS:
            break
    return chosen


def _radius(point: Point, most: int) -> float:
    """The radius of a point's circle in pixels: its area grows with the number of statements."""
    return 5 + 19 * math.sqrt(point.count / most)


def place_name(links: Links, point: Point) -> str:
    """A place in the reader's language; its country too where another place is called the same (طرابلس)."""
    name = point.place.name if links.reader.language == "ar" else point.place.english
    if not point.place.shared or point.place.kind == "country":
        return name
    from babel import Locale

    country = Locale(links.reader.language).territories.get(point.place.country, "")
    return f"{name} ({country})" if country else name


def _choosing(choice: Choice, point: Point) -> Choice:
    return choice.looking("statements").having("place", point.values)


def _figures(links: Links, points: Sequence[Point]) -> str:
    rows = "".join(
        f'<tr><th scope="row"><a href="{links.to(_choosing(links.choice, point))}" data-swap>'
        f"<bdi>{plain(place_name(links, point))}</bdi></a></th><td>{plain(links.reader.number(point.count))}</td></tr>"
        for point in points
    )
    return (
        f'<details class="figures"><summary>{links.say(wording.TABLE)}</summary><table><thead><tr>'
        f'<th scope="col">{links.say(wording.WHERE)}</th><th scope="col">{links.say(wording.COUNT)}</th>'
        f"</tr></thead><tbody>{rows}</tbody></table></details>"
    )


def _unplaced(links: Links, found: PlacesOfSaying) -> str:
    if not found.unplaced:
        return ""
    items = "".join(
        f'<li><a href="{links.to(links.choice.looking("statements").having("place", [one.key]))}" data-swap>'
        f"<bdi>{plain(one.shown)}</bdi> {links.number(one.count)}</a></li>"
        for one in found.unplaced[:_UNPLACED]
    )
    return (
        f"<h3>{links.say(wording.UNPLACED)} {links.number(len(found.unplaced))}</h3>"
        f'<p class="hint">{links.say(wording.UNPLACED_MORE)}</p><ul class="unplaced">{items}</ul>'
    )


def _around(points: Sequence[Point]) -> Box:
    """The part of the map that holds four in five statements, and some room about it."""
    needed = 0.8 * sum(point.count for point in points)
    places: list[tuple[float, float]] = []
    held = 0
    for point in points:
        if held >= needed and len(places) >= 3:
            break
        places.append(projected(point.place.latitude, point.place.longitude))
        held += point.count
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return _shaped(min(xs), min(ys), max(xs), max(ys))


def _between(north: float, south: float, west: float, east: float) -> Box:
    (x0, y0), (x1, y1) = projected(north, west), projected(south, east)
    return _shaped(x0, y0, x1, y1)


def _shaped(x0: float, y0: float, x1: float, y1: float) -> Box:
    high = max(_LEAST, 1.3 * (y1 - y0), 1.3 * (x1 - x0) * _SHAPE)
    high = min(high, HEIGHT)
    wide = min(high / _SHAPE, WIDTH)
    x = min(max(0.0, (x0 + x1 - wide) / 2), WIDTH - wide)
    y = min(max(0.0, (y0 + y1 - high) / 2), HEIGHT - high)
    return (x, y, wide, high)


def _box(box: Box) -> str:
    return " ".join(f"{number:.2f}" for number in box)
