"""What happens when the reader asks, stops, filters or starts anew: values in, Gradio updates out."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

import gradio as gr

from assistant.page import wording
from assistant.page.conversation import LONGEST_QUESTION, Conversation, Session, chosen_filters, proceed, stopped
from assistant.page.reader import ARABIC, Reader
from assistant.page.rooms import Newsroom, reader_of
from assistant.page.talks.signed_in import signed_in
from assistant.page.talks.wording import MISSING
from index.vocabulary import Filters

_log = logging.getLogger(__name__)
T = TypeVar("T")


class Events:
    """The reader's events over one newsroom, on the page in `language`.

    Updates of :meth:`ask` and all that asks go to question, chat, sources, state and place: the last tells the
    browser which conversation its address is to name.
    """

    def __init__(self, newsroom: Newsroom, language: str = "ar") -> None:
        self.newsroom = newsroom
        self.language = language

    def session(self, request: gr.Request) -> Session:
        """Who asks, and where."""
        reader = reader_of(request, self.language)
        return Session(self.newsroom.assistant, self.newsroom.conversations, signed_in(request), reader)

    def ask(
        self, text: str, outlets: Any, since: Any, until: Any, talk: Conversation, request: gr.Request
    ) -> Iterator[tuple[Any, ...]]:
        """Answer `text`. A question that cannot be asked stays in its field, and the chat says why."""
        session = self.session(request)
        yield from self._asked(session, text, outlets, since, until, up_to_date(session, talk), typed=True)

    def ask_example(
        self, outlets: Any, since: Any, until: Any, talk: Conversation, chosen: gr.SelectData, request: gr.Request
    ) -> Iterator[tuple[Any, ...]]:
        """Answer the example question that was clicked."""
        yield from self.ask(str(chosen.value["text"]), outlets, since, until, talk, request)

    def again(
        self, act: Any, outlets: Any, since: Any, until: Any, talk: Conversation, request: gr.Request
    ) -> Iterator[tuple[Any, ...]]:
        """What a button of the conversation asks: a question once more, edited, without a chip, or a suggested one.

        `act` is ``{"do": name, "value": "turn:place", "text": edited}`` as ``talks.js`` gives it. One that names what
        is not there does nothing, since the page may be older than the conversation.
        """
        session = self.session(request)
        told = act if isinstance(act, Mapping) else {}
        number, place = numbers(told.get("value"))
        talk = up_to_date(session, talk)
        turn = talk.turns[number - 1] if 1 <= number <= len(talk.turns) else None
        do, answer = told.get("do"), turn.answer if turn else None
        if turn is None:
            yield (gr.skip(),) * 5
        elif do == "retry":
            yield from self._answer(session, talk, turn.question, turn.filters, number, turn.without)
        elif do == "restore":
            yield from self._answer(session, talk, turn.question, turn.filters, number)
        elif do == "without" and answer and 0 <= place < len(answer.chips):
            without = (*turn.without, answer.chips[place].id)
            yield from self._answer(session, talk, turn.question, turn.filters, number, without)
        elif do == "suggest" and answer and 0 <= place < len(answer.suggestions):
            yield from self._asked(session, answer.suggestions[place], outlets, since, until, talk)
        elif do == "edit":
            yield from self._asked(session, str(told.get("text") or ""), outlets, since, until, talk, number)
        else:
            yield (gr.skip(),) * 5

    def stop(self, talk: Conversation, request: gr.Request) -> tuple[Any, ...]:
        """The question's field ready for the next question, and the answer so far, which is said to be stopped."""
        session = self.session(request)
        talk = stopped(session, talk)
        return idle(session.reader), talk.messages, talk.panel, talk, gr.skip()

    def open(self, request: gr.Request) -> tuple[Any, ...]:
        """What the page opens with: example questions, outlets, and the conversation its address names."""
        session = self.session(request)
        examples: list[str] = self._or(self.newsroom.assistant.examples, [])
        outlets: list[tuple[str, int]] = self._or(self.newsroom.assistant.sources, [])
        nameless = session.reader.say(wording.NO_OUTLET)
        choices = [(f"{name or nameless} ({session.reader.number(count)})", name) for name, count in outlets]
        talk = Conversation(reader=session.reader)
        if name := dict(request.query_params).get("talk", ""):
            talk = opened(session, name)
        return (
            gr.update(value=talk.messages, examples=[{"text": example} for example in examples]),
            gr.update(choices=choices),
            talk.panel,
            talk,
            place_of(talk),
        )

    def filters_label(self, outlets: Any, since: Any, until: Any, request: gr.Request) -> Any:
        """The heading of the fold, which says what the filters are set to."""
        reader = self.session(request).reader
        try:
            chosen = chosen_filters(outlets, since, until, reader)
        except ValueError as why:
            return gr.update(label=str(why))
        return gr.update(label=wording.filters_label(chosen.sources, chosen.since, chosen.until, reader))

    def _asked(
        self,
        session: Session,
        text: str,
        outlets: Any,
        since: Any,
        until: Any,
        talk: Conversation,
        number: int | None = None,
        *,
        typed: bool = False,
    ) -> Iterator[tuple[Any, ...]]:
        try:
            question = askable(text, session.reader)
            filters = chosen_filters(outlets, since, until, session.reader)
        except ValueError as why:
            talk = replace(talk, said=str(why))
            yield gr.skip(), talk.messages, gr.skip(), talk, gr.skip()
            return
        yield from self._answer(session, talk, question, filters, number, typed=typed)

    def _answer(
        self,
        session: Session,
        talk: Conversation,
        question: str,
        filters: Filters,
        number: int | None = None,
        without: tuple[str, ...] = (),
        *,
        typed: bool = False,
    ) -> Iterator[tuple[Any, ...]]:
        panel = talk.panel
        # The field is emptied once, of what was asked out of it: the reader may go on typing while the answer grows.
        busy = gr.update(submit_btn=False, stop_btn=session.reader.say(wording.STOP))
        if typed:
            busy["value"] = ""
        field, place = busy, ""
        for now in proceed(session, talk, question, filters, number=number, without=without):
            fresh = now.panel
            # The question is on the shelf by now: a page that is loaded again finds it.
            yield field, now.messages, gr.skip() if fresh == panel else fresh, now, place or place_of(now)
            panel, field, place = fresh, gr.skip(), gr.skip()
        yield idle(session.reader), gr.skip(), gr.skip(), gr.skip(), gr.skip()

    def _or(self, ask: Callable[[], T], otherwise: T) -> T:
        # The page opens even over a store that cannot answer; the log says what is wrong with it.
        try:
            return ask()
        except Exception:
            _log.exception("the assistant did not answer while the page opened")
            return otherwise


