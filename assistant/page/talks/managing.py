"""What is done with conversations and said of answers: values in, Gradio updates out."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import gradio as gr

from assistant.conversations.shelf import title_of
from assistant.page.conversation import Conversation, Session, stopped
from assistant.page.escaping import plain
from assistant.page.events import Events, idle, opened, place_of
from assistant.page.talks import wording
from assistant.page.talks.listing import listing
from assistant.page.text import Text

_log = logging.getLogger(__name__)


class Managing:
    """The reader's events that ask nothing. `act` is ``{"value": what, "text": written}`` from ``talks.js``.

    Those that show a conversation update what :meth:`Events.ask` does.
    """

    def __init__(self, events: Events) -> None:
        self.session = events.session

    def find(self, search: str, talk: Conversation, request: gr.Request) -> str:
        """The list of the conversations that hold the words of `search`, as HTML; an empty one if there is no list."""
        session, search = self.session(request), (search or "").strip()
        try:
            found = session.shelf.summaries(search, session.user)
        except Exception:
            _log.exception("the conversations could not be listed")
            found = []
        return listing(found, talk.id, session.reader, searched=bool(search))

    def begin(self, talk: Conversation, request: gr.Request) -> tuple[Any, ...]:
        """A new conversation."""
        session = self.session(request)
        stopped(session, talk)
        return _shown(session, Conversation(reader=session.reader))

    def turn(self, act: Any, talk: Conversation, request: gr.Request) -> tuple[Any, ...]:
        """The conversation that `act` names; an empty name is a new one."""
        session = self.session(request)
        stopped(session, talk)
        name = _told(act, "value")
        return _shown(session, opened(session, name) if name else Conversation(reader=session.reader))

    def discard(self, act: Any, talk: Conversation, request: gr.Request) -> tuple[Any, ...]:
        """Delete the conversation that `act` names, the open one or another; what is said of it comes last."""
        session, name = self.session(request), _told(act, "value")
        talk = stopped(session, talk)  # whatever was being answered was cancelled for this
        failed = _attempted(lambda: session.shelf.delete(name, session.user))
        if failed is None and name == talk.id:
            talk = Conversation(reader=session.reader)
        return *_shown(session, talk), said(session.reader.say(failed or wording.DELETED))

    def rename(self, act: Any, talk: Conversation, request: gr.Request) -> tuple[Any, ...]:
        """Give the conversation that `act` names the title in its text. Updates state, place, and what is said."""
        session, name, title = self.session(request), _told(act, "value"), _told(act, "text")
        failed = _attempted(lambda: session.shelf.rename(name, title, session.user))
        if failed is None and name == talk.id:
            talk = replace(talk, title=title_of(title))
        return talk, place_of(talk), said(session.reader.say(failed or wording.RENAMED))

    def judge(self, act: Any, talk: Conversation, request: gr.Request) -> tuple[Any, ...]:
        """Keep what the reader says of an answer or of a source: ``turn:source:verdict``, and whether it is said.

        Updates state, and what is said of it.
        """
        session = self.session(request)
        number, source, verdict = (*_told(act, "value").split(":"), "", "", "")[:3]
        given = not isinstance(act, Mapping) or bool(act.get("on", True))
        if not (number.isdecimal() and source.isdecimal()):
            return talk, gr.skip()
        turn, note = int(number), _told(act, "text").strip()

        def judged() -> None:
            shelf = session.shelf
            shelf.judge(talk.id, turn, int(source), verdict, note=note, given=given, reader=session.user)

        if failed := _attempted(judged):
            return talk, said(session.reader.say(failed))
        kept = session.shelf.feedback(talk.id, turn, session.user)
        exchanges = tuple(
            session.drawn(replace(one.turn, feedback=kept)) if one.turn.number == turn else one
            for one in talk.exchanges
        )
        words = session.reader.say(wording.JUDGED if given else wording.UNJUDGED)
        return replace(talk, exchanges=exchanges), said(words)


def said(words: str) -> str:
    """`words` as HTML that is shown and read aloud anew even if the same was said before."""
    return f'<span id="said-{time.monotonic_ns()}">{plain(words)}</span>'


def _attempted(act: Callable[[], object]) -> Text | None:
    """None if `act` succeeded, else what to tell the reader."""
    try:
        act()
    except ValueError:
        return wording.NEEDS_TITLE
    except KeyError:
        return wording.MISSING
    except Exception:
        _log.exception("a conversation could not be changed")
        return wording.NOT_DONE
    return None


def _shown(session: Session, talk: Conversation) -> tuple[Any, ...]:
    return idle(session.reader), talk.messages, talk.panel, talk, place_of(talk)


def _told(act: Any, name: str) -> str:
    return str(act.get(name) or "") if isinstance(act, Mapping) else ""
