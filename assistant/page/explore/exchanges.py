"""Who answers whom, side by side: what was said first, and what was said to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assistant.exploring.exchanges import Exchange, Exchanges
from assistant.exploring.topics import Topic
from assistant.page import wording as shared
from assistant.page.escaping import plain
from assistant.page.explore import wording
from assistant.page.explore.links import Links
from assistant.page.explore.statements import day_of, speaker, when, words
from assistant.page.text import Text
from index.store.statements import StatementHit

_IN_TABLE = 30


def topic_prompt(links: Links, suggested: Sequence[Topic]) -> str:
    """What stands here until something is chosen: a word, and topics to begin with."""
    items = "".join(
        f'<li><a class="chip" href="{links.to(replace(links.choice, about=one.shown, match="words"))}" data-swap>'
        f"<bdi>{plain(one.shown)}</bdi></a></li>"
        for one in suggested
    )
    return f'<p class="none">{links.say(wording.CHOOSE_TOPIC)}</p><ul class="chips">{items}</ul>'


def exchanges_view(links: Links, found: Exchanges) -> str:
    """Denials and agreements apart, then who names whom, then a table of who answers whom."""
    groups = (
        (wording.DENYING, "deny", found.denying),
        (wording.AGREEING, "agree", found.agreeing),
        (wording.SPEAKING, "speak", found.speaking),
    )
    if not any(some for _, _, some in groups):
        return f'<p class="none">{links.say(wording.NO_EXCHANGES)}</p>'
    compared = ""
    if found.compared < found.total:
        count = links.reader.count
        compared = links.say(
            wording.COMPARED,
            compared=count(found.compared, wording.STATEMENTS),
            total=count(found.total, wording.STATEMENTS),
        )
    body = "".join(_group(links, name, tone, some) for name, tone, some in groups)
    return f'<p class="hint">{links.say(wording.BY_RULE)} {compared}</p>{body}{_table(links, groups)}'


def _group(links: Links, name: Text, tone: str, some: Sequence[Exchange]) -> str:
    body = "".join(_pair(links, one) for one in some) or f'<p class="hint">{links.say(wording.NO_SUCH)}</p>'
    head = f"<h3>{links.say(name)} {links.number(len(some))}</h3>"
    return f'<section class="exchange {tone}" id="tone-{tone}">{head}{body}</section>'


def _pair(links: Links, one: Exchange) -> str:
    first, then = day_of(one.earlier), day_of(one.answer)
    after = ""
    if first and then:
        days = (then - first).days
        after = (
            links.say(wording.LATER, days=links.reader.count(days, wording.DAYS))
            if days
            else links.say(wording.SAME_DAY)
        )
    return (
        f'<div class="pair">{_side(links, one.earlier)}'
        f'<p class="how"><span aria-hidden="true" class="arrow"></span>{after}'
        f"<small>{links.say(wording.BASIS[one.basis])}</small></p>"
        f"{_side(links, one.answer)}</div>"
    )


def _side(links: Links, hit: StatementHit) -> str:
    outlet = hit.article.source.strip() or links.reader.say(shared.NO_OUTLET)
    return (
        f'<blockquote><p class="who">{speaker(links, hit)}</p><p class="what">{words(links, hit)}</p>'
        f'<footer class="meta">{when(links, hit)} · <bdi class="outlet">{plain(outlet)}</bdi></footer></blockquote>'
    )


def _table(links: Links, groups: Sequence[tuple[Text, str, Sequence[Exchange]]]) -> str:
    counted: Counter[tuple[str, str, str, str]] = Counter()
    tones: dict[tuple[str, str, str, str], Counter[str]] = {}
    for _, tone, some in groups:
        for one in some:
            pair = (one.answer.speaker, one.answer.shown, one.earlier.speaker, one.earlier.shown)
            counted[pair] += 1
            tones.setdefault(pair, Counter())[tone] += 1
    rows = "".join(
        f'<tr><th scope="row">'
        f"{links.link(links.choice.having('speaker', [key, other]), f'<bdi>{plain(shown)}</bdi>')}"
        f"</th><td><bdi>{plain(whom)}</bdi></td>"
        + "".join(
            f"<td>{plain(links.reader.number(tones[key, shown, other, whom][tone]))}</td>" for _, tone, _ in groups
        )
        + "</tr>"
        for (key, shown, other, whom), _ in counted.most_common(_IN_TABLE)
    )
    heads = "".join(f'<th scope="col">{links.say(name)}</th>' for name, _, _ in groups)
    return (
        f'<details class="figures"><summary>{links.say(wording.WHO_WHOM)}</summary><table><thead><tr>'
        f'<th scope="col">{links.say(wording.ANSWERER)}</th><th scope="col">{links.say(wording.ANSWERED)}</th>{heads}'
        f"</tr></thead><tbody>{rows}</tbody></table></details>"
    )
