"""The pipeline of the tutorials, to compare with: LangChain's splitter, sentence-transformers as it comes, Chroma.

RecursiveCharacterTextSplitter with chunks of 1,000 characters and an overlap of 200; the same multilingual-e5-small
weights in float32, batches of 32; one Chroma collection with the chunks as documents. The nearest chunk is the answer.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sentence_transformers import SentenceTransformer

from index.embedder import E5_PROMPTS
from index.embedder.encoder import E5Encoder
from index.embedder.packed import packed_file, read
from index.vocabulary import Article

_BATCH = 1000  # chunks written at once
_DOCUMENTS = 100  # articles embedded at once


@dataclass(frozen=True, slots=True)
class Chunk:
    article_id: str
    start: int
    end: int


class Tutorial:
    """The pipeline over the folder `path`, with `encoder` in place of the float32 one where its speed is not measured.

    `seconds` counts the time of each stage of :meth:`add`.
    """

    def __init__(self, path: Path, encoder: SentenceTransformer | None = None) -> None:
        import chromadb
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        self.model = encoder or model()
        self.seconds = {"split": 0.0, "embed": 0.0, "write": 0.0}
        self._splitter = RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=200, add_start_index=True)
        self._chunks = chromadb.PersistentClient(str(path)).get_or_create_collection(
            "chunks", embedding_function=None, metadata={"hnsw:space": "cosine"}
        )

    def add(self, articles: Sequence[Article]) -> int:
        """Split, embed and write; the number of chunks."""
        added = 0
        for start in range(0, len(articles), _DOCUMENTS):
            batch = articles[start : start + _DOCUMENTS]
            began = time.perf_counter()
            places: list[dict[str, Any]] = [{"article_id": article.id, "title": article.title} for article in batch]
            chunks = self._splitter.create_documents([article.text for article in batch], places)
            split = time.perf_counter()
            texts = [chunk.page_content for chunk in chunks]
            vectors = np.asarray(self.model.encode_document(texts, batch_size=32, show_progress_bar=False))
            embedded = time.perf_counter()
            for at in range(0, len(chunks), _BATCH):
                part = chunks[at : at + _BATCH]
                self._chunks.add(
                    ids=[f"{chunk.metadata['article_id']}:{chunk.metadata['start_index']}" for chunk in part],
                    embeddings=vectors[at : at + _BATCH],
                    documents=[chunk.page_content for chunk in part],
                    metadatas=[chunk.metadata for chunk in part],
                )
            self.seconds["split"] += split - began
            self.seconds["embed"] += embedded - split
            self.seconds["write"] += time.perf_counter() - embedded
            added += len(chunks)
        return added

    def find(self, question: str, count: int = 10) -> list[Chunk]:
        """The `count` chunks nearest to `question`, best first."""
        vector = np.asarray(self.model.encode_query(question, show_progress_bar=False))
        found = self._chunks.query(query_embeddings=[vector], n_results=count, include=["metadatas", "documents"])
        (documents,), (metadatas,) = found["documents"] or [[]], found["metadatas"] or [[]]
        return [
            Chunk(str(m["article_id"]), int(str(m["start_index"])), int(str(m["start_index"])) + len(text))
            for text, m in zip(documents, metadatas, strict=True)
        ]


def model() -> SentenceTransformer:
    """The bundled weights in float32, as a tutorial would load them from the hub."""
    return SentenceTransformer(
        modules=[E5Encoder(read(packed_file()), torch.float32)], prompts=E5_PROMPTS, device="cpu"
    )
