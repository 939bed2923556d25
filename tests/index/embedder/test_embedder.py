from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from index.embedder import BUNDLED, Embedder, EmbedderError, load, resolve


class RecordingModel:
    """Stands in for a SentenceTransformer and notes what it was asked to encode."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, Any]] = []
        self.device = SimpleNamespace(type="cpu")
        self.tokenizer = SimpleNamespace(tokenize=lambda text, **_: text.split())

    def __getitem__(self, index: int) -> object:
        return object()

    def get_embedding_dimension(self) -> int:
        return 3

    def encode_document(self, texts: list[str], **options: Any) -> np.ndarray:
        assert not options["show_progress_bar"]
        self.seen.append(("document", texts))
        return np.ones((len(texts), 3))

    def encode_query(self, text: str, **options: Any) -> np.ndarray:
        assert not options["show_progress_bar"]
        self.seen.append(("query", text))
        return np.ones(3)


def test_passages_are_encoded_as_documents_and_questions_as_queries() -> None:
    model = RecordingModel()
    embedder = Embedder("recording", model)  # type: ignore[arg-type]
    vectors = embedder.passages(["قَالَ الناطـق", "نفى\x00المتحدث"])
    assert vectors.shape == (2, 3) and vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1)
    assert embedder.question("مَن نفى؟").shape == (3,)
    assert model.seen == [("document", ["قال الناطق", "نفى المتحدث"]), ("query", "من نفى؟")]


def test_no_passages_give_an_empty_matrix() -> None:
    model = RecordingModel()
    assert Embedder("recording", model).passages([]).shape == (0, 3)  # type: ignore[arg-type]
    assert model.seen == []


def test_tokens_are_counted_without_diacritics() -> None:
    embedder = Embedder("recording", RecordingModel())  # type: ignore[arg-type]
    assert embedder.token_count("قَالَ الناطـق بِاسم الحكومة") == 4


def test_a_missing_folder_is_named() -> None:
    with pytest.raises(EmbedderError, match=r"\./no-model-here: no such folder"):
        load("./no-model-here")


def test_a_name_is_resolved_as_a_store_records_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "e5").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    folder = str((tmp_path / "e5").resolve())
    assert [resolve("e5"), resolve("./e5"), resolve("~/e5"), resolve(folder)] == [folder] * 4
    assert resolve("intfloat/multilingual-e5-base") == "intfloat/multilingual-e5-base"
    assert resolve("~nobody-of-that-name/e5") == "~nobody-of-that-name/e5"
    monkeypatch.setattr("index.embedder.find_spec", lambda name: None)
    assert resolve(BUNDLED) == "intfloat/multilingual-e5-small"


def test_threads_take_turns_in_the_model() -> None:
    inside: list[str] = []
    most: list[int] = []

    class Model:
        device = SimpleNamespace(type="cpu")

        def encode_query(self, text: str, show_progress_bar: bool) -> list[float]:
            inside.append(text)
            most.append(len(inside))
            time.sleep(0.01)
            inside.pop()
            return [1.0, 0.0]

    embedder = Embedder("turns", cast(Any, Model()))
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(embedder.question, ["سؤال"] * 8))
    assert max(most) == 1


def test_importing_the_seam_imports_no_model_library() -> None:
    code = "import sys, index.embedder; print('torch' in sys.modules or 'sentence_transformers' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_tiny_embedder_puts_texts_that_share_words_near(tiny_embedder: Embedder) -> None:
    passages = tiny_embedder.passages(["أعلن وزير المالية خفض الضرائب", "فاز الفريق بكأس البطولة أمس"])
    question = tiny_embedder.question("من أعلن خفض الضّرائب؟")
    assert passages[0] @ question > 0.4 > passages[1] @ question
    assert np.linalg.norm(passages, axis=1) == pytest.approx(1)


@pytest.mark.model
def test_what_the_hub_cannot_give_is_one_line_that_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ISNAD_EMBEDDER", "no-such-owner/no-such-model")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(EmbedderError) as caught:
        load()
    message = str(caught.value)
    assert "no-such-owner/no-such-model" in message and "unset ISNAD_EMBEDDER" in message and "\n" not in message


@pytest.mark.model
def test_a_folder_that_holds_no_model_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(EmbedderError, match="cannot load the embedding model"):
        load(str(tmp_path))


@pytest.mark.model
def test_an_e5_folder_without_prompts_gets_those_it_was_trained_with(tmp_path: Path) -> None:
    folder = _random_bert(tmp_path / "multilingual-e5-small")
    embedder = load(str(folder))
    assert embedder.name == str(folder.resolve())
    assert (embedder.model.prompts["query"], embedder.model.prompts["document"]) == ("query: ", "passage: ")
    assert embedder.dimension == 8
    assert embedder.token_count("قال الوزير " * 400) == 800  # no limit, though the model stops at 64
    other = load(str(_random_bert(tmp_path / "another-model")))
    assert not any(other.model.prompts.values())


@pytest.mark.model
def test_an_unknown_engine_is_one_line_that_names_the_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ISNAD_ENGINE", "gpu")
    with pytest.raises(
        EmbedderError, match="ISNAD_ENGINE is 'gpu': unset it, or choose one of auto, int8, float32, torch, engine"
    ):
        load(BUNDLED)


@pytest.mark.model
def test_the_bundled_model_ranks_the_passage_that_answers_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ISNAD_EMBEDDER", raising=False)
    embedder = load()
    assert (embedder.name, embedder.dimension) == (BUNDLED, 384)
    passages = embedder.passages(
        ["قال وزير الصحة إن اللقاحات وصلت إلى المطار صباح الأحد.", "تأجلت مباراة القمة بسبب الأمطار الغزيرة.", ""]
    )
    assert np.linalg.norm(passages, axis=1) == pytest.approx(1, abs=1e-5)
    scores = passages @ embedder.question("متى وصلت اللقاحات؟")
    assert scores.argmax() == 0 and scores[0] > scores[1] + 0.03


def _random_bert(folder: Path) -> Path:
    from tokenizers import Tokenizer, models, pre_tokenizers
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    words = {"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "قال": 4, "الوزير": 5}
    tokenizer = Tokenizer(models.WordLevel(words, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]", model_max_length=64
    ).save_pretrained(folder)
    config = BertConfig(
        vocab_size=6, hidden_size=8, num_hidden_layers=1, num_attention_heads=2, intermediate_size=8,
        max_position_embeddings=64,
    )  # fmt: skip
    BertModel(config).save_pretrained(folder)
    return folder
