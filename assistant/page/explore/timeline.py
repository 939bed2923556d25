"""Statements over time as a bar chart in SVG, drawn in the direction of reading, and as a table."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from assistant.exploring.choice import Choice
from assistant.exploring.explorer import ResultPage
from assistant.exploring.timeline import Bar, Timeline
from assistant.page.escaping import plain
from assistant.page.explore import wording
from assistant.page.explore.links import Links
from assistant.page.explore.statements import pages, table

_WIDTH, _HEIGHT = 900, 230
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 10, 12, 44
_GAP: Final = 0.6  # of a bar's step, where periods without statements are left out
_LABELS: Final = 9


def timeline_view(links: Links, found: Timeline, said: ResultPage) -> str:
    """The chart, its figures as a table, and the statements in order."""
    if not found.bars:
        return f'<p class="none">{links.say(wording.NONE)}</p>'
    undated = (
        f'<p class="hint">{links.say(wording.UNDATED, count=links.reader.count(found.undated, wording.STATEMENTS))}</p>'
        if found.undated
        else ""
    )
    return (
        f"{_chart(links, found)}{undated}{_figures(links, found)}"
        f"<h3>{links.say(wording.IN_ORDER)}</h3>{table(links, said.hits)}{pages(links, said)}"
    )


def _chart(links: Links, found: Timeline) -> str:
    rtl = links.reader.direction == "rtl"
    steps = sum(1 + (_GAP if bar.gap else 0) for bar in found.bars)
    step = min(64.0, (_WIDTH - _LEFT - _RIGHT) / steps)
    top = _round_up(max(bar.count for bar in found.bars))
    high = _HEIGHT - _TOP - _BOTTOM
    every = max(1, -(-len(found.bars) // _LABELS))
    place = 0.0
    bars, marks = [], []
    for number, bar in enumerate(found.bars):
        place += step * _GAP if bar.gap else 0
        at = _WIDTH - _LEFT - place - step if rtl else _LEFT + place
        tall = max(2.0, high * bar.count / top)
        name = f"{_name(links, found, bar)}: {links.reader.count(bar.count, wording.STATEMENTS)}"
        bars.append(
            f'<a href="{links.to(_choosing(links.choice, found, bar))}" aria-label="{plain(name)}" data-swap>'
            f'<rect class="slot" x="{at:.1f}" y="{_TOP}" width="{step:.1f}" height="{high}"/>'
            f'<rect class="bar" x="{at + step * 0.12:.1f}" y="{_TOP + high - tall:.1f}" width="{step * 0.76:.1f}" '
            f'height="{tall:.1f}" rx="1.5"/><title>{plain(name)}</title></a>'
        )
        if number % every == 0:
            short = _short(links, found, bar)
            marks.append(f'<text x="{at + step / 2:.1f}" y="{_HEIGHT - 22}">{plain(short)}</text>')
        place += step
    axis = "".join(_line(links, rtl, top, part, high) for part in (0, 0.5, 1))
    return (
        f'<figure class="plot"><svg class="timeline" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="group" '
        f'aria-label="{links.say(wording.OVER_TIME)}"><g class="axis" aria-hidden="true">{axis}{"".join(marks)}</g>'
        f"{''.join(bars)}</svg></figure>"
    )


def _line(links: Links, rtl: bool, top: int, part: float, high: float) -> str:
    y = _TOP + high * (1 - part)
    at = _WIDTH - _LEFT + 8 if rtl else _LEFT - 8
    anchor = "start" if rtl else "end"
    number = links.reader.number(round(top * part)) if top * part == round(top * part) else ""
    first, last = (_RIGHT, _WIDTH - _LEFT) if rtl else (_LEFT, _WIDTH - _RIGHT)
    return (
        f'<line x1="{first}" x2="{last}" y1="{y:.1f}" y2="{y:.1f}"/>'
        f'<text x="{at}" y="{y + 4:.1f}" style="text-anchor: {anchor}">{plain(number)}</text>'
    )


def _figures(links: Links, found: Timeline) -> str:
    rows = "".join(
        f'<tr><th scope="row"><a href="{links.to(_choosing(links.choice, found, bar))}" data-swap>'
        f"{plain(_name(links, found, bar))}</a></th><td>{plain(links.reader.number(bar.count))}</td></tr>"
        for bar in found.bars
    )
    return (
        f'<details class="figures"><summary>{links.say(wording.TABLE)}</summary><table><thead><tr>'
        f'<th scope="col">{links.say(wording.PERIOD)}</th><th scope="col">{links.say(wording.COUNT)}</th>'
        f"</tr></thead><tbody>{rows}</tbody></table></details>"
    )


def _choosing(choice: Choice, found: Timeline, bar: Bar) -> Choice:
    """The choice that a bar leads to: its statements, in the order of their days."""
    at = replace(choice.looking("statements"), order="oldest")
    if found.unit == "month":
        return at.having("month", [bar.first.isoformat()[:7]])
    return replace(at, since=bar.first, until=bar.last)


def _name(links: Links, found: Timeline, bar: Bar) -> str:
    if found.unit == "year":
        return links.reader.figures(str(bar.first.year))
    return links.reader.month(bar.first) if found.unit == "month" else links.reader.day(bar.first)


def _short(links: Links, found: Timeline, bar: Bar) -> str:
    if found.unit == "day":
        return links.reader.day(bar.first).rsplit(" ", 1)[0]
    return _name(links, found, bar)


def _round_up(number: int) -> int:
    """The next number that reads well at the top of an axis, and halves well."""
    size = 1
    while True:
        for times in (1, 2, 4, 6, 8):
            if number <= times * size and (times * size) % 2 == 0:
                return times * size
        size *= 10
