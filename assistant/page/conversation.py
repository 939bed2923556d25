"""One reader's conversation, and how a question moves it on. Knows nothing of how it is drawn."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from assistant.page import wording
from assistant.page.answer_markup import answer_markup, notice_markup, question_markup
from assistant.page.cards import panel, turn_cards, waiting_cards
from assistant.page.desk import AssistantLike
from index.vocabulary import Answer, Filters

LONGEST_QUESTION = 2_000
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Conversation:
    """What has been said: `messages` as the chat shows them, `cards` the source cards of each answered question."""

    messages: tuple[dict[str, str], ...] = ()
    questions: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()

    def said(self, role: str, markup: str) -> Conversation:
        """The conversation with one more message."""
        return replace(self, messages=(*self.messages, {"role": role, "content": markup}))

    @property
    def panel(self) -> str:
        """The source panel as HTML."""
        return panel(self.cards)


def chosen_filters(outlets: Any, since: Any, until: Any) -> Filters:
    """The filters as the page's fields hold them (lists, ISO days or nothing). Raises ValueError for crossed days."""
    first, last = _day(since), _day(until)
    if first and last and first > last:
        raise ValueError(wording.DATES_CROSSED)
    return Filters(sources=tuple(str(outlet) for outlet in outlets or ()), since=first, until=last)


def proceed(
    assistant: AssistantLike, conversation: Conversation, question: str, filters: Filters
) -> Iterator[Conversation]:
    """Ask `question` and yield the conversation as the answer grows. Whatever fails becomes a message in it."""
    turn = len(conversation.cards) + 1
    asked = replace(conversation.said("user", question_markup(question)), questions=(*conversation.questions, question))
    answer, cards = Answer(question, ""), waiting_cards(question)

    def now(complete: bool) -> Conversation:
        said = asked.said("assistant", answer_markup(answer, turn, complete=complete))
        return replace(said, cards=(*conversation.cards, cards))

    yield now(complete=False)
    try:
        shown: object = None
        for answer in assistant.stream(question, filters=filters, history=conversation.questions):
            sources = (answer.citations, answer.evidence)
            if any(sources) and sources != shown:  # the cards come once, not with every word
                cards, shown = turn_cards(answer, turn, assistant.article), sources
            yield now(complete=False)
        cards = turn_cards(answer, turn, assistant.article)
        yield now(complete=True)
    except Exception:
        _log.exception("no answer to %r", question)
        yield replace(conversation, messages=asked.messages).said("assistant", notice_markup(wording.FAILED))


def _day(value: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
