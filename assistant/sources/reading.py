"""An article as it is read: its statements in their order, each with its voice (who speaks, counted in the article)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.sources.nesting import Highlight
from index.store.statements import StatementHit
from index.vocabulary import Article, Citation, Span, Statement


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks in an article: `number` counts from 0 in order of appearance; `statements` are his, by index.

    `name` is the one the whole corpus knows him by, `role` what the article calls him, empty if it does not.
    """

    number: int
    name: str
    role: str
    kind: str
    statements: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, its `statements` in the order of its text, and the `voices` that make them."""

    article: Article
    statements: tuple[Statement, ...] = ()
    voices: tuple[Voice, ...] = ()

    def voice(self, statement: int) -> Voice:
        """Who makes the statement of this index."""
        return next(voice for voice in self.voices if statement in voice.statements)

    def highlights(self, cited: Span | None = None, also: Sequence[Span] = ()) -> list[Highlight]:
        """What is marked, the outermost first: the words cited, other citations, statements, and their cues.

        Of two statements the longer one encloses the other. `number` is the index of the citation in `also`, or of the
        statement.
        """
        marked = [Highlight(cited, "cited", 0)] if cited else []
        marked += [Highlight(span, "also", number) for number, span in enumerate(also) if span != cited]
        by_length = sorted(range(len(self.statements)), key=lambda n: -len(self.statements[n].content))
        marked += [Highlight(self.statements[n].content, "content", n) for n in by_length]
        return marked + [Highlight(one.cue, "cue", n) for n, one in enumerate(self.statements)]


def reading(article: Article, hits: Sequence[StatementHit]) -> Reading:
    """`article` with those statements of `hits` that are its own and lie in its text, in the order of the text."""
    length = len(article.text)
    own = [hit for hit in hits if hit.statement.article_id == article.id]
    own = [hit for hit in own if max(hit.statement.content.end, hit.statement.cue.end) <= length]
    own.sort(key=lambda hit: (hit.statement.content, hit.statement.cue))
    voices: dict[str, Voice] = {}
    for number, hit in enumerate(own):
        one = hit.statement
        new = Voice(len(voices), hit.shown or one.speaker, "", one.kind, ())
        voice = voices.get(hit.speaker, new)
        voices[hit.speaker] = replace(voice, role=voice.role or one.role, statements=(*voice.statements, number))
    return Reading(article, tuple(hit.statement for hit in own), tuple(voices.values()))


def supported(citation: Citation, statements: Sequence[Statement]) -> Statement | None:
    """The statement that `citation` supports: the one it names, else the one whose words it shares most of, if any."""
    if citation.statement:
        return citation.statement
    own = [one for one in statements if one.article_id == citation.article_id and one.content.overlap(citation.span)]
    return max(own, key=lambda one: (one.content.overlap(citation.span), -len(one.content)), default=None)