def opened(session: Session, name: str) -> Conversation:
    """The conversation `name`, or a new one that says why it is not that one."""
    try:
        return session.opened(name)
    except KeyError:
        return Conversation(said=session.reader.say(MISSING), reader=session.reader)
    except Exception:
        _log.exception("the conversation %r could not be opened", name)
        return Conversation(said=session.reader.say(wording.FAILED), reader=session.reader)


def up_to_date(session: Session, talk: Conversation) -> Conversation:
    """`talk` as it is on the shelf, if another page has gone on with it or dropped it: nothing of it is to be lost."""
    if not talk.id:
        return talk
    try:
        if session.shelf.turns(talk.id, session.user) == len(talk.exchanges):
            return talk
        return session.opened(talk.id)
    except KeyError:
        return Conversation(reader=session.reader)  # deleted elsewhere: what is asked now begins a new one
    except Exception:
        _log.exception("the conversation %r could not be read again", talk.id)
        return talk


def place_of(talk: Conversation) -> str:
    """What the browser is told of `talk`, as JSON: its id for the address, its title for the window."""
    return json.dumps({"talk": talk.id, "title": talk.title}, ensure_ascii=True)


def idle(reader: Reader = ARABIC) -> Any:
    """The question's field when nothing is being answered."""
    return gr.update(submit_btn=reader.say(wording.ASK), stop_btn=False)


def numbers(value: Any) -> tuple[int, int]:
    """``"3:1"`` as turn and place; what is no such value as turn 0, which there never is."""
    first, _, second = str(value).partition(":")
    try:
        return int(first), int(second or 0)
    except ValueError:
        return 0, 0


def askable(text: str, reader: Reader = ARABIC) -> str:
    """`text` as a question. Raises ValueError, in the reader's language, if it is empty or too long."""
    question = (text or "").strip()
    if not question:
        raise ValueError(reader.say(wording.EMPTY_QUESTION))
    if len(question) > LONGEST_QUESTION:
        raise ValueError(wording.too_long(len(question), LONGEST_QUESTION, reader))
    return question
