"""From an article to its statements: a pure function, with no store, network or model.

The steps have a file each: tokens (words, sentences, marks), cues (what reports), links (how the words follow), content
(where they end), subjects and names (who is named beside the cue), people and speakers (who that is), occasion and
said_on (where, in what, when), confidence.
"""

from __future__ import annotations

from dataclasses import replace

from index.statements import confidence, content, cues, occasion, said_on
from index.statements.carry import Occasions
from index.statements.circumstance_ends import Run
from index.statements.cues.cue import Cue
from index.statements.lexicon import nouns
from index.statements.mentions import Speaker
from index.statements.occasion import Occasion
from index.statements.phrases.heads import is_head
from index.statements.speakers import Speakers
from index.statements.tokens import Tokens, read
from index.vocabulary import Article, Span, Statement


def extract(article: Article) -> list[Statement]:
    """The statements reported in the article's text, in the order of their cues."""
    tokens = read(article.text)
    found = cues.find(tokens)
    if not found:
        return []
    stops = sorted({cue.boundary for cue in found if cue.opens} | {cue.lead for cue in found if cue.lead >= 0})
    speakers = Speakers(tokens, found)
    statements: list[Statement] = []
    occasions = Occasions(tokens)
    last: tuple[Cue, Run] | None = None
    attributed: tuple[Cue, Run] | None = None
    cues_in_sentence = 0
    for cue in found:
        beside = last if last and last[0].sentence == cue.sentence else None
        if beside is None:
            cues_in_sentence = 0
        run = (
            _run_before(tokens, cue, cue.before, beside, cues_in_sentence == 1)
            if cue.before
            else content.end(
                tokens,
                cue.content,
                stops,
                direct=cue.link in ("quote", "colon"),
                nominal=cue.link in ("np", "bi", "li", "ila", "ala", "ofr", "min", "from"),
            )
        )
        # Two words at least, but one may be a clause (أنه استقال), a quotation or a demand (دعا إلى التهدئة).
        short = cue.link in ("an", "colon", "quote") or (cue.stance == "demand" and cue.link != "li")
        short = short or (cue.stance == "accuse" and cue.subject is not None)  # أدانت الوزارة الهجوم
        if run[1] - run[0] < (1 if short else 2):
            continue
        if cue.kind == "source" and _repeats(cue, run, attributed):
            continue
        if beside and statements and _is_medium(tokens, cue, run, beside):
            assert cue.subject is not None
            occasions.in_document((cue.subject.start, cue.subject.end), statements[-1].speaker)
            continue
        speaker = speakers.of(cue)
        if speaker is None:
            continue
        here = occasion.around(tokens, cue, opening=beside is None)
        if not here and (after := content.tail(tokens, run[1])):
            here = occasion.within(tokens, *after)
        nested = not cue.opens and beside is not None and cue.start < beside[1][1]
        shares = not nested and (cue.kind != "source" or speaker.kind == "person")
        occasions.add(here, speaker, cue, shares)
        if cue.kind == "source":
            attributed = (cue, run)
        else:
            last = (cue, run)
            cues_in_sentence += 1
        statements.append(_statement(article, tokens, cue, run, speaker))
    return [_at(tokens, article, s, here) for s, here in zip(statements, occasions.close(), strict=True)]


def _at(tokens: Tokens, article: Article, statement: Statement, here: Occasion) -> Statement:
    """The statement with place, medium and day."""
    return replace(
        statement,
        place=_span(tokens, here.place),
        medium=_span(tokens, here.medium),
        said_on=said_on.resolve(tokens, here.time, article.date) if here.time else None,
        said_on_words=_span(tokens, here.time),
    )


def _run_before(tokens: Tokens, cue: Cue, run: Run, beside: tuple[Cue, Run] | None, first: bool) -> Run:
    """What a cue that follows its words is about: the words of the cue before it.

    What an agency or official is said to have reported takes in that cue itself, and the whole sentence if it is the
    first.
    """
    if beside is None or beside[1][1] > cue.start or cue.start - beside[1][1] > 4:
        return run
    if cue.kind == "source" and cue.subject is not None and beside[0].start < beside[1][0]:
        head = tokens.words[cue.subject.start].removeprefix("ال")
        if (
            head in nouns("media")
            or cue.form is not None
            or (cue.subject.end - cue.subject.start > 1 and cue.subject.kind == "document")
        ):
            return (run[0] if first else beside[0].start), beside[1][1]
    return beside[1] if cue.kind in ("source", "anaphor") else run


def _repeats(cue: Cue, run: Run, attributed: tuple[Cue, Run] | None) -> bool:
    """Whether a document is named again for words that another attribution of the sentence covers."""
    if attributed is None or attributed[0].sentence != cue.sentence or cue.subject is None:
        return False
    return cue.subject.kind == "document" and run[0] < attributed[1][1] and attributed[1][0] < run[1]


def _is_medium(tokens: Tokens, cue: Cue, run: Run, beside: tuple[Cue, Run]) -> bool:
    """Whether an attribution only names the document of the speaker before it: أعلن ... حسب بيان أصدره."""
    subject = cue.subject
    if cue.kind != "source" or subject is None or subject.kind != "document" or cue.form is not None:
        return False
    if beside[0].start < cue.start < beside[1][0]:
        return True
    if any(
        tokens.words[k].startswith("ل") or is_head(tokens.words[k], "organization")
        for k in range(subject.start + 1, subject.end)
    ):
        return False  # حسب بلاغ لرئاسة الجمهورية: another source than the speaker
    return cue.before is not None and run[1] == beside[1][1] and subject.end - subject.start <= 3


def _statement(article: Article, tokens: Tokens, cue: Cue, run: tuple[int, int], speaker: Speaker) -> Statement:
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
        via=via,
        basis=speaker.basis,
        confidence=confidence.estimate(
            basis=speaker.basis,
            cue=cue.kind,
            link=cue.link,
            nested=not cue.opens,
            weak=cue.form is not None and cue.form.verb.weak,
            speaker=speaker.name,
        ),
    )


def _clitic(tokens: Tokens, cue: Cue) -> int:
    return 1 if cue.form is not None and cue.form.joined and cue.kind in ("finite", "participle") else 0


def _span(tokens: Tokens, run: tuple[int, int] | None) -> Span | None:
    return tokens.span(*run) if run and run[0] < run[1] else None
