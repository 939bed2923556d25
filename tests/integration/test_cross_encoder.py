"""A real cross-encoder, small and with weights drawn at random, made here and read from its folder, offline."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.answering.cross_encoder import Reranker, RerankerError, load
from assistant.answering.lines import lines
from assistant.assistant import Assistant
from index.store import Store

pytestmark = pytest.mark.model

QUESTIONS = ("من نفى وجود تشققات في سد وادي الخرار؟", "متى أقال نجم تيزران مدربه ماركو بيليني؟")
_POSITIONS = 48  # fewer tokens than title and line often have together
Maker = Callable[..., Path]


@pytest.fixture(scope="module")
def made(sample_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Maker:
    """Writes a BERT of one layer over the words of the samples to a folder, with so many scores, or without any."""
    import torch
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import BertConfig, BertForSequenceClassification, BertModel, PreTrainedTokenizerFast

    normal, cut = normalizers.BertNormalizer(), pre_tokenizers.BertPreTokenizer()
    texts = [normal.normalize_str(one.text) for one in sample_store.catalogue.articles()]
    words = sorted({word for text in texts for word, _ in cut.pre_tokenize_str(text)})
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    vocabulary = {piece: number for number, piece in enumerate([*special, *words])}
    pieces = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    pieces.normalizer, pieces.pre_tokenizer = normal, cut
    pieces.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[(mark, vocabulary[mark]) for mark in ("[CLS]", "[SEP]")],
    )

    def make(scores: int) -> Path:
        folder = tmp_path_factory.mktemp("model")
        torch.manual_seed(0)
        config = BertConfig(
            vocab_size=len(vocabulary),
            hidden_size=16,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=32,
            max_position_embeddings=_POSITIONS,
            initializer_range=0.5,
        )
        config.num_labels = max(scores, 1)
        (BertForSequenceClassification(config) if scores else BertModel(config)).save_pretrained(folder)
        tokenizer: Any = PreTrainedTokenizerFast  # untyped
        tokenizer(
            tokenizer_object=pieces,
            model_input_names=["input_ids", "token_type_ids", "attention_mask"],
            **{f"{mark[1:-1].lower()}_token": mark for mark in special},
        ).save_pretrained(folder)
        return folder

    return make


@pytest.fixture(scope="module")
def folder(made: Maker) -> Path:
    return made(1)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def refuse(*arguments: object, **options: object) -> None:
        raise OSError("the test has no network")

    monkeypatch.setattr("socket.socket.connect", refuse)
    yield


def loaded(folder: Path) -> Reranker:
    found = load(str(folder))
    assert found
    return found


def test_its_scores_are_the_models_own_for_question_then_line(folder: Path, sample_assistant: Assistant) -> None:
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    found = sample_assistant.search(QUESTIONS[0])
    asked, hits = found.question.search, found.hits[:2]
    near = lines(sample_assistant.store, hits, sample_assistant.store.embedder.question(asked))
    tokenizer, model = (kind.from_pretrained(folder) for kind in (AutoTokenizer, AutoModelForSequenceClassification))

    def logit(first: str, second: str) -> float:
        with torch.inference_mode():
            return float(
                model(**tokenizer(first, second, truncation=True, max_length=_POSITIONS, return_tensors="pt")).logits
            )

    texts = [f"{line.article.title}\n{line.text}" for line in near]
    scores = loaded(folder).scores(asked, near)
    assert scores == pytest.approx([logit(asked, text) for text in texts], abs=1e-4)
    assert np.ptp(scores) > 0.1  # the lines differ, so their order is tested too
    assert not np.allclose(scores, [logit(text, asked) for text in texts], atol=1e-2)


def test_answers_keep_their_contract(
    folder: Path, sample_assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ISNAD_RERANKER_WEIGHT", "20")
    store = sample_assistant.store
    other = Assistant(store, reranker=loaded(folder))
    changed = 0
    for question in (*QUESTIONS, *sample_assistant.examples()):
        found = other.search(question)
        before, after = sample_assistant._ranked(found), other._ranked(found)
        assert {one.line.span for one in before} == {one.line.span for one in after}
        changed += before[0].line != after[0].line
        answer = other.ask(question)
        assert answer.refused or answer.citations
        for number, citation in enumerate(answer.citations, start=1):
            article = store.catalogue.article(citation.article_id)
            assert article and citation.span.of(article.text) == citation.quote != ""
            assert f"[{number}]" in answer.text
        assert list(other.stream(question))[-1].text == answer.text
    assert changed > 0  # what it says at random, and with such a weight, overturns some


def test_an_encoder_that_scores_no_pairs_is_refused(made: Maker) -> None:
    with pytest.raises(RerankerError, match="without a part that scores pairs: set ISNAD_RERANKER"):
        load(str(made(0)))


def test_a_classifier_is_refused(made: Maker) -> None:
    with pytest.raises(RerankerError, match="gives 3 numbers for a pair"):
        load(str(made(3)))


def test_a_folder_without_a_model_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    with pytest.raises(RerankerError, match=r"cannot load the cross-encoder .*unset ISNAD_RERANKER") as raised:
        load(str(tmp_path))
    assert "\n" not in str(raised.value)


def test_a_name_of_the_hub_without_a_network_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(RerankerError, match=r"cannot load the cross-encoder 'nobody/has-it'.*local folder") as raised:
        load("nobody/has-it")
    assert "\n" not in str(raised.value)
