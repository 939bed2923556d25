"""The evidence as a language model reads it: each passage and statement under a key, fenced off from the instructions.

What an article says must not act as an instruction (indirect prompt injection: Greshake et al., "Not what you've signed
up for", 2023; fences and marking: Hines et al., "Defending Against Indirect Prompt Injection Attacks With
Spotlighting", 2024). Each source stands on lines of its own between fences that hold its key, which is random, and the
brackets of our fences and markers, and the angle brackets of chat templates, are others in a text that is shown. What
is cited is the article's own text: this is only what the model sees of it.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.generated.keys import KeyMaker
from index.arabic.sentences import sentences
from index.vocabulary import Article, Evidence, Span, Statement

_LONGEST: Final = 6000
"""Characters of evidence: about 2,500 tokens of a multilingual model, so that prompt and answer fit into 8,192."""
_STATEMENTS: Final = 3  # of a passage: they repeat its words, and tell who "he" is
_BRACKETS: Final = str.maketrans(
    {
        **dict.fromkeys("[【［⟦〚〔", "("),
        **dict.fromkeys("]】］⟧〛〕", ")"),
        **dict.fromkeys("<＜", "‹"),
        ">": "›",
        "＞": "›",
    }
)


@dataclass(frozen=True, slots=True)
class Source:
    """What one key stands for: the run `span` of an article, and the statement in it if the key is a statement's.

    `said` are the statements that were shown with a passage: they tell who "he" is in it.
    """

    key: str
    article: Article
    span: Span
    statement: Statement | None = None
    said: tuple[Statement, ...] = ()

    @property
    def text(self) -> str:
        """The run's own words."""
        return self.span.of(self.article.text)

    @property
    def about(self) -> str:
        """What the model was told beside the words: title, outlet, and who is speaking."""
        spoken = (self.statement, *self.said) if self.statement else self.said
        told = (name for one in spoken for name in (one.speaker, one.role, one.organization, one.via))
        return " . ".join(filter(None, (self.article.title, self.article.source, *told)))


@dataclass(frozen=True, slots=True)
class Block:
    """The evidence as text for the prompt, and what its keys stand for, in the order shown."""

    text: str
    sources: Mapping[str, Source]


def gather(
    evidence: Sequence[Evidence],
    statements: Sequence[Statement] = (),
    *,
    asked: Sequence[str] = (),
    chance: random.Random | None = None,
) -> Block:
    """The block of `evidence`, best first, with the `statements` reported in its passages.

    As many passages as fit 6,000 characters, at least one. `asked` is what the prompt holds beside it (no key occurs
    in that either).
    """
    seen = [text for one in evidence for text in (one.article.text, one.article.title, one.article.source)]
    keys = KeyMaker("\n".join([*seen, *asked]), chance)
    sources: dict[str, Source] = {}
    shown: list[str] = []
    for passage in evidence:
        said = tuple(_within(passage, statements))
        parts = [_passage(key := next(keys), passage, said)]
        parts += [_statement(next(keys), key, passage.article, one) for one in said]
        if shown and sum(map(len, shown)) + sum(len(text) for _, text in parts) > _LONGEST:
            break
        sources |= {source.key: source for source, _ in parts}
        shown += [text for _, text in parts]
    return Block("\n\n".join(shown), sources)


def shown(text: str) -> str:
    """`text` on one line, with no character that a fence, a marker or a chat template is made of.

    Invisible characters are dropped: what a reader of the article cannot see is not for the model either.
    """
    visible = "".join(c for c in text if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    return " ".join(visible.translate(_BRACKETS).split())


def _within(passage: Evidence, statements: Sequence[Statement]) -> Iterator[Statement]:
    inside = passage.passage.span
    found = (
        one
        for one in statements
        if one.article_id == passage.article.id and inside.start <= one.content.start < inside.end
    )
    yield from sorted(found, key=lambda one: -one.confidence)[:_STATEMENTS]


def _passage(key: str, passage: Evidence, said: tuple[Statement, ...]) -> tuple[Source, str]:
    article = passage.article
    fields = [
        ("الوسيلة الإعلامية", article.source),
        ("تاريخ النشر", article.date.isoformat() if article.date else ""),
        ("العنوان", article.title),
        ("النص", passage.text),
    ]
    return Source(key, article, passage.passage.span, said=said), _fenced(key, fields)


def _statement(key: str, passage: str, article: Article, one: Statement) -> tuple[Source, str]:
    told = f"{one.speaker} ({one.role})" if one.role and one.role not in one.speaker else one.speaker
    fields = [
        ("قول ورد في", passage),
        ("القائل", told),
        ("الفعل", one.cue.of(article.text)),
        ("القول", one.content.of(article.text)),
        ("المكان", one.place.of(article.text) if one.place else ""),
        ("الوسيلة", one.medium.of(article.text) if one.medium else ""),
        ("يوم القول", one.said_on.isoformat() if one.said_on else ""),
        ("ناقل القول", one.via),
    ]
    return Source(key, article, _sentences_of(article.text, one), one), _fenced(key, fields)


def _fenced(key: str, fields: Sequence[tuple[str, str]]) -> str:
    lines = (f"{name}: {shown(value)}" for name, value in fields if value.strip())
    return "\n".join([f"⟦{key}⟧", *lines, f"⟦/{key}⟧"])


def _sentences_of(text: str, one: Statement) -> Span:
    """The whole sentences that a statement's cue and content stand in."""
    runs = [run for run in (one.mention, one.cue, one.content) if run]
    start, end = min(run.start for run in runs), max(run.end for run in runs)
    touched = [sentence for sentence in sentences(text) if sentence.start < end and start < sentence.end]
    return Span(min(start, touched[0].start), max(end, touched[-1].end)) if touched else Span(start, end)
