"""From an article to its statements: a pure function, with no store, network or model.

The steps have a file each: tokens (words, sentences, marks), cues (what reports), links (how the words follow), content
(where they end), subjects and names (who is named beside the cue), people and speakers (who that is), occasion and said_on
(where, in what, when), confidence.
"""

from __future__ import annotations

from index.statements import confidence, content, cues, occasion, said_on
from index.statements.cues import Cue
from index.statements.occasion import Occasion
from index.statements.speakers import Speaker, Speakers
from index.statements.tokens import Tokens, read
from index.vocabulary import Article, Span, Statement


def extract(article: Article) -> list[Statement]:
    """The statements reported in the article's text, in the order of their cues."""
    tokens = read(article.text)
    found = cues.find(tokens)
    if not found:
        return []
    stops = sorted({cue.boundary for cue in found if cue.opens})
    speakers = Speakers(tokens, found)
    statements: list[Statement] = []
    carried: tuple[str, Occasion] = ("", Occasion())
    for cue in found:
        run = cue.before or content.end(tokens, cue.content, stops)
        if run[1] - run[0] < 2:
            continue
        speaker = speakers.of(cue)
        if speaker is None:
            continue
        here = occasion.around(tokens, cue)
        if cue.kind != "source":
            here = _carry(here, speaker, carried)
            carried = (speaker.name, here)
        statements.append(_statement(article, tokens, cue, run, speaker, here))
    return statements


def _carry(here: Occasion, speaker: Speaker, carried: tuple[str, Occasion]) -> Occasion:
    """Place, medium and day of the occasion, as long as the same one speaks and no other occasion is named."""
    name, before = carried
    if name != speaker.name or here:
        return here
    return Occasion(before.place, before.medium, here.time or before.time)


def _statement(
    article: Article, tokens: Tokens, cue: Cue, run: tuple[int, int], speaker: Speaker, here: Occasion
) -> Statement:
    words = tokens.span(*run)
    via = tokens.text(cue.relayed.start, cue.relayed.end) if cue.relayed else ""
    cue_span = tokens.normal.span(tokens.starts[cue.start] + _clitic(tokens, cue), tokens.ends[cue.end - 1])
    mention = tokens.span(cue.subject.start, cue.subject.end) if cue.subject else None
    return Statement(
        article_id=article.id,
        content=words,
        cue=cue_span,
        speaker=speaker.name,
        kind=speaker.kind,
        stance=cue.stance,
        type=content.type_of(tokens, *run),
        mention=mention,
        role=speaker.role,
        organization=speaker.organization,
        place=_span(tokens, here.place),
        medium=_span(tokens, here.medium),
        said_on=said_on.resolve(tokens, here.time, article.date) if here.time else None,
        said_on_words=_span(tokens, here.time),
        via=via,
        basis=speaker.basis,
        confidence=confidence.of(),
    )


def _clitic(tokens: Tokens, cue: Cue) -> int:
    return 1 if cue.form is not None and cue.form.joined and cue.kind in ("finite", "participle") else 0


def _span(tokens: Tokens, run: tuple[int, int] | None) -> Span | None:
    return tokens.span(*run) if run and run[0] < run[1] else None
