from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from assistant.generated.answering import Generated
from assistant.generated.model import LanguageModel, Patience
from index.vocabulary import Answer, Article
from tests.assistant.generated.scripted import PORT, UNION, Said, Script, ScriptedChat, extractive


@pytest.fixture
def answered() -> Callable[..., list[Answer]]:
    """All the answers, growing, to a question over PORT and UNION that a scripted model is asked."""

    def ask(
        script: Script | Sequence[Said],
        *articles: Article,
        question: str = "ماذا قالت سلمى الراوي؟",
        patience: Patience | None = None,
        **options: Any,
    ) -> list[Answer]:
        articles = articles or (PORT, UNION)
        chat = ScriptedChat(script=script if callable(script) else lambda keys: script)
        model = LanguageModel("scripted", chat, patience or Patience(5, 5))
        given = Generated(model, chance=random.Random(7))
        fallback = extractive(*articles)
        return list(given.stream(question, fallback.evidence, fallback, **options))

    return ask
