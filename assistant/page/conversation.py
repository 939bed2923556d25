"""One reader's conversation as the page shows it, and how a question moves it on.

What is said is kept on the shelf as it happens; whatever fails becomes a word in the conversation.
"""

from __future__ import annotations

import datetime as dt
import logging
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from assistant.conversations import Outcome, Shelf, Turn
from assistant.conversations.keeping import heads
from assistant.conversations.shelf import title_of
from assistant.page import wording
from assistant.page.answer_markup import answer_markup, notice_markup
from assistant.page.cards import panel, turn_cards, waiting_cards
from assistant.page.desk import AssistantLike
from assistant.page.reader import ARABIC, Reader
from assistant.page.talks.asked import asked_markup
from assistant.page.talks.judging import source_judging
from assistant.page.talks.replied import replied_markup, suggestions_markup
from assistant.page.talks.wording import NOT_KEPT
from index.vocabulary import EVERYTHING, Answer, Filters

LONGEST_QUESTION = 2_000
_log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and its reply as HTML, drawn once: `asked` and `replied` for the chat, `cards` for the panel."""

    turn: Turn
    asked: str
    replied: str
    cards: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """What the page shows of a conversation. `id` is empty until a first question is asked.

    `said` is a word from the page itself at the end, gone with the next question; `next` the suggestions there.
    `reader` is whom it was drawn for.
    """

    id: str = ""
    title: str = ""
    exchanges: tuple[Exchange, ...] = ()
    said: str = ""
    next: str = ""
    reader: Reader = field(default=ARABIC, compare=False)

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The questions with what became of them."""
        return tuple(one.turn for one in self.exchanges)

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that a further one may lean on, the oldest first."""
        return tuple(turn.question for turn in self.turns if turn.outcome is not Outcome.FAILED)

    @property
    def messages(self) -> list[dict[str, str]]:
        """The messages as the chat takes them."""
        shown = []
        for number, one in enumerate(self.exchanges, 1):
            last = self.next if number == len(self.exchanges) else ""
            shown.append({"role": "user", "content": one.asked})
            shown.append({"role": "assistant", "content": one.replied + last})
        if self.said:
            shown.append({"role": "assistant", "content": notice_markup(self.said)})
        return shown

    @property
    def panel(self) -> str:
        """The source panel as HTML."""
        return panel((one.cards for one in self.exchanges), self.reader)

    def until(self, number: int) -> Conversation:
        """The conversation before question `number`."""
        return replace(self, exchanges=self.exchanges[: number - 1], said="", next="")

    def then(self, exchange: Exchange, following: str = "") -> Conversation:
        """The conversation with one more question and reply."""
        return replace(self, exchanges=(*self.exchanges, exchange), next=following)


def chosen_filters(outlets: Any, since: Any, until: Any, reader: Reader = ARABIC) -> Filters:
    """The filters as the page's fields hold them (lists, ISO days or nothing). Raises ValueError for crossed days."""
    first, last = _day(since), _day(until)
    if first and last and first > last:
        raise ValueError(reader.say(wording.DATES_CROSSED))
    return Filters(sources=tuple(str(outlet) for outlet in outlets or ()), since=first, until=last)


