"""The assistant: one question in, one answer out, over one store. Everything a user meets goes through it."""

from __future__ import annotations

import gc
import math
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from assistant.answering.composing import compose, spoken
from assistant.answering.confidence import ENOUGH, Corpus, confidence, in_words
from assistant.answering.earlier import Earlier
from assistant.answering.lines import lines, meet_words
from assistant.answering.ranking import Ranked, rank, reordered
from assistant.answering.signals import NOTHING, Context, Told
from assistant.answering.suggestions import statements_cited, suggestions
from assistant.answering.wider.choosing import evidence as cited_first
from assistant.answering.wider.choosing import wider
from assistant.answering.wider.inquiry import Inquiry
from assistant.examples import examples
from assistant.retriever import Clock, Hit, retrieve
from assistant.understanding import Question, understand
from assistant.understanding.current import CurrentGazetteer
from assistant.understanding.narrowing import merged
from index.arabic.analyser import tokens
from index.people.finding import PersonFound
from index.people.finding import find as find_people
from index.store import Store
from index.store.statements import ALL, StatementHit, in_time
from index.store.statements import find as find_statements
from index.vocabulary import EVERYTHING, Answer, Article, Evidence, Filters, StatementFilters
from prompts import template

if TYPE_CHECKING:
    from assistant.answering.cross_encoder import Reranker
    from assistant.generated.answering import Generated

CANDIDATES = 10
"""Passages that an answer shows or a refusal lists."""
READ = 6
"""Passages, the best of those, that an answer is taken from: more cost time, and gain nothing (docs/answers.md)."""
MARGIN = 2.5
"""How far, in rank score, those after the first LEAST may stand behind the best.

The right line is in one of these for .99 of the questions that READ passages answer; half of the others are not read.
"""
LEAST = 3
_OBJECTS = 10_000  # made before garbage is looked for
_REMEMBERED = 64  # questions whose vectors are kept: a follow-up is read along with the one before it


@dataclass(frozen=True, slots=True)
class Found:
    """What a question comes to before it is answered; `notice` is what the reader is told of how that was found."""

    question: Question
    context: Context
    hits: tuple[Hit, ...]
    notice: str = ""


