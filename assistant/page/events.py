"""What happens when the reader asks, stops, filters or starts anew: values in, Gradio updates out."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import gradio as gr

from assistant.page import wording
from assistant.page.answer_markup import notice_markup
from assistant.page.conversation import LONGEST_QUESTION, Conversation, chosen_filters, proceed
from assistant.page.desk import AssistantLike

_log = logging.getLogger(__name__)
T = TypeVar("T")


class Events:
    """The reader's events over one assistant. Updates of :meth:`ask` go to question, chat, sources and state."""

    def __init__(self, assistant: AssistantLike) -> None:
        self.assistant = assistant

    def ask(self, text: str, outlets: Any, since: Any, until: Any, talk: Conversation) -> Iterator[tuple[Any, ...]]:
        """Answer `text`. A question that cannot be asked stays in its field, and the chat says why."""
        try:
            question = _askable(text)
            filters = chosen_filters(outlets, since, until)
        except ValueError as why:
            talk = talk.said("assistant", notice_markup(str(why)))
            yield gr.skip(), list(talk.messages), gr.skip(), talk
            return
        panel = talk.panel
        for now in proceed(self.assistant, talk, question, filters):
            fresh = now.panel
            busy = gr.update(value="", submit_btn=False, stop_btn=wording.STOP)
            yield busy, list(now.messages), gr.skip() if fresh == panel else fresh, now
            panel = fresh
        yield idle(), gr.skip(), gr.skip(), gr.skip()

    def ask_example(
        self, outlets: Any, since: Any, until: Any, talk: Conversation, chosen: gr.SelectData
    ) -> Iterator[tuple[Any, ...]]:
        """Answer the example question that was clicked."""
        yield from self.ask(str(chosen.value["text"]), outlets, since, until, talk)

    def open(self) -> tuple[Any, ...]:
        """What the corpus at hand has to say when the page opens: its example questions, its outlets."""
        examples: list[str] = self._or(self.assistant.examples, [])
        outlets: list[tuple[str, int]] = self._or(self.assistant.sources, [])
        choices = [(f"{name or wording.NO_OUTLET} ({count:,})", name) for name, count in outlets]
        return (
            gr.update(examples=[{"text": example} for example in examples]),
            gr.update(choices=choices),
        )

    def _or(self, ask: Callable[[], T], otherwise: T) -> T:
        # The page opens even over a store that cannot answer; the log says what is wrong with it.
        try:
            return ask()
        except Exception:
            _log.exception("the assistant did not answer while the page opened")
            return otherwise


def filters_label(outlets: Any, since: Any, until: Any) -> Any:
    """The heading of the fold, which says what the filters are set to."""
    try:
        chosen = chosen_filters(outlets, since, until)
    except ValueError as why:
        return gr.update(label=str(why))
    return gr.update(label=wording.filters_label(chosen.sources, chosen.since, chosen.until))


def new_chat() -> tuple[Any, ...]:
    """A field that waits for a question, and an empty chat, panel and state."""
    return idle(), [], Conversation().panel, Conversation()


def idle() -> Any:
    """The question's field when nothing is being answered."""
    return gr.update(submit_btn=wording.ASK, stop_btn=False)


def _askable(text: str) -> str:
    question = (text or "").strip()
    if not question:
        raise ValueError(wording.EMPTY_QUESTION)
    if len(question) > LONGEST_QUESTION:
        raise ValueError(wording.too_long(len(question), LONGEST_QUESTION))
    return question
