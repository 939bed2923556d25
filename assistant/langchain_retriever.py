"""Isnad's retrieval as a LangChain retriever, for chains of one's own.

IsnadRetriever(store=store, count=5).invoke("من نفى وجود تشققات في السد؟")
"""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, Field, SkipValidation

from assistant.retriever import Hit, retrieve
from assistant.understanding import understand
from index.store import Store
from index.vocabulary import EVERYTHING, Filters


class IsnadRetriever(BaseRetriever):
    """The `count` passages of `store` that match a question best among those that pass `filters`, best first.

    Each document holds a passage's own words; its metadata says where they stand (article_id, start, end: characters of
    the article's text), what article that is (title, source, date, url), the cosine to the question, and under also_in
    the ids of other articles that carry the same words.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    store: SkipValidation[Store]
    filters: Filters = EVERYTHING
    count: int = Field(default=10, gt=0)

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        return [_document(hit) for hit in retrieve(self.store, understand(query), self.filters, self.count)]


def _document(hit: Hit) -> Document:
    article, span = hit.article, hit.passage.span
    return Document(
        id=f"{article.id}:{span.start}-{span.end}",
        page_content=span.of(article.text),
        metadata={
            "article_id": article.id,
            "start": span.start,
            "end": span.end,
            "title": article.title,
            "source": article.source,
            "date": article.date.isoformat() if article.date else None,
            "url": article.url,
            "cosine": hit.cosine,
            "also_in": [other.id for other in hit.same_words],
        },
    )