class Assistant:
    """Answers questions from `store`, which stays open as long as the assistant is used. Threads may share it.

    With a `model` it writes the answers, from the same evidence (docs/models.md); without one they are extractive.
    With a `reranker` its opinion counts in which lines answer (docs/answers.md).
    """

    def __init__(self, store: Store, model: Generated | None = None, reranker: Reranker | None = None) -> None:
        self.store = store
        self._model = model
        self._reranker = reranker
        self._names = CurrentGazetteer(store.catalogue)
        self._vector = lru_cache(_REMEMBERED)(lambda text: store.embedder.question(text))
        self._earlier = Earlier(store.catalogue)

    def prepare(self) -> None:
        """Load all that the first question would wait seconds for: the vectors, the embedder, the word frequencies.

        Raises StoreError, StoreInUseError, EmbedderError.
        """
        store = self.store
        store.hold()
        with ThreadPoolExecutor(1) as beside:  # the embedder takes seconds to load, a large index of vectors too
            opened = beside.submit(_open, store)
            _ = store.embedder
            opened.result()
        self._extractive("ماذا قال وزير الصحة؟", EVERYTHING, (), ())
        # What was loaded stays, and a question's some thousand objects go by themselves: to look for garbage among them
        # after every 700, as Python does, takes each question a part of a millisecond.
        gc.collect()
        gc.freeze()
        gc.set_threshold(_OBJECTS)

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
        if self._model:
            *_, answer = self.stream(question, filters=filters, history=history, without=without)
            return answer
        return self._extractive(question, filters, history, without)

    def _extractive(self, question: str, filters: Filters, history: Sequence[str], without: Collection[str]) -> Answer:
        clock = Clock()
        found = self.search(question, filters=filters, history=history, without=without, clock=clock)
        asked = found.question
        if asked.kind in ("greeting", "off_topic") or not asked.words:
            said = template("off_topic" if asked.kind == "off_topic" else "greeting").fill()
            return Answer(question, said, refused=True, reason=said, kind=asked.kind, seconds=clock.seconds)
        with clock.stage("answer"):
            ranked = self._ranked(found)
            sure = self._sure(found, ranked)
            if not asked.leans and not without:
                self._earlier.keep(question, filters, _rests_on(found, ranked, sure))
            if asked.refers == "statement" and found.context.told.refused:  # nobody said "that"
                sure = 0.0
            evidence = _evidence(found.hits, ranked, sure)
            inquiry = self._inquiry(found, ranked, filters)
            if made := wider(inquiry, sure=sure):
                evidence = cited_first(inquiry, made, evidence)
                answer = made.answer(question, evidence)
            elif sure < ENOUGH:
                reason = _reason(evidence, filters)
                answer = Answer(question, reason, evidence=evidence, refused=True, reason=reason)
            else:
                text, citations = compose(asked, found.context.rarity, ranked)
                answer = Answer(question, text, citations, evidence, confidence=in_words(sure, ranked))
            cited = made.told if made else statements_cited(inquiry, answer.citations)
            answer = replace(answer, suggestions=suggestions(inquiry, cited, refused=answer.refused))
        return replace(answer, seconds=clock.seconds, kind=asked.kind, chips=asked.chips, notice=found.notice)

    def search(
        self,
        question: str,
        *,
        filters: Filters = EVERYTHING,
        history: Sequence[str] = (),
        without: Collection[str] = (),
        count: int = CANDIDATES,
        clock: Clock | None = None,
    ) -> Found:
        """`question` understood, and the `count` passages that match it; arguments and errors as in :meth:`ask`.

        Where the reader has filters of their own, those hold; what the question narrows is added to them. Where that
        leaves nothing it is given up.
        """
        clock = clock or Clock()
        with clock.stage("understand"):
            asked = understand(question, history, gazetteer=self._names.now(), without=without)
        if asked.kind in ("greeting", "off_topic") or not asked.words:
            return Found(asked, Context({}), ())
        narrowed, notice = merged(filters, asked.filters), ""
        hits = retrieve(self.store, asked, narrowed, count, clock=clock, embed=self._vector)
        if not hits and narrowed != filters:
            hits = retrieve(self.store, asked, filters, count, clock=clock, embed=self._vector)
            if hits:
                dropped = "، ".join(chip.shown for chip in asked.chips if chip.hard)
                notice = template("notice_narrowing_dropped").fill(narrowing=dropped)
        told = NOTHING
        if asked.leans and asked.refers != "topic":
            told = self._told(asked.base, filters)
            hits = _together(self._within(asked, filters, told.articles, count), hits, count)
        with clock.stage("answer"):
            rarity = self.store.words.rarity(asked.words)
        return Found(asked, Context(rarity, told), tuple(hits), notice)

    def corpus(self) -> Corpus:
        """What confidence has to know of all articles."""
        passages, _ = self.store.words.counts()
        return Corpus(math.log1p(max(1, passages)))

    def _ranked(self, found: Found) -> list[Ranked]:
        if not found.hits:
            return []
        near = lines(self.store, worth_reading(found.question, found.hits), self._vector(found.question.search))
        ranked = rank(found.question, found.context, found.hits, near)
        return self._reranker.reranked(found.question.search, ranked) if self._reranker else ranked

    def _sure(self, found: Found, ranked: Sequence[Ranked]) -> float:
        return confidence(found.question, found.context.rarity, found.hits, ranked, self.corpus())

    def _inquiry(self, found: Found, ranked: Sequence[Ranked], filters: Filters) -> Inquiry:
        """What an answer wider than the best lines is composed from."""
        asked = found.question
        narrowed, vector = merged(filters, asked.filters), self._vector(asked.search)
        return Inquiry(self.store, asked, found.context, self._names.now(), vector, found.hits, ranked, narrowed)

    def _told(self, question: str, filters: Filters) -> Told:
        """What the answer to an earlier question, which leans on no other, rests on."""
        told = self._earlier.find(question, filters)
        if told is None:
            ranked = self._ranked(found := self.search(question, filters=filters))
            told = _rests_on(found, ranked, self._sure(found, ranked))
            self._earlier.keep(question, filters, told)
        return told

    def _within(self, asked: Question, filters: Filters, articles: tuple[str, ...], count: int) -> list[Hit]:
        """The passages of these articles that match a follow-up best."""
        if not articles or filters.articles:
            return []
        return retrieve(self.store, asked, replace(filters, articles=articles), count, embed=self._vector)

    def stream(
        self,
        question: str,
        *,
        filters: Filters = EVERYTHING,
        history: Sequence[str] = (),
        without: Collection[str] = (),
    ) -> Iterator[Answer]:
        """The answer as it grows, sentence by sentence; the last one is complete. Arguments as in :meth:`ask`."""
        whole = self._extractive(question, filters, history, without)
        if self._model:
            catalogue = self.store.catalogue
            keys = catalogue.keys_of_articles(one.article.id for one in whole.evidence)
            said = [statement for key in keys for statement, _ in catalogue.statements(key)]
            yield from self._model.stream(question, whole.evidence, whole, statements=said, history=history)
            return
        parts = whole.text.split("\n\n")
        for shown in range(1, len(parts)):
            yield replace(whole, text="\n\n".join(parts[:shown]), citations=whole.citations[:shown])
        yield whole

    def statements(self, filters: StatementFilters = ALL, *, about: str = "", count: int = 20) -> list[StatementHit]:
        """At most `count` statements that pass `filters`: those nearest to the text `about`, else the newest first.

        Raises StoreError (also where the statements are missing or outdated), StoreInUseError, EmbedderError.
        """
        if not about.strip():
            return find_statements(self.store, filters, count=count)
        vector = self.store.embedder.question(about)
        return find_statements(self.store, filters, vector=vector, words=tokens(about), count=count)

    def people(self, name: str) -> list[PersonFound]:
        """Those whom `name` may mean, in any spelling, a part of a name or Latin letters; the most quoted first."""
        return find_people(self.store.catalogue, name, widely=True)

    @property
    def model(self) -> str:
        """The name of the language model that writes the answers; empty where they are extractive."""
        return self._model.name if self._model else ""

    def article(self, article_id: str) -> Article | None:
        """The whole article, None if there is none of that id."""
        return self.store.catalogue.article(article_id)

    def statements_of(self, article_id: str) -> list[StatementHit]:
        """The statements of an article, each with who its speaker is across the corpus, in the order of their days."""
        return list(in_time(self.store.catalogue, StatementFilters(articles=(article_id,))))

    def sources(self) -> list[tuple[str, int]]:
        """Every outlet and how many articles it has, the largest first."""
        return self.store.catalogue.sources()

    def examples(self) -> list[str]:
        """A few questions that the articles at hand can answer."""
        return examples(self.store.catalogue)

    def size(self) -> int:
        """How many articles there are to ask."""
        return self.store.catalogue.counts().articles


