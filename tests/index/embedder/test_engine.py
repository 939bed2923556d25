from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

pytestmark = pytest.mark.model

SENTENCES = [
    "قال المتحدث باسم البلدية إن الطريق سيفتح غدا.",
    "أكدت الوزارة ارتفاع الصادرات بنسبة 12,5 في المئة",
    "نفى النادي ما أشيع عن رحيل المدرب؛ ولم يضف شيئا",
    "«لن نتراجع»",
]


def test_vectors_equal_the_engines_own() -> None:
    from index.embedder.bundled import bundled
    from index.embedder.engine import E5Engine

    model = bundled("engine", "engine").model
    module = model[0]
    assert isinstance(module, E5Engine)
    documents = model.encode_document(SENTENCES, batch_size=2)
    assert np.allclose(documents, module.engine.passage(SENTENCES), atol=1e-6)
    assert np.allclose(model.encode_query(SENTENCES[0]), module.engine.query(SENTENCES[0]), atol=1e-6)


def test_tokens_are_counted_without_prefix_and_specials() -> None:
    from index.embedder.engine import E5Engine

    module = E5Engine()
    assert [module.token_count(text) for text in ("", "  ", "a", "قال", "قال الوزير")] == [0, 0, 1, 1, 2]


def test_threads_get_the_vectors_that_one_thread_gets() -> None:
    from index.embedder.bundled import bundled

    model = bundled("engine", "engine").model
    alone = [model.encode_query(text) for text in SENTENCES]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(model.encode_query, SENTENCES * 5))
    assert np.allclose(np.stack(together), np.stack(alone * 5), atol=1e-6)
