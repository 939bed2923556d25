"""What is done with conversations and said of answers: values in, Gradio updates out."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import gradio as gr

from assistant.conversations.shelf import title_of
from assistant.page.conversation import Conversation, Session, stopped
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
        """Delete the conversation that `act` names, the open one or another."""
        session, name = self.session(request), _told(act, "value")
        talk = stopped(session, talk)  # whatever was being answered was cancelled for this
        if self._done(session, lambda: session.shelf.delete(name, session.user), wording.DELETED) and name == talk.id:
            talk = Conversation(reader=session.reader)
        return _shown(session, talk)

    def rename(self, act: Any, talk: Conversation, request: gr.Request) -> tuple[Any, ...]:
        """Give the conversation that `act` names the title in its text. Updates state and place."""
        session, name, title = self.session(request), _told(act, "value"), _told(act, "text")
        if self._done(session, lambda: session.shelf.rename(name, title, session.user), wording.RENAMED):
            talk = replace(talk, title=title_of(title)) if name == talk.id else talk
        return talk, place_of(talk)

    def judge(self, act: Any, talk: Conversation, request: gr.Request) -> Conversation:
        """Keep what the reader says of an answer or of a source: ``turn:source:verdict``, and whether it is said."""
        session = self.session(request)
        number, source, verdict = (*_told(act, "value").split(":"), "", "", "")[:3]
        given = not isinstance(act, Mapping) or bool(act.get("on", True))
        if not (number.isdecimal() and source.isdecimal()):
            return talk
        turn, note = int(number), _told(act, "text").strip()

        def judged() -> None:
            session.shelf.judge(talk.id, turn, int(source), verdict, note=note, given=given, reader=session.user)

        if not self._done(session, judged, wording.JUDGED if given else wording.UNJUDGED):
            return talk
        kept = session.shelf.feedback(talk.id, turn, session.user)
        exchanges = tuple(
            session.drawn(replace(one.turn, feedback=kept)) if one.turn.number == turn else one
            for one in talk.exchanges
        )
        return replace(talk, exchanges=exchanges)

    @staticmethod
    def _done(session: Session, act: Callable[[], object], done: Text) -> bool:
        """Whether `act` succeeded; the reader is told so, or why not."""
        try:
            act()
        except ValueError:
            _warned(session, wording.NEEDS_TITLE)
        except KeyError:
            _warned(session, wording.MISSING)
        except Exception:
            _log.exception("a conversation could not be changed")
            _warned(session, wording.NOT_DONE)
        else:
            gr.Info(session.reader.say(done), duration=3, title=session.reader.say(wording.DONE))
            return True
        return False


def _warned(session: Session, why: Text) -> None:
    gr.Warning(session.reader.say(why), title=session.reader.say(wording.NOT_SO))


def _shown(session: Session, talk: Conversation) -> tuple[Any, ...]:
    return idle(session.reader), talk.messages, talk.panel, talk, place_of(talk)


def _told(act: Any, name: str) -> str:
    return str(act.get(name) or "") if isinstance(act, Mapping) else ""
