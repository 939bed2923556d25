from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

pytestmark = pytest.mark.model

TEXTS = [
    "نفت هيئة الطيران المدني، في بيان مقتضب الاثنين، تعليق الرحلات إلى المدينة.",
    "الحكم بالسجن 5 سنوات على مسؤول سابق/ عاجل",
    "وقالت لـ«الصحيفة»: لم نتلق ردا.وأضافت أن الاجتماع أرجئ",
]


@pytest.mark.parametrize("engine", ["int8", "float32", "torch"])
def test_whatever_it_runs_in_gives_the_engines_vectors(engine: str) -> None:
    from index.embedder.bundled import bundled

    other, own = bundled("under test", engine), bundled("under test", "engine")
    assert (other.passages(TEXTS) * own.passages(TEXTS)).sum(axis=1).min() > 0.999
    assert float(other.question(TEXTS[1]) @ own.question(TEXTS[1])) > 0.999
    assert [other.token_count(text) for text in TEXTS] == [own.token_count(text) for text in TEXTS]


def test_the_choice_is_made_once(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from index.embedder.bundled import ENGINES, bundled
    from index.embedder.choice import kept

    monkeypatch.setenv("ISNAD_CACHE", str(tmp_path))
    said: list[str] = []
    first = bundled("under test", say=said.append)
    assert said[0].startswith("preparing the embedding model") and "passages a second" in said[-1]
    choice = kept()
    assert choice is not None and choice.engine in ENGINES and set(choice.rates) == set(choice.agreements)
    said.clear()
    second = bundled("under test", say=said.append)
    assert said == []
    assert np.allclose(first.passages(TEXTS), second.passages(TEXTS), atol=1e-3)


def test_the_model_is_one_of_sentence_transformers_as_well() -> None:
    from index.embedder.bundled import bundled

    embedder = bundled("under test", "int8")
    plain = [text.replace("ـ", "") for text in TEXTS]  # cleaning is the embedder's part
    assert np.allclose(embedder.model.encode_document(plain), embedder.passages(TEXTS), atol=1e-6)
    assert np.allclose(embedder.model.encode_query(TEXTS[0]), embedder.question(TEXTS[0]), atol=1e-6)
    assert embedder.model.get_embedding_dimension() == embedder.dimension == 384


def test_embedding_does_without_pytorch() -> None:
    code = (
        "import sys; from index.embedder.bundled import bundled; bundled('x', 'int8').encoder.passages(['كلمة']);"
        "print('torch' in sys.modules or 'sentence_transformers' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_an_encoder_that_disagrees_gives_way_to_the_engine(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    from index.embedder import bundled
    from index.embedder.choice import DisagreementError
    from index.embedder.packed import packed_file, read

    whole = read(packed_file())
    spoilt = {name: np.zeros_like(blocks) if name == "l3.fo.w" else blocks for name, blocks in whole.matrices.items()}
    object.__setattr__(whole, "matrices", spoilt)
    monkeypatch.setattr(bundled, "read", lambda path: whole)
    monkeypatch.setenv("ISNAD_CACHE", str(tmp_path))
    with caplog.at_level(logging.WARNING):
        embedder = bundled.bundled("under test", say=lambda _: None)
    assert not isinstance(embedder, bundled.OnnxEmbedder)
    assert "slower engine: its vectors agree with the engine's to {'int8': 0." in caplog.text
    with pytest.raises(DisagreementError, match="as torch its vectors agree with the engine's to 0"):
        bundled.bundled("under test", "torch")


def test_weights_of_an_unknown_format_give_way_to_the_engine(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    from index.embedder import bundled

    other = tmp_path / "other.bin"
    other.write_bytes(b"GGUF" + bytes(64))
    monkeypatch.setattr(bundled, "packed_file", lambda: other)
    embedder = bundled.bundled("under test")
    assert not isinstance(embedder, bundled.OnnxEmbedder)
    assert "is not a packed e5 model" in caplog.text
    assert embedder.passages(TEXTS).shape == (3, 384)


def test_an_unknown_engine_is_refused() -> None:
    from index.embedder.bundled import bundled

    with pytest.raises(ValueError, match="choose one of auto, int8, float32, torch, engine"):
        bundled("under test", "gpu")
