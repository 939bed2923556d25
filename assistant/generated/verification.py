"""Verifying what a language model wrote: nothing counts because the model says so.

Each sentence that claims something must name a source; the source must have its words, names and numbers; each
quotation must stand in a source that is cited, and is then shown in the source's own words; what one speaker said must
not be given to another. What fails is marked, and the reader is told; if it is most of the answer, there is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.citing import cite
from assistant.generated.attribution import misattributed
from assistant.generated.claims import Claim, claims, says_something
from assistant.generated.evidence import Source
from assistant.generated.figures import Evidenced, figures
from assistant.generated.quotations import Quotation, locate, quotations
from assistant.generated.rewriting import Edit, Rewriting
from assistant.generated.support import ENOUGH, narrow, share
from index.arabic.analyser import tokens
from index.vocabulary import Citation, Mark, Span

_NUMBERED: Final = re.compile(r"\[(?=\d{1,4}\])")
_TELLING: Final = 3  # words of a quotation that is found in one source only, so that it tells which


@dataclass(frozen=True, slots=True)
class Verified:
    """A verified text: markers are numbers of `citations`, `marks` what is not borne out.

    `supported` tells whether it may be shown as an answer: it cites, and most of its claims hold.
    """

    text: str
    citations: tuple[Citation, ...]
    marks: tuple[Mark, ...]
    supported: bool


@dataclass(slots=True)
class _Found:
    """What verification has found so far, in places of the reply's text."""

    edits: list[Edit]
    marks: list[Mark]
    citations: list[Citation]

    def number(self, citation: Citation) -> int:
        if citation not in self.citations:
            self.citations.append(citation)
        return self.citations.index(citation) + 1


def verify(text: str, pointers: Sequence[tuple[int, str]], sources: Mapping[str, Source]) -> Verified:
    """Check a reply (see :class:`assistant.generated.reply.Reply`) against the `sources` its keys stand for."""
    found = _Found([], [], [])
    failed = held = 0
    quoted = list(quotations(text))
    closers = (at for at, letter in enumerate(text) if letter == "»")
    found.edits += [
        Edit(Span(at, at + 1), "") for at in closers if not any(one.span.start <= at < one.span.end for one in quoted)
    ]
    for claim in claims(text, pointers):
        before = len(found.marks)
        cited = _claim(text, claim, quoted, sources, found)
        if cited or says_something(claim.span.of(text)):
            held += 1
            failed += len(found.marks) > before
    whole = Rewriting(text, found.edits)
    moved = (Mark(whole.moved(one.span), one.why) for one in sorted(found.marks, key=lambda one: one.span))
    marks = tuple(one for one in moved if len(one.span))
    supported = bool(found.citations) and failed * 2 <= held
    return Verified(whole.text, tuple(found.citations), marks, supported)


def _claim(text: str, claim: Claim, quoted: Sequence[Quotation], sources: Mapping[str, Source], found: _Found) -> bool:
    """Check one sentence; whether it is cited."""
    named = [sources[key] for key in claim.keys]
    places: dict[str, list[Span]] = {}  # of the sources, the runs that are quoted
    before = len(found.marks)
    for one in quoted:
        if not claim.span.start <= one.span.start < claim.span.end:
            continue
        if (standing := _stand(one, named, sources)) is None:
            if one.parts:
                found.marks.append(Mark(one.span, "quote"))
            found.edits += [Edit(Span(at, at + 1), "") for at in _astray(text, one)]
            continue
        source, runs = standing
        if source not in named:
            named.append(source)
        places.setdefault(source.key, []).extend(runs)
        own = " … ".join(f"«{_one_line(run.of(source.article.text))}»" for run in runs)
        found.edits.append(Edit(one.span, own))
    words = frozenset(tokens(claim.span.of(text)))
    borne = share(words, named) >= ENOUGH if named else not says_something(claim.span.of(text))
    if named:
        _cite(claim, named, words, [one.span for one in quoted], places, found)
    if borne:
        _check_figures(text, claim, quoted, named or list(sources.values()), found)
    else:
        found.marks[before:] = [Mark(claim.span, "citation")]  # what is marked inside it is marked with it
    return bool(named)


