"""The card of a citation whose article is gone or has changed: its words as they were cited, and what it was."""

from __future__ import annotations

from assistant.conversations import Head
from assistant.page import wording
from assistant.page.escaping import direction, plain
from assistant.page.reader import ARABIC, Reader
from assistant.page.talks.wording import CHANGED, GONE
from index.vocabulary import Citation


def gone_card(
    citation: Citation,
    head: Head,
    badge: str,
    identity: str,
    foot: str = "",
    reader: Reader = ARABIC,
    *,
    changed: bool = False,
) -> str:
    """The card as HTML. `badge`, `identity` (attributes) and `foot` are HTML; `changed` tells changed from gone."""
    outlet = head.source.strip() or reader.say(wording.NO_OUTLET)
    title = head.title.strip() or reader.say(wording.NO_TITLE)
    day = f"<time><bdi>{plain(reader.day(head.date))}</bdi></time>"
    return (
        f'<article class="card gone" {identity} tabindex="-1"><header>{badge}<span class="meta"><bdi class="outlet">'
        f'{plain(outlet)}</bdi> <span aria-hidden="true">·</span> {day}</span></header>'
        f'<h4 dir="{direction(title)}"><bdi>{plain(title)}</bdi></h4>'
        f'<p class="passage" dir="{direction(citation.quote)}"><mark>{plain(citation.quote)}</mark></p>'
        f'<p class="lost">{plain(reader.say(CHANGED if changed else GONE))}</p><footer>{foot}</footer></article>'
    )
