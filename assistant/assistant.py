"""The assistant: one question in, one answer out, over one store. Everything a user meets goes through it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np

from assistant.confidence import ENOUGH, confidence
from assistant.examples import examples
from assistant.extractive import compose
from assistant.question import understand
from assistant.retriever import Clock, Hit, retrieve
from index.arabic.analyser import tokens
from index.people.finding import PersonFound
from index.people.finding import find as find_people
from index.store import Store
from index.store.statements import ALL, StatementHit
from index.store.statements import find as find_statements
from index.vocabulary import EVERYTHING, Answer, Article, Evidence, Filters, StatementFilters
from prompts import template

_EVIDENCE = 10  # passages an answer shows or a refusal lists


class Assistant:
    """Answers questions from `store`, which stays open as long as the assistant is used. Threads may share it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def prepare(self) -> None:
        """Load all that the first question would wait seconds for: the vectors, the embedder, the word frequencies.

        Raises StoreError, StoreInUseError, EmbedderError.
        """
        store = self._store
        store.hold()
        with ThreadPoolExecutor(1) as beside:  # the embedder takes seconds to load, a large index of vectors too
            vectors = beside.submit(_open, store)
            _ = store.embedder
            vectors.result()
        self.ask("ماذا قال وزير الصحة؟")

    def ask(
        self,
        question: str,
        *,
        filters: Filters = EVERYTHING,
        history: Sequence[str] = (),
        without: Collection[str] = (),
    ) -> Answer:
        """The answer to `question`, or a refusal with the nearest passages.

        `history` holds the earlier questions of the conversation, oldest first; `filters` narrow what is searched.
        `without` names the chips (their ids) that the reader took off: what the question says of them does not narrow.
        Raises StoreError, StoreInUseError, EmbedderError.
        """
        clock = Clock()
        with clock.stage("understand"):
            understood = understand(question, history)
        if not understood.words:
            return Answer(question, template("greeting").fill(), refused=True, reason=template("greeting").fill())
        hits = retrieve(self._store, understood, filters, _EVIDENCE, clock=clock)
        with clock.stage("answer"):
            weights = self._store.words.rarity(understood.words)
            evidence = self._weigh(weights, hits)
            if not evidence or evidence[0].score < ENOUGH:
                reason = _reason(evidence, filters)
                answer = Answer(question, reason, evidence=evidence, refused=True, reason=reason)
            else:
                text, citations = compose(understood, weights, hits)
                answer = Answer(question, text, citations, evidence)
        return replace(answer, seconds=clock.seconds)

    def stream(
        self,
        question: str,
        *,
        filters: Filters = EVERYTHING,
        history: Sequence[str] = (),
        without: Collection[str] = (),
    ) -> Iterator[Answer]:
        """The answer as it grows, sentence by sentence; the last one is complete. Arguments as in :meth:`ask`."""
        whole = self.ask(question, filters=filters, history=history, without=without)
        parts = whole.text.split("\n\n")
        for shown in range(1, len(parts)):
            yield replace(whole, text="\n\n".join(parts[:shown]), citations=whole.citations[:shown])
        yield whole

    def statements(self, filters: StatementFilters = ALL, *, about: str = "", count: int = 20) -> list[StatementHit]:
        """At most `count` statements that pass `filters`: those nearest to the text `about`, else the newest first.

        Raises StoreError (also where the statements are missing or outdated), StoreInUseError, EmbedderError.
        """
        if not about.strip():
            return find_statements(self._store, filters, count=count)
        vector = self._store.embedder.question(about)
        return find_statements(self._store, filters, vector=vector, words=tokens(about), count=count)

    def people(self, name: str) -> list[PersonFound]:
        """Those whom `name` may mean, in any spelling, a part of a name or Latin letters; the most quoted first."""
        return find_people(self._store.catalogue, name, widely=True)

    def article(self, article_id: str) -> Article | None:
        """The whole article, None if there is none of that id."""
        return self._store.catalogue.article(article_id)

    def sources(self) -> list[tuple[str, int]]:
        """Every outlet and how many articles it has, the largest first."""
        return self._store.catalogue.sources()

    def examples(self) -> list[str]:
        """A few questions that the articles at hand can answer."""
        return examples(self._store.catalogue)

    def size(self) -> int:
        """How many articles there are to ask."""
        return self._store.catalogue.counts().articles

    def _weigh(self, weights: dict[str, float], hits: Sequence[Hit]) -> tuple[Evidence, ...]:
        """Each hit as evidence: what matters from here on is how likely it answers."""
        held = self._store.words.held(weights, [hit.article_key for hit in hits])
        return tuple(
            Evidence(
                hit.article,
                hit.passage,
                confidence(hit.cosine, weights, held[hit.article_key]),
                hit.same_words,
            )
            for hit in hits
        )


def _open(store: Store) -> None:
    """Read what a first search reads: Chroma loads its index then, and the full text is brought up to date."""
    vectors = store.vectors
    if dimension := store.catalogue.setting("dimension"):
        vectors.nearest(np.ones(int(dimension), np.float32), 1)
    store.words.catch_up()


def _reason(evidence: Sequence[Evidence], filters: Filters) -> str:
    if evidence:
        return template("refusal_far").fill()
    return template("refusal_filtered" if filters else "refusal_nothing").fill()
