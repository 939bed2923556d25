"""Who speaks in an article: a colour, a number and a name each, their statements, and a box to mark them or not."""

from __future__ import annotations

from assistant.page.escaping import direction, plain
from assistant.page.reader import Reader
from assistant.page.sources import wording
from assistant.page.sources.marked_text import COLOURS, voice_class
from assistant.sources.reading import Reading, Voice
from assistant.sources.stances import stance_in_words

_SHOWN = 90  # characters of a statement in the list


def legend(read: Reading, reader: Reader, *, unfolded: bool = True) -> str:
    """The voices of the article as HTML. The boxes work without a script: the style sheet asks whether they are set."""
    if not read.voices:
        return f'<p class="hint">{plain(reader.say(wording.NO_STATEMENTS))}</p>'
    own = "".join(_voice(voice, read, reader) for voice in read.voices[:COLOURS])
    others = "".join(_voice(voice, read, reader, boxed=False) for voice in read.voices[COLOURS:])
    if others:
        heading = _box(COLOURS + 1, f"<span>{plain(reader.say(wording.OTHER_VOICES))}</span>")
        others = f'<li class="v{COLOURS + 1}">{heading}<ul>{others}</ul></li>'
    heading = plain(reader.say(wording.VOICES))
    count = plain(reader.number(len(read.voices)))
    return (
        f'<details class="voices"{" open" if unfolded else ""}><summary>{heading} <span class="count">({count})</span>'
        f'</summary><p class="all">{_box(0, plain(reader.say(wording.SHOW_MARKS)))}</p><ul>{own}{others}</ul></details>'
    )


def _voice(voice: Voice, read: Reading, reader: Reader, *, boxed: bool = True) -> str:
    role = f' <span class="role">{plain(voice.role)}</span>' if voice.role else ""
    number = f'<span class="number" aria-hidden="true">{plain(reader.number(voice.number + 1))}</span>'
    name = f"{number} <bdi>{plain(voice.name)}</bdi>{role}"
    count = plain(reader.count(len(voice.statements), wording.STATEMENTS))
    said = "".join(_statement(number, read, reader) for number in voice.statements)
    listed = f"<details><summary>{count}</summary><ol>{said}</ol></details>"
    head = _box(voice.number + 1, name) if boxed else f"<p>{name}</p>"
    return f'<li class="{voice_class(voice)}">{head}{listed}</li>'


def _box(number: int, label: str) -> str:
    return f'<label><input type="checkbox" id="voice-{number}" checked> <span class="who">{label}</span></label>'


def _statement(number: int, read: Reading, reader: Reader) -> str:
    said = read.statements[number]
    words = " ".join(said.content.of(read.article.text).split())
    short = words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + "…"
    stance = plain(stance_in_words(said.stance, reader.language))
    return (
        f'<li><a class="to-said" href="#said-{number + 1}"><span class="stance">{stance}</span> '
        f'<bdi dir="{direction(words)}">{plain(short)}</bdi></a></li>'
    )
