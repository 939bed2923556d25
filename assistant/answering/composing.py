"""An answer of the articles' own words: first what was asked for, then the words it rests on, each with its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from assistant.answering.excerpt import excerpt
from assistant.answering.lines import Line, Said, analysed, sentence_of
from assistant.answering.ranking import Ranked
from assistant.answering.room import rooms
from assistant.answering.signals import group
from assistant.answering.wording import day_in_words, quoted, speaker
from assistant.citing import cite
from assistant.understanding import Question
from index.vocabulary import Article, Citation, Span

_WORTH: Final = 0.05
"""The least probability to be the one that answers, of a line that is shown beside the best."""
_CUE: Final = 6  # words before a statement that are its cue and little more: the speaker is named in their place
_SAME: Final = 0.7  # of their words in common (Jaccard): one line says what the other does


def compose(
    question: Question, rarity: Mapping[str, float], ranked: Sequence[Ranked]
) -> tuple[str, tuple[Citation, ...]]:
    """The answer's text, each part followed by the number of its citation, and the citations.

    `ranked` are best first and not empty.
    """
    parts: list[str] = []
    citations: list[Citation] = []
    introduced: set[str] = set()
    before = ""
    chosen = choose(ranked)
    for one, room in zip(chosen, rooms(chosen), strict=True):
        line = one.line
        words = excerpt(question, rarity, line, room)
        said = spoken(line, words)
        if said is None and line.said and parts and group(question) == "who":  # of the others, who says what
            said = max(line.said, key=lambda one: one.cosine)
            words = excerpt(question, rarity, within(line, said.statement.content), room)
        lead, told_in = lead_of(question, line.article, said)
        if lead == before:  # the day or place of the line before
            lead, told_in = "", None
        before = lead or before
        if lead and told_in and not told_in.overlap(line.span):  # the place or day stands in another sentence
            citations.append(cite(line.article, told_in, said.statement if said else None))
            lead = f"{lead} [{len(citations)}]"
        citations.append(cite(line.article, line.span, said.statement if said else None))
        part = _part(question, line, words, said, introduced)
        parts.append(f"{lead}: {part} [{len(citations)}]" if lead else f"{part} [{len(citations)}]")
        if said:
            introduced.add(said.person)
    return "\n\n".join(parts), tuple(citations)


def choose(ranked: Sequence[Ranked], most: int = 3) -> list[Ranked]:
    """The lines that an answer shows: the best, and at most `most` in all that are likely and say something else."""
    chosen: list[Ranked] = []
    for one in ranked:
        if len(chosen) == most or (chosen and one.share < _WORTH):
            break
        words = set(one.line.analysed.words)
        if not any(_alike(words, set(other.line.analysed.words)) for other in chosen):
            chosen.append(one)
    return chosen


def within(line: Line, span: Span) -> Line:
    """`line` as far as `span` reaches, which overlaps it."""
    inside = Span(max(line.span.start, span.start), min(line.span.end, span.end))
    return replace(line, span=inside, analysed=analysed(inside.of(line.article.text)))


def spoken(line: Line, words: Span) -> Said | None:
    """The statement that `words` of `line` are of: the one that shares most with them, None where none does."""
    return max(
        (one for one in line.said if one.statement.content.overlap(words)),
        key=lambda one: one.statement.content.overlap(words),
        default=None,
    )


def _part(question: Question, line: Line, words: Span, said: Said | None, introduced: set[str]) -> str:
    if said is None:
        return quoted(line.article, words)
    if _tells_who(line, words, said, first=group(question) == "who"):
        return quoted(line.article, words)
    before = Span(words.start, max(words.start, min(said.statement.content.start, words.end)))
    if group(question) == "who" or len(before.of(line.article.text).split()) <= _CUE:
        words = _inside(words, said.statement.content)
    named = said.person in introduced or any(said.person in one.keys for one in question.speakers)
    return f"{speaker(line.article, said, introduced=named)}: {quoted(line.article, words)}"


def _tells_who(line: Line, words: Span, said: Said, first: bool) -> bool:
    """Whether the words to be quoted name the speaker themselves, next to a cue; `first`: before what they said."""
    for one in line.said:
        mention, content = one.statement.mention, one.statement.content
        if one.person != said.person or mention is None or (first and mention.start > content.start):
            continue
        if all(words.overlap(span) == len(span) for span in (mention, one.statement.cue)):
            return True
    return False


def _inside(words: Span, content: Span) -> Span:
    """`words` from where the statement begins, where they begin before it: the speaker is named already."""
    if words.start < content.start and len(content) and content.start < words.end:
        return Span(content.start, words.end)
    return words


def lead_of(question: Question, article: Article, said: Said | None) -> tuple[str, Span | None]:
    """What a question after place or day is answered with, before the words; and the sentence that tells it.

    ("", None) for other questions, and where the article tells neither.
    """
    if question.kind == "when":
        return _day(article, said)
    if question.kind == "where" and said:
        one = said.statement
        scene = one.medium if question.aspect == "medium" else one.place or one.medium
        if scene:
            return " ".join(scene.of(article.text).split()), sentence_of(article, scene)
    return "", None


def _day(article: Article, said: Said | None) -> tuple[str, Span | None]:
    if said and said.statement.said_on:
        words = said.statement.said_on_words
        return day_in_words(said.statement.said_on), sentence_of(article, words) if words else None
    return (f"خبر {day_in_words(article.date)}", None) if article.date else ("", None)


def _alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= _SAME * len(one | other)
