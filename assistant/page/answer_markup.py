"""An answer as safe HTML for the chat: its words escaped, its markers links into the source panel.

Runs that its evidence does not bear out are underlined, and say why to the eye and to the ear.
"""

from __future__ import annotations

import re

from assistant.page import wording
from assistant.page.escaping import direction, plain
from assistant.page.reader import ARABIC, Reader
from assistant.page.talks.wording import CONFIDENCE, UNSUPPORTED, WHY
from index.vocabulary import Answer, Mark

SMALL_TALK = ("greeting", "off_topic")
"""Kinds of what is no question to news: it is answered politely, and neither found nor missed in any article."""

_MARKER = re.compile(r"\[(\d{1,4})\]")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_HALF_MARKER = re.compile(r"\[\d{0,4}$")


def question_markup(question: str) -> str:
    """The reader's own words, as HTML on one line."""
    return f'<div class="question" dir="{direction(question)}">{_lines(question)}</div>'


def notice_markup(text: str) -> str:
    """A word from the page itself: a prompt, a limit, a failure."""
    return f'<div class="notice" role="status">{plain(text)}</div>'


def answer_markup(answer: Answer, turn: int, *, complete: bool = True, reader: Reader = ARABIC) -> str:
    """`answer` as HTML on one line, so that the chat's Markdown reader passes it through as one block.

    `turn` numbers the question in its conversation, from 1: a marker ``[2]`` links to ``#source-{turn}-2``. While the
    text still grows (`complete` is False) a marker without a citation yet is drawn as pending, and the first half of
    one is held back; in a complete answer a marker without a citation stays the text it is.
    """
    text = answer.text if complete else _HALF_MARKER.sub("", answer.text)
    told = f'<div class="told" dir="{direction(answer.notice)}">{plain(answer.notice)}</div>' if answer.notice else ""
    if answer.kind in SMALL_TALK:
        return f'<div class="answer" dir="{direction(text)}">{_lines(text)}</div>'
    if answer.refused:
        return _refusal(answer, text, turn, reader) + told
    if not text.strip() and not complete:
        return f'<div class="waiting">{plain(reader.say(wording.SEARCHING))}</div>'
    body = _marked(text, answer, turn, complete, reader)
    foot = f'{told}<div class="made">{_made(answer, reader)}</div>' if complete else ""
    return f'<div class="answer" dir="{direction(text)}">{body}</div>{foot}'


def _refusal(answer: Answer, text: str, turn: int, reader: Reader) -> str:
    reason = answer.reason or text or reader.say(wording.REFUSED_REASON)
    # A refusal's text often begins with its reason, or is no more than that: say it once.
    rest = text.strip().removeprefix(reason.strip()).strip()
    more = _marked(rest, answer, turn, True, reader) if rest else ""
    nearest = (
        f'<a class="nearest" href="#turn-{turn}">{plain(reader.say(wording.NEAREST))}</a>' if answer.evidence else ""
    )
    further = f"<div>{more}</div>" if more else ""
    return (
        f'<div class="refusal"><strong>{plain(reader.say(wording.REFUSED))}</strong>'
        f'<div dir="{direction(reason)}">{_lines(reason)}</div>{further}{nearest}</div>'
    )


def _marked(text: str, answer: Answer, turn: int, complete: bool, reader: Reader) -> str:
    pieces, last = [], 0
    for marker in _MARKER.finditer(text):
        number = int(marker[1])
        if 1 <= number <= len(answer.citations):
            link = _link(number, turn, answer.citations[number - 1].quote)
        elif not complete and number >= 1:
            link = f'<span class="cite pending">{number}</span>'
        else:
            continue
        pieces += [_doubted(text, last, marker.start(), answer.marks, reader), link]
        last = marker.end()
    return "".join([*pieces, _doubted(text, last, len(text), answer.marks, reader)])


def _doubted(text: str, start: int, end: int, marks: tuple[Mark, ...], reader: Reader) -> str:
    """``text[start:end]`` as HTML, its runs in `marks` underlined; where marks overlap the first counts."""
    pieces, last = [], start
    for mark in sorted(marks, key=lambda mark: mark.span):
        begin, stop = max(mark.span.start, last), min(mark.span.end, end)
        if begin >= stop:
            continue
        why = plain(reader.say(WHY.get(mark.why, UNSUPPORTED)))
        doubted = f'<u class="doubted" title="{why}">{_lines(text[begin:stop])}</u><span class="sr"> ({why})</span>'
        pieces += [_lines(text[last:begin]), doubted]
        last = stop
    return "".join([*pieces, _lines(text[last:end])])


def _link(number: int, turn: int, quote: str) -> str:
    said = quote if len(quote) <= 160 else quote[:160].rsplit(" ", 1)[0] + "…"
    # The chat's sanitiser drops data- and aria- attributes, so the address says all.
    return f'<a class="cite" href="#source-{turn}-{number}" title="{plain(" ".join(said.split()))}">{number}</a>'


def _made(answer: Answer, reader: Reader) -> str:
    parts = [f"<bdi>{plain(wording.written_by(answer.method, reader))}</bdi>"]
    if sure := CONFIDENCE.get(answer.confidence):
        parts.append(f'<bdi class="confidence {answer.confidence}">{plain(reader.say(sure))}</bdi>')
    if (seconds := sum(answer.seconds.values())) > 0:
        parts.append(f"<bdi>{plain(wording.took(seconds, reader))}</bdi>")
    return " · ".join(parts)


def _lines(text: str) -> str:
    # No newline may survive: a blank line would end the HTML block and hand the rest to Markdown.
    return "<br>".join(plain(line) for line in _BREAK.split(text))