@dataclass(frozen=True, slots=True)
class Session:
    """Where questions are answered and kept, and for whom: `user` is who signed in ("" if nobody does)."""

    assistant: AssistantLike
    shelf: Shelf
    user: str = ""
    reader: Reader = ARABIC

    def opened(self, name: str) -> Conversation:
        """The conversation `name` from the shelf. Raises KeyError if this reader has none of that name."""
        kept = self.shelf.conversation(name, self.assistant.article, self.user)
        exchanges = tuple(self.drawn(turn) for turn in kept.turns)
        following = suggestions_markup(exchanges[-1].turn, self.reader) if exchanges else ""
        return Conversation(kept.id, kept.title, exchanges, next=following, reader=self.reader)

    def drawn(self, turn: Turn) -> Exchange:
        """`turn` as HTML, once nothing more comes of it."""
        answer = turn.answer or Answer(turn.question, "")
        cards = turn_cards(
            answer,
            turn.number,
            self.assistant.article,
            heads=turn.heads,
            foot=lambda number: source_judging(turn, number, self.reader),
            reader=self.reader,
        )
        return Exchange(turn, asked_markup(turn, self.reader), replied_markup(turn, self.reader), cards)

    def kept(self, act: Callable[[], T], otherwise: T) -> tuple[T, bool]:
        """What `act` on the shelf returns, and whether it was done: an answer is given even if it cannot be kept."""
        try:
            return act(), True
        except (sqlite3.Error, KeyError):
            _log.exception("a conversation could not be kept")
            return otherwise, False


def proceed(
    session: Session,
    conversation: Conversation,
    question: str,
    filters: Filters = EVERYTHING,
    *,
    number: int | None = None,
    without: Sequence[str] = (),
) -> Iterator[Conversation]:
    """Ask `question` and yield the conversation as the answer grows. Whatever fails becomes a message in it.

    `number` puts the question in the place of that turn, and drops those after it; by default it is one more.
    `without` names the chips that the reader took off.
    """
    number = number or len(conversation.exchanges) + 1
    before = replace(conversation.until(number), reader=session.reader)
    if not before.id:
        name, _ = session.kept(lambda: session.shelf.begin(question, session.user), "")
        before = replace(before, id=name, title=title_of(question))
    turn = Turn(number, question, filters, tuple(without), dt.datetime.now(dt.UTC))
    _, keeping = session.kept(
        lambda: session.shelf.ask(before.id, number, question, filters=filters, without=without, reader=session.user),
        None,
    )
    cards = waiting_cards(question, session.reader)

    def growing(answer: Answer) -> Conversation:
        now = replace(turn, answer=answer)
        replied = answer_markup(answer, number, complete=False, reader=session.reader)
        return before.then(Exchange(now, asked_markup(now, session.reader), replied, cards))

    answer = Answer(question, "")
    yield growing(answer)
    try:
        shown: object = None
        asking = session.assistant.stream(question, filters=filters, history=before.questions, without=tuple(without))
        for answer in asking:
            sources = (answer.citations, answer.evidence)
            if any(sources) and sources != shown:  # the cards come once, not with every word
                cards, shown = turn_cards(answer, number, session.assistant.article, reader=session.reader), sources
            yield growing(answer)
        turn = replace(turn, outcome=Outcome.ANSWERED, answer=answer, heads=heads(answer, session.assistant.article))
    except Exception:
        _log.exception("no answer to %r", question)
        turn = replace(turn, outcome=Outcome.FAILED)
    yield settled(session, before, turn, keeping)


def settled(session: Session, before: Conversation, turn: Turn, keeping: bool = True) -> Conversation:
    """The conversation `before`, and then `turn`, of which nothing more comes; it is kept so."""
    if keeping:
        _, keeping = session.kept(
            lambda: session.shelf.settle(
                before.id, turn.number, turn.outcome, turn.answer, session.assistant.article, session.user
            ),
            None,
        )
    now = before.then(session.drawn(turn), suggestions_markup(turn, session.reader))
    return now if keeping else replace(now, said=session.reader.say(NOT_KEPT))


def stopped(session: Session, conversation: Conversation) -> Conversation:
    """The conversation when the reader has stopped its last answer; one that was complete stays as it is."""
    if not conversation.exchanges or conversation.exchanges[-1].turn.outcome is not Outcome.ASKED:
        return conversation
    turn = conversation.exchanges[-1].turn
    answer = turn.answer if turn.answer and turn.answer.text.strip() else None
    return settled(session, conversation.until(turn.number), replace(turn, outcome=Outcome.STOPPED, answer=answer))


def _day(value: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
