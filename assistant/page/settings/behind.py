"""What the page answers from: the store, its models and versions."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from urllib.parse import urlsplit

from assistant.library.holdings import Holdings
from assistant.page.escaping import plain
from assistant.page.reader import Reader
from assistant.page.settings import wording


def behind(held: Holdings, reader: Reader, model: str = "") -> str:
    """The section as HTML: a list of what there is and its value; `model` is the language model in use, if any."""
    say, count = reader.say, reader.count
    parts = say(
        wording.HELD_WORDS,
        articles=count(held.articles, wording.ARTICLES),
        passages=count(held.passages, wording.PASSAGES),
        statements=count(held.statements, wording.STATEMENTS),
    )
    rows = [(say(wording.HELD), parts)]
    if held.first_day:
        days = {"first": reader.day(held.first_day), "last": reader.day(held.last_day)}
        rows.append((say(wording.SPAN), say(wording.SPAN_WORDS, **days)))
    people = {"people": count(held.people, wording.SPEAKERS), "outlets": count(held.outlets, wording.OUTLETS)}
    rows.append((say(wording.PEOPLE), say(wording.PEOPLE_WORDS, **people)))
    for text, number in ((wording.UNFINISHED, held.pending), (wording.OUTDATED, held.outdated)):
        if number:
            rows.append((say(text), count(number, wording.ARTICLES)))
    rows += [
        (say(wording.TAKEN), reader.size(held.taken)),
        (say(wording.EMBEDDER), _embedder(held, reader)),
        (say(wording.MODEL), _apart(language_model(model)) or say(wording.NO_MODEL)),
        (say(wording.VERSIONS), _versions(held, reader)),
    ]
    listed = "".join(f"<div><dt>{plain(name)}</dt><dd>{plain(value)}</dd></div>" for name, value in rows)
    heading = plain(say(wording.BEHIND))
    return (
        f'<section class="settings" aria-labelledby="behind"><h2 id="behind">{heading}</h2><dl>{listed}</dl></section>'
    )


def language_model(named: str) -> str:
    """A language model by the name that its user gave it, without passwords or the folders of this machine."""
    named = named.strip()
    if named.lower() in ("", "none"):
        return ""
    if "://" in named:
        parts = urlsplit(named)
        return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="").geturl()
    return Path(named).name if named.lower().endswith(".gguf") else named


def _embedder(held: Holdings, reader: Reader) -> str:
    if not held.embedder:
        return reader.say(wording.NO_EMBEDDER)
    name = Path(held.embedder).name if held.embedder.startswith(("/", "~")) else held.embedder
    return reader.say(wording.EMBEDDER_WORDS, name=_apart(name), dimension=held.dimension)


def _apart(name: str) -> str:
    """A Latin name in its own direction within an Arabic line (Unicode's first-strong isolate)."""
    return f"\u2068{name}\u2069" if name else ""


def _versions(held: Holdings, reader: Reader) -> str:
    try:
        ours = version("isnad")
    except PackageNotFoundError:  # run from its folder, never installed
        ours = ""
    named = [(name, value) for name, value in (("isnad", ours), *held.versions) if value]
    return " · ".join(f"{reader.say(wording.VERSION_NAMES[name])} {value}" for name, value in named)
