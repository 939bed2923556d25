"""The reader's conversations as a list: each a link, with what can be done with it behind a button of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from urllib.parse import quote

from assistant.conversations import Summary
from assistant.page.escaping import plain
from assistant.page.reader import ARABIC, Reader
from assistant.page.talks import wording

_FORMATS = {"md": "Markdown", "html": "HTML", "json": "JSON"}


def listing(
    summaries: Sequence[Summary],
    here: str,
    reader: Reader = ARABIC,
    *,
    searched: bool = False,
    today: dt.date | None = None,
) -> str:
    """`summaries` as HTML; `here` is the id of the open one. Addresses are relative to the room's.

    `today` (by default the server's) tells which days are called today and yesterday.
    """
    if not summaries:
        return f'<p class="none">{plain(reader.say(wording.NO_TALK_FOUND if searched else wording.NO_TALKS))}</p>'
    today = today or dt.datetime.now().astimezone().date()
    items = "".join(_item(one, one.id == here, reader, today) for one in summaries)
    return f"<ul>{items}</ul>"


def _item(one: Summary, here: bool, reader: Reader, today: dt.date) -> str:
    name, title = quote(one.id, safe=""), plain(one.title)
    exports = "".join(
        f'<a href="talk/{name}.{suffix}" download>{plain(reader.say(wording.EXPORT_AS, format=shown))}</a>'
        for suffix, shown in _FORMATS.items()
    )
    return (
        f'<li{" class=here" if here else ""}><a class="talk" href="?talk={name}" data-talk="{name}"'
        f'{" aria-current=page" if here else ""}><span class="title"><bdi>{title}</bdi></span>'
        f'<span class="when">{plain(_when(one, reader, today))} · {plain(reader.count(one.turns, wording.QUESTIONS))}'
        f'</span></a><details class="more" name="more">'
        f'<summary aria-label="{plain(reader.say(wording.MORE, title=one.title))}"><span aria-hidden="true">⋯</span>'
        f'</summary><div><button type="button" class="act" name="rename" value="{name}">'
        f"{plain(reader.say(wording.RENAME))}</button>{exports}"
        f'<button type="button" class="act danger" name="delete" value="{name}">{plain(reader.say(wording.DELETE))}'
        "</button></div></details></li>"
    )


def _when(one: Summary, reader: Reader, today: dt.date) -> str:
    day = one.changed.astimezone().date()
    if day == today:
        return reader.say(wording.TODAY)
    return reader.say(wording.YESTERDAY) if day == today - dt.timedelta(1) else reader.day(day)
