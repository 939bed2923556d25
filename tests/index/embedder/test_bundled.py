from __future__ import annotations

import logging

import numpy as np
import pytest

pytestmark = pytest.mark.model


def test_both_engines_give_the_same_vectors() -> None:
    from index.embedder.bundled import bundled_model

    texts = [
        "نفت هيئة الطيران المدني، في بيان مقتضب الاثنين، تعليق الرحلات إلى المدينة.",
        "الحكم بالسجن 5 سنوات على مسؤول سابق/ عاجل",
        "وقالت لـ«الصحيفة»: لم نتلق ردا.وأضافت أن الاجتماع أرجئ",
    ]
    in_torch, in_engine = bundled_model("torch"), bundled_model("engine")
    documents = in_torch.encode_document(texts) * in_engine.encode_document(texts)
    assert documents.sum(axis=1).min() > 0.999
    assert float(in_torch.encode_query(texts[1]) @ in_engine.encode_query(texts[1])) > 0.999


def test_an_encoder_that_disagrees_gives_way_to_the_engine(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from index.embedder import bundled
    from index.embedder.engine import E5Engine
    from index.embedder.packed import packed_file, read

    whole = read(packed_file())
    spoilt = {name: np.zeros_like(blocks) if name == "l3.fo.w" else blocks for name, blocks in whole.matrices.items()}
    object.__setattr__(whole, "matrices", spoilt)
    monkeypatch.setattr(bundled, "read", lambda path: whole)
    with caplog.at_level(logging.WARNING):
        model = bundled.bundled_model()
    assert isinstance(model[0], E5Engine)
    assert "slower engine: PyTorch's vectors agree with the engine's to 0." in caplog.text
    with pytest.raises(bundled.DisagreementError):
        bundled.bundled_model("torch")


def test_weights_of_an_unknown_format_give_way_to_the_engine(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from index.embedder import bundled
    from index.embedder.engine import E5Engine

    other = tmp_path_factory.mktemp("weights") / "other.bin"
    other.write_bytes(b"GGUF" + bytes(64))
    monkeypatch.setattr(bundled, "packed_file", lambda: other)
    assert isinstance(bundled.bundled_model()[0], E5Engine)
    assert "is not a packed e5 model" in caplog.text


def test_an_unknown_engine_is_refused() -> None:
    from index.embedder.bundled import bundled_model

    with pytest.raises(ValueError, match="choose one of auto, torch, engine"):
        bundled_model("gpu")
