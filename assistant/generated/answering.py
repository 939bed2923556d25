"""Answering with a language model: the evidence to it, its reply verified, and the extractive answer when it fails."""

from __future__ import annotations

import logging
import random
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from assistant.citing import cite
from assistant.generated import keys
from assistant.generated.evidence import Block, Source, gather, shown
from assistant.generated.model import LanguageModel
from assistant.generated.reply import Reply
from assistant.generated.streaming import Broken, Slow, words
from assistant.generated.verification import verify
from index.arabic.normal import clean, fold
from index.vocabulary import Answer, Citation, Evidence, Statement
from prompts import template

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

_LOG: Final = logging.getLogger(__name__)
_ISOLATED: Final = "\u2068{}\u2069"  # a Latin name inside an Arabic sentence keeps its own direction
_LONGEST: Final = 3000  # characters of a reply (five sentences are asked for); one beyond goes round in circles
_NOTICES: Final = ("away", "slow", "broken", "empty", "declined", "unsupported", "marked", "no_answer")
# Folded. How a model says that it will not, rather than that the evidence does not: at the start of a reply.
_DECLINES: Final = re.compile(
    r"^\W*(?:(?:عذرا|اعتذر|اسف|للاسف|معذره|sorry|i'?m sorry)\W+){0,2}(?:\w+\W+){0,3}"
    r"(?:لا (?:استطيع|يمكنني|اقدر)|لن (?:استطيع|اتمكن)|ليس بامكاني|غير قادر|لست قادر"
    r"|i can(?:no|')t|i(?: am|'m) unable)"
)


class Generated:
    """Answers that `model` writes. Its prompts are read and checked here, so that a broken one fails at the start.

    `chance` draws the evidence's keys; give a seeded one where a run must repeat. Raises TemplateError.
    """

    def __init__(self, model: LanguageModel, *, chance: random.Random | None = None) -> None:
        self._model = model
        self._chance = chance
        self._system = template("generated_system")
        self._question = template("generated_question")
        self._history = template("generated_history")
        self._notices = {name: template(f"generated_{name}") for name in _NOTICES}

    @property
    def name(self) -> str:
        """The model's name, as answers give it under `method`."""
        return self._model.name

    @property
    def prompts(self) -> str:
        """The versions of the prompts, for figures to name: ``system 1, question 1``."""
        return f"system {self._system.version}, question {self._question.version}"

    def stream(
        self,
        question: str,
        evidence: Sequence[Evidence],
        fallback: Answer,
        *,
        statements: Sequence[Statement] = (),
        history: Sequence[str] = (),
    ) -> Iterator[Answer]:
        """The answer as it grows; only the last one is verified, and it always keeps the contract.

        `fallback` is the extractive answer: given with a notice when the model fails, and as it is when it is a
        refusal, for no model is asked what the articles do not hold. `statements` are those of the evidence's
        articles, `history` the earlier questions, oldest first.
        """
        if fallback.refused or not evidence:
            yield fallback
            return
        began = time.perf_counter()
        block = gather(evidence, statements, asked=[question, *history], chance=self._chance)
        reply = Reply(block.sources)
        try:
            shown_so_far = 0
            for piece in words(self._model, self._messages(question, history, block)):
                reply.feed(piece)
                if len(reply) > _LONGEST:
                    raise Broken(f"more than {_LONGEST} characters", begun=True)
                if len(reply) != shown_so_far and not reply.declined:
                    shown_so_far = len(reply)
                    yield self._growing(reply, block, fallback)
            reply.close()
        except Slow as slow:
            _LOG.warning("%s: %s", self.name, slow)
            yield self._instead(fallback, "slow", began)
            return
        except Broken as broken:
            _LOG.warning("%s: %s", self.name, broken)
            yield self._instead(fallback, "broken" if broken.begun else "away", began)
            return
        yield self._last(reply, block, fallback, began)

    def _messages(self, question: str, history: Sequence[str], block: Block) -> list[BaseMessage]:
        from langchain_core.messages import HumanMessage, SystemMessage

        earlier = ""
        if history:
            listed = "\n".join(f"- {shown(one)}" for one in history)
            earlier = self._history.fill(questions=listed) + "\n\n"
        asked = self._question.fill(
            evidence=block.text, history=earlier, question=shown(question), example=next(iter(block.sources))
        )
        return [SystemMessage(self._system.fill(refusal=keys.NONE)), HumanMessage(asked)]

    def _growing(self, reply: Reply, block: Block, fallback: Answer) -> Answer:
        """What has come so far, each key already a number: of its whole passage, until the sentence is known."""
        cited: list[Citation] = []
        numbers: dict[str, int] = {}
        pieces, at, text = [], 0, reply.text
        for offset, key in reply.pointers:
            if key not in numbers:
                source = block.sources[key]
                cited.append(_whole(source))
                numbers[key] = len(cited)
            pieces += [text[at:offset], f"[{numbers[key]}]"]
            at = offset
        text = "".join([*pieces, text[at:]])
        return replace(fallback, text=text, citations=tuple(cited), method=self.name, confidence="", marks=())

    def _last(self, reply: Reply, block: Block, fallback: Answer, began: float) -> Answer:
        if not reply.pointers:
            if reply.declined:
                reason = self._notice("no_answer")
                return replace(
                    self._timed(fallback, began),
                    text=reason, reason=reason, refused=True, citations=(), method=self.name, confidence="",
                )  # fmt: skip
            if not reply.text.strip():
                return self._instead(fallback, "empty", began)
            if _DECLINES.match(fold(clean(reply.text[:200])).lower()):
                return self._instead(fallback, "declined", began)
        verified = verify(reply.text, reply.pointers, block.sources)
        if not verified.supported:
            return self._instead(fallback, "unsupported", began)
        return replace(
            self._timed(fallback, began),
            text=verified.text.rstrip(),
            citations=verified.citations,
            marks=verified.marks,
            method=self.name,
            confidence="",  # how often such answers are right has not been measured
            notice=" ".join(filter(None, (self._notice("marked") if verified.marks else "", fallback.notice))),
        )

    def _instead(self, fallback: Answer, why: str, began: float) -> Answer:
        notice = " ".join(filter(None, (self._notice(why), fallback.notice)))
        return replace(self._timed(fallback, began), notice=notice)

    def _notice(self, why: str) -> str:
        return self._notices[why].fill(model=_ISOLATED.format(self.name))

    def _timed(self, answer: Answer, began: float) -> Answer:
        return replace(answer, seconds={**answer.seconds, "generate": time.perf_counter() - began})


def _whole(source: Source) -> Citation:
    return replace(cite(source.article, source.span), statement=source.statement)
