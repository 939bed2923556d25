from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np
import pytest

if TYPE_CHECKING:
    from index.embedder.bundled import OnnxEmbedder

pytestmark = pytest.mark.model

TEXTS = [
    "أعلنت رئيسة الوزراء، مساء الخميس، تأجيل الانتخابات البلدية إلى 14 مارس/آذار المقبل.",
    'ونقلت الوكالة عن مصدر أمني قوله "إن التحقيق لا يزال جاريا".',
    "الأممالمتحدة:مقتل 3 مدنيين...",
    "صادرات النفط ارتفعت ٣٫٥٪ في الربع الثاني",
    "كلمة",
]


@pytest.fixture(scope="module")
def embedder() -> OnnxEmbedder:
    from index.embedder.bundled import OnnxEmbedder, bundled

    made = bundled("under test", "int8")
    assert isinstance(made, OnnxEmbedder)
    return made


def test_each_text_gets_the_vector_it_gets_alone_in_the_order_given(embedder: OnnxEmbedder) -> None:
    together = embedder.passages(TEXTS)
    assert together.dtype == np.float32 and np.linalg.norm(together, axis=1) == pytest.approx(1, abs=1e-6)
    assert np.allclose(together, np.concatenate([embedder.passages([text]) for text in TEXTS]), atol=1e-6)


def test_a_text_of_several_windows_is_read_whole(embedder: OnnxEmbedder) -> None:
    from index.embedder.bundled import bundled

    long = " ".join(TEXTS[:4]) * 17
    assert embedder.token_count(long) > 1000
    vectors = embedder.passages([long, long + " فاز الفريق بالمباراة." * 30])
    assert float(vectors[0] @ vectors[1]) < 0.999  # what stands after the first window counts
    assert float(vectors[0] @ bundled("under test", "engine").passages([long])[0]) > 0.999
    assert float(embedder.question(long) @ bundled("under test", "engine").question(long)) > 0.999


def test_an_empty_text_has_a_vector(embedder: OnnxEmbedder) -> None:
    assert np.linalg.norm(embedder.passages(["", "\u0640\u0640"]), axis=1) == pytest.approx(1, abs=1e-6)
    assert embedder.passages([]).shape == (0, 384)


def test_threads_get_the_vectors_that_one_thread_gets(embedder: OnnxEmbedder) -> None:
    alone = embedder.passages(TEXTS)
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(embedder.passages, [TEXTS] * 6))
    assert all(np.allclose(each, alone, atol=1e-6) for each in together)
