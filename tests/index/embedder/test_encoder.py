from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer

from index.embedder import Embedder

pytestmark = pytest.mark.model

TEXTS = [
    "أعلنت رئيسة الوزراء، مساء الخميس، تأجيل الانتخابات البلدية إلى 14 مارس/آذار المقبل.",
    'ونقلت الوكالة عن مصدر أمني قوله "إن التحقيق لا يزال جاريا".',
    "الأممالمتحدة:مقتل 3 مدنيين...",
    "صادرات النفط ارتفعت ٣٫٥٪ في الربع الثاني",
    "COP30: اتفاق (مؤقت) بين باريس وبرلين",
    "كلمة",
]


@pytest.fixture(scope="module")
def encoder() -> SentenceTransformer:
    from index.embedder import E5_PROMPTS
    from index.embedder.encoder import E5Encoder
    from index.embedder.packed import packed_file, read

    return SentenceTransformer(modules=[E5Encoder(read(packed_file()))], prompts=E5_PROMPTS, device="cpu")


@pytest.fixture(scope="module")
def engine() -> SentenceTransformer:
    from index.embedder.bundled import bundled

    return bundled("engine", "engine").model


def tokens_of(model: SentenceTransformer) -> Callable[[str], int]:
    return Embedder("under test", model).token_count


def test_tokens_are_the_engines(encoder: SentenceTransformer, engine: SentenceTransformer) -> None:
    counts = [tokens_of(encoder)(text) for text in TEXTS]
    assert counts == [tokens_of(engine)(text) for text in TEXTS]
    assert tokens_of(encoder)("") == 0


def test_float32_vectors_are_the_engines(encoder: SentenceTransformer, engine: SentenceTransformer) -> None:
    agreement = (encoder.encode_document(TEXTS) * engine.encode_document(TEXTS)).sum(axis=1)
    assert agreement.min() > 0.9995


def test_a_text_of_several_windows_is_read_whole(encoder: SentenceTransformer, engine: SentenceTransformer) -> None:
    long = " ".join(TEXTS[:5]) * 14
    texts = [long, TEXTS[1], long + " فاز الفريق بالمباراة." * 30]
    assert tokens_of(encoder)(long) == tokens_of(engine)(long) > 1000
    vectors = encoder.encode_document(texts)
    assert (vectors * engine.encode_document(texts)).sum(axis=1).min() > 0.9995
    # What stands after the first window counts.
    assert float(vectors[0] @ vectors[2]) < 0.999


def test_a_batch_gives_what_each_text_gives_alone(encoder: SentenceTransformer) -> None:
    together = encoder.encode_document(TEXTS, batch_size=6)
    assert np.allclose(together, np.stack([encoder.encode_document(text) for text in TEXTS]), atol=1e-5)


def test_threads_get_the_vectors_that_one_thread_gets(encoder: SentenceTransformer) -> None:
    alone = encoder.encode_document(TEXTS)
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(encoder.encode_document, TEXTS * 3))
    assert np.allclose(np.stack(together), np.concatenate([alone] * 3), atol=1e-5)