def worth_reading(question: Question, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The first of `hits`, those that an answer to `question` is taken from.

    What a follow-up points at stands among others' passages, on a scale of its own: as many as there are.
    """
    if question.leans:
        return hits[:READ]
    near = [hit for hit in hits[:READ] if hits[0].rank_score - hit.rank_score <= MARGIN]
    return hits[: max(LEAST, len(near))]


def _open(store: Store) -> None:
    """Read what a first search reads: Chroma loads its index then, and the full text is brought up to date."""
    vectors = store.vectors
    if dimension := store.catalogue.setting("dimension"):
        vectors.nearest(np.ones(int(dimension), np.float32), 1)
    store.words.catch_up()
    meet_words(store.catalogue)


def _rests_on(found: Found, ranked: Sequence[Ranked], sure: float) -> Told:
    if not ranked:
        return NOTHING
    line = ranked[0].line
    hit, said = found.hits[line.hit], spoken(line, line.span)
    articles = (hit.article.id, *(copy.id for copy in hit.same_words))
    return Told(articles, line.span, said.person if said else "", sure < ENOUGH)


def _reason(evidence: Sequence[Evidence], filters: Filters) -> str:
    if evidence:
        return template("refusal_far").fill()
    return template("refusal_filtered" if filters else "refusal_nothing").fill()


def _evidence(hits: Sequence[Hit], ranked: Sequence[Ranked], sure: float) -> tuple[Evidence, ...]:
    """The passages, those with the best lines first; their scores share what the best is sure of."""
    best: dict[int, float] = {}
    for one in ranked:
        best.setdefault(one.line.hit, one.share)
    most = max(best.values(), default=1.0)
    return tuple(
        Evidence(hits[n].article, hits[n].passage, sure * best.get(n, 0.0) / most, hits[n].same_words)
        for n in reordered(hits, ranked)
    )


def _together(first: Sequence[Hit], then: Sequence[Hit], count: int) -> list[Hit]:
    """`first`, then what else is in `then`, at most `count`; half of them `then`'s, where there are so many."""
    held = {hit.passage for hit in first}
    others = [hit for hit in then if hit.passage not in held]
    kept = list(first[: max(count - len(others), count - count // 2)])
    return [*kept, *others][:count]
