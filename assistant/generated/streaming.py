"""A model's words as they come, and no longer than one is willing to wait for them."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from assistant.generated.model import LanguageModel

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

_WHY: Final = ("finish_reason", "stop_reason", "done_reason")  # OpenAI's protocol, Anthropic's, Ollama's
_CUT: Final = frozenset(["length", "max_tokens"])


class Slow(Exception):  # noqa: N818 - what happened, not an error of ours
    """The model let its time pass."""


class Broken(Exception):  # noqa: N818
    """The reply ended before its end, or had none. `begun` tells whether anything had come."""

    def __init__(self, why: str, begun: bool) -> None:
        super().__init__(why)
        self.begun = begun


def words(model: LanguageModel, messages: list[BaseMessage]) -> Iterator[str]:
    """The reply of `model` to `messages`, in pieces as they come; its thoughts are left out where it marks them.

    The model is called on a thread of its own, since nothing else can end a wait for a server. When the reader leaves
    (the generator is closed) or a time is over, that thread stops at the next piece, and its connection is closed.
    Raises Slow and Broken.
    """
    pieces: queue.Queue[str | BaseException | None] = queue.Queue()
    left = threading.Event()
    threading.Thread(target=_call, args=(model, messages, pieces.put, left), daemon=True, name="language model").start()
    began, said = time.monotonic(), 0
    try:
        while True:
            limit = model.patience.whole if said else model.patience.first
            try:
                piece = pieces.get(timeout=max(0.0, began + limit - time.monotonic()))
            except queue.Empty:
                raise Slow(f"nothing more within {limit:g} s") from None
            if piece is None:
                return
            if isinstance(piece, BaseException):
                raise Broken(f"{type(piece).__name__}: {piece}", begun=said > 0) from piece
            said += len(piece)
            yield piece
    finally:
        left.set()


def _call(
    model: LanguageModel,
    messages: list[BaseMessage],
    put: Callable[[str | BaseException | None], None],
    left: threading.Event,
) -> None:
    from langsmith import tracing_context

    try:
        # What is asked and read here is nobody else's business, whatever LANGSMITH_TRACING says.
        with tracing_context(enabled=False):
            stream, ended = model.chat.stream(messages), ""
            for chunk in stream:
                if left.is_set():
                    break
                ended = next(
                    (str(chunk.response_metadata[one]) for one in _WHY if one in chunk.response_metadata), ended
                )
                if text := str(chunk.text):
                    put(text)
            if close := getattr(stream, "close", None):
                close()
        if ended in _CUT or (model.says_why_it_ends and not ended and not left.is_set()):
            raise ConnectionError(f"the reply stops before its end ({ended or 'no reason given'})")
    except BaseException as failure:  # on its way to the thread that waits
        put(failure)
    else:
        put(None)
