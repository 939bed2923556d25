"""What readers said of answers, as questions that an evaluation can ask again.

The form is that of the batch questions, with what a right answer holds and where it stands: ``{"id", "question",
"history", "kind", "answers", "article_id", "evidence"}``, and under ``feedback`` what the reader said. Offsets are
characters of the article's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from assistant.conversations.keeping import Lookup
from assistant.conversations.record import Conversation, Feedback, Outcome, Turn
from index.arabic.normal import clean, fold
from index.vocabulary import Citation, Span

_KINDS: Final = {"who": "who", "what": "what", "stance": "what", "where": "where", "when": "when"}


def questions(conversation: Conversation, lookup: Lookup) -> Iterator[dict[str, Any]]:
    """The judged questions of `conversation`; see :func:`complete` for which of them can be scored.

    A right answer is known by its first source that was not judged; a right refusal asks what nobody said. Of a wrong
    one the reader's own words are what is right, and the passage of the evidence that holds them is where it stands.
    `lookup` finds the articles that tell places and days.
    """
    earlier: list[str] = []
    for turn in conversation.turns:
        if turn.feedback and turn.answer:
            yield _question(conversation.id, turn, tuple(earlier), lookup)
        if turn.outcome is not Outcome.FAILED:
            earlier.append(turn.question)


def complete(question: dict[str, Any]) -> bool:
    """Whether it says all that scoring needs: right words and where they stand, or that nobody said any."""
    return question["kind"] == "unanswerable" or bool(question["answers"] and question["evidence"])


def _question(name: str, turn: Turn, history: Sequence[str], lookup: Lookup) -> dict[str, Any]:
    answer, verdict = turn.answer, _verdict(turn.feedback)
    assert answer is not None
    kind = _KINDS.get(answer.kind, "fact")
    answers: list[str] = []
    place: tuple[str, Span] | None = None
    if verdict.verdict == "right" and answer.refused:
        kind = "unanswerable"
    elif verdict.verdict == "right":
        good = next((one for number, one in enumerate(answer.citations, 1) if not turn.said_of(number)), None)
        if good:
            answers, place = [_right(good, kind, lookup)], (good.article_id, good.span)
    elif verdict.note:
        answers, place = [verdict.note], _where_said(turn, verdict.note)
    return {
        "id": f"{name}-{turn.number}",
        "question": turn.question,
        **({"history": list(history)} if history else {}),
        "kind": kind,
        "answers": answers,
        "article_id": place[0] if place else None,
        "evidence": [place[1].start, place[1].end] if place else None,
        "feedback": {
            "verdict": verdict.verdict,
            "note": verdict.note,
            "given": verdict.given.isoformat() if verdict.given else None,
            "answered": answer.text or answer.reason,
            "refused": answer.refused,
            "method": answer.method,
            "without": list(turn.without),
            "sources": [
                {**_place(answer.citations[one.source - 1]), "verdict": one.verdict}
                for one in turn.feedback
                if 1 <= one.source <= len(answer.citations)
            ],
        },
    }


def _verdict(feedback: Sequence[Feedback]) -> Feedback:
    # Sources alone may have been judged: what is then said of the answer is nothing.
    return next((one for one in feedback if one.source == 0), Feedback(0, ""))


def _right(citation: Citation, kind: str, lookup: Lookup) -> str:
    """The words that a right answer holds: of who, where and when what the statement tells, else the cited words."""
    statement = citation.statement
    if statement is None:
        return citation.quote
    if kind == "who":
        return statement.speaker or citation.quote
    told = {"where": statement.place or statement.medium, "when": statement.said_on_words}.get(kind)
    article = lookup(citation.article_id) if told else None
    return told.of(article.text) if told and article else citation.quote


def _where_said(turn: Turn, note: str) -> tuple[str, Span] | None:
    wanted = _folded(note)
    for one in turn.answer.evidence if turn.answer else ():
        if wanted and wanted in _folded(one.text):
            return one.article.id, one.passage.span
    return None


def _folded(text: str) -> str:
    return " ".join(fold(clean(text)).split())


def _place(citation: Citation) -> dict[str, Any]:
    return {"article_id": citation.article_id, "start": citation.span.start, "end": citation.span.end}
