import datetime as dt
from collections.abc import Callable

import pytest
from langchain_core.runnables import RunnableLambda
from pydantic import ValidationError

from assistant.langchain_retriever import IsnadRetriever
from index.store import Store
from index.vocabulary import Article, Filters

DAM = Article(
    "قال مدير السد إن المياه تكفي.",
    id="dam",
    title="السد",
    date=dt.date(2025, 1, 2),
    source="الضفة",
    url="https://example.org/1",
)
PORT = Article("أعلن عمال الميناء إضرابا.", id="port", source="الساحل")

StoreOf = Callable[..., Store]


def test_documents_say_where_their_words_stand(store_of: StoreOf) -> None:
    first, *others = IsnadRetriever(store=store_of(DAM, PORT)).invoke("هل تكفي مياه السد؟")
    assert first.page_content == DAM.text[first.metadata["start"] : first.metadata["end"]] == DAM.text
    cosine = first.metadata.pop("cosine")
    assert 0 < cosine <= 1
    assert first.metadata == {
        **{"article_id": "dam", "start": 0, "end": len(DAM.text), "title": "السد", "source": "الضفة"},
        **{"date": "2025-01-02", "url": "https://example.org/1", "also_in": []},
    }
    assert [document.metadata["article_id"] for document in others] == ["port"]
    assert others[0].metadata["date"] is None


def test_it_narrows_and_counts(store_of: StoreOf) -> None:
    store = store_of(DAM, PORT)
    assert len(IsnadRetriever(store=store, count=1).invoke("المياه")) == 1
    narrowed = IsnadRetriever(store=store, filters=Filters(sources=("الساحل",)))
    assert [document.metadata["article_id"] for document in narrowed.invoke("مياه السد")] == ["port"]
    with pytest.raises(ValidationError):
        IsnadRetriever(store=store, count=0)


def test_it_composes_in_a_chain(store_of: StoreOf) -> None:
    chain = IsnadRetriever(store=store_of(DAM)) | RunnableLambda(lambda documents: documents[0].page_content)
    assert chain.invoke("مياه السد") == DAM.text
