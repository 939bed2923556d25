from __future__ import annotations

import numpy as np
import pytest

from index.embedder import Embedder
from index.embedder.runs import SURROUNDINGS, embed

TEXT = "أكد الوزير أن الأسعار ستنخفض، ونفت النقابة ذلك."
SAID = (TEXT.index("الأسعار"), TEXT.index("،"))
DENIED = (TEXT.index("ذلك"), len(TEXT) - 1)


def test_an_embedder_that_reads_no_runs_is_given_their_words(tiny_embedder: Embedder) -> None:
    whole, parts = embed(tiny_embedder, [TEXT, "هطلت الأمطار."], [[SAID, DENIED], []])
    assert np.allclose(whole, tiny_embedder.passages([TEXT, "هطلت الأمطار."]))
    assert [part.shape for part in parts] == [(2, 64), (0, 64)]
    mixed = tiny_embedder.passages([TEXT[slice(*SAID)]])[0] + SURROUNDINGS * whole[0]
    assert np.allclose(parts[0][0], mixed / np.linalg.norm(mixed), atol=1e-6)


def test_nothing_to_embed(tiny_embedder: Embedder) -> None:
    whole, parts = embed(tiny_embedder, [], [])
    assert whole.shape == (0, 64) and parts == []


@pytest.mark.model
def test_a_run_is_read_within_its_passage() -> None:
    from index.embedder.bundled import bundled

    embedder = bundled("under test", "int8")
    whole, (parts,) = embed(embedder, [TEXT], [[SAID, DENIED, (0, len(TEXT)), (3, 3)]])
    assert np.allclose(whole, embedder.passages([TEXT]), atol=1e-5)
    assert np.linalg.norm(parts, axis=1) == pytest.approx(1, abs=1e-5)
    assert float(parts[2] @ whole[0]) > 0.99  # all of it, but for the tokens that frame it
    assert np.allclose(parts[3], whole[0], atol=1e-5)  # nothing of it
    question = embedder.question("هل ستنخفض الأسعار؟")
    assert float(parts[0] @ question) > float(parts[1] @ question)


@pytest.mark.model
def test_a_run_is_found_though_cleaning_moves_it() -> None:
    from index.embedder.bundled import OnnxEmbedder, bundled

    embedder = bundled("under test", "int8")
    assert isinstance(embedder, OnnxEmbedder)
    vocalised = TEXT.replace("الوزير", "الـوَزِيـرُ").replace("أكد", "أَكَّدَ")
    start = vocalised.index("الأسعار")
    moved = embedder.passages_and_runs([vocalised], [[(start, start + SAID[1] - SAID[0])]])[1]
    assert np.allclose(moved[0], embedder.passages_and_runs([TEXT], [[SAID]])[1][0], atol=1e-5)


@pytest.mark.model
def test_a_run_past_the_window_is_found() -> None:
    from index.embedder.bundled import bundled

    embedder = bundled("under test", "int8")
    long = f"{TEXT} " * 60
    start = long.rindex("الأسعار")
    whole, (parts,) = embed(embedder, [long], [[(start, start + SAID[1] - SAID[0])]])
    assert float(whole[0] @ embedder.passages([long])[0]) > 0.9999
    question = embedder.question("هل ستنخفض الأسعار؟")
    assert float(parts[0] @ question) > float(whole[0] @ question)
