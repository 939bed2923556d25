"""The text of an article as HTML: cited words, statements by speaker and their cues marked, not a character changed."""

from __future__ import annotations

from assistant.page.escaping import plain
from assistant.page.reader import Reader
from assistant.page.sources.place import Place
from assistant.sources.nesting import Closed, Highlight, Opened, nested
from assistant.sources.reading import Reading, Voice
from assistant.sources.stances import stance_in_words

COLOURS = 8
"""Voices with a colour of their own; the further ones of an article share one more."""


def voice_class(voice: Voice) -> str:
    """The class that gives `voice` its colour: v1 to v8, and v9 for all others."""
    return f"v{min(voice.number, COLOURS) + 1}"


def marked_text(read: Reading, at: Place, reader: Reader) -> str:
    """The text of the article; its text content, all tags taken off, is ``article.text`` exactly.

    The words cited are one ``<mark id="cited">``; a statement begins with the number of its voice, which the style
    sheet draws and the text does not hold.
    """
    text = read.article.text
    written = []
    for event in nested(len(text), read.highlights(at.cited, at.also)):
        if isinstance(event, Opened):
            written.append(_opening(event.highlight, event.first, read, reader))
        elif isinstance(event, Closed):
            written.append("</mark>" if event.highlight.kind in ("cited", "also") else "</span>")
        else:
            # A browser reads a carriage return as a line feed, unless it is written as a reference.
            written.append(plain(event.of(text)).replace("\r", "&#13;"))
    return "".join(written)


def _opening(mark: Highlight, first: bool, read: Reading, reader: Reader) -> str:
    if mark.kind == "cited":
        return '<mark id="cited" tabindex="-1" autofocus>'
    if mark.kind == "also":
        return '<mark class="also">'
    voice = read.voice(mark.number)
    colour = voice_class(voice)
    if mark.kind == "cue":
        return f'<span class="cue {colour}">'
    if not first:
        return f'<span class="said {colour}">'
    said = read.statements[mark.number]
    label = f"{voice.name} · {stance_in_words(said.stance, reader.language)}"
    number = reader.number(voice.number + 1)
    return (
        f'<span class="said first {colour}" id="said-{mark.number + 1}" tabindex="-1" data-voice="{number}" '
        f'title="{plain(label)}">'
    )