def _stand(one: Quotation, named: Sequence[Source], sources: Mapping[str, Source]) -> tuple[Source, list[Span]] | None:
    """The source that has the words of a quotation, and where.

    One that the sentence names comes first. Another one counts if the words are telling: it is then cited as well.
    """
    telling = sum(len(part.split()) for part in one.parts) >= _TELLING
    others = [source for source in sources.values() if source not in named] if telling else []
    for source in [*named, *others]:
        runs = [locate(part, source.article.text, source.span) for part in one.parts]
        if runs and all(runs):
            return source, [run for run in runs if run]
    return None


def _cite(
    claim: Claim,
    named: Sequence[Source],
    words: frozenset[str],
    quoted: Sequence[Span],
    places: Mapping[str, list[Span]],
    found: _Found,
) -> None:
    """Put the number of a citation wherever a key stood; after the sentence, of a source that only its words name."""
    numbers: dict[str, int] = {}
    for source in named:
        citation = cite(source.article, narrow(words, source, places.get(source.key, ())))
        numbers[source.key] = found.number(replace(citation, statement=source.statement))
    at: dict[int, list[int]] = {}
    written = {offset for offset, _ in claim.pointers}
    for offset, key in claim.pointers:
        at.setdefault(_outside(offset, quoted), []).append(numbers[key])
    for source in named:
        if source.key not in claim.keys:
            at.setdefault(_outside(claim.span.end, quoted), []).append(numbers[source.key])
    for offset, pointed in at.items():
        each = "".join(f"[{number}]" for number in dict.fromkeys(pointed))
        found.edits.append(Edit(Span(offset, offset), each if offset in written else f" {each}"))


def _astray(text: str, one: Quotation) -> list[int]:
    """The marks of a quotation without a source that quote nothing, or would open or close what stands elsewhere.

    Those of one that has no words, or is never closed; and within marks of another kind every « and », which need not
    pair there.
    """
    start, end = one.span.start, one.span.end
    sound = one.closed and bool(one.parts)
    if sound and text[start] == "«":
        return []
    inside = {at for at in range(start, end) if text[at] in "«»"}
    own = set() if sound else {start, *([end - 1] if one.closed else [])}
    return sorted(inside | own)


def _outside(offset: int, quoted: Sequence[Span]) -> int:
    """A place inside a quotation moves behind it: the quotation is replaced as a whole."""
    return next((one.end for one in quoted if one.start < offset < one.end), offset)


def _check_figures(
    text: str, claim: Claim, quoted: Sequence[Quotation], sources: Sequence[Source], found: _Found
) -> None:
    for mention in misattributed(claim.span.of(text), sources):
        start = claim.span.start + mention.start
        found.marks.append(Mark(Span(start, start + len(mention)), "name"))
    evidenced = Evidenced(sources)
    for figure in figures(_blank(text, quoted, claim.span)):
        if not evidenced.has(figure):
            start = claim.span.start + figure.span.start
            span = Span(start, start + len(figure.span))
            if not any(span.overlap(mark.span) for mark in found.marks):
                found.marks.append(Mark(span, figure.why))


def _blank(text: str, quoted: Sequence[Quotation], span: Span) -> str:
    """The run `span` of `text` with its quotations blanked out: their words are the sources' own, or marked."""
    for one in quoted:
        inner = one.span
        text = text[: inner.start] + "«" + " " * (len(inner) - 2) + "»" + text[inner.end :] if len(inner) > 1 else text
    return span.of(text)


def _one_line(words: str) -> str:
    # A source's own "[1]" must not pass for one of ours: an invisible word joiner tells them apart.
    return _NUMBERED.sub("[\u2060", " ".join(words.split()))
