"""The bundled model's tokenizer: XLM-R's unigrams over the vocabulary that is packed with the weights."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from tokenizers import Encoding, Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from index.embedder.packed import PackedModel

_CONTROLS = "[\x01-\x08\x0b\x0e-\x1f\x7f\x8f\x9f]"
_BLANKS = "[\u1680\u200b-\u200f\u2028\u2029\u2581\ufeff\ufffd]"


def tokenizer(packed: PackedModel) -> Tokenizer:
    """The tokenizer of `packed`.

    It cuts what is longer than the model's window: the rest is in ``overflowing`` of what it gives.
    """
    vocabulary = list(zip(packed.pieces, packed.scores, strict=True))
    made = Tokenizer(models.Unigram(vocabulary, unk_id=packed.unknown, byte_fallback=False))
    made.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(_CONTROLS), ""),
            normalizers.Replace(Regex(_BLANKS), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    made.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(prepend_scheme="always")]
    )
    made.post_processor = processors.TemplateProcessing(single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)])
    made.enable_truncation(packed.positions)
    return made


def windows(made: Tokenizer, texts: Sequence[str]) -> list[list[list[int]]]:
    """The token ids of every window of every text; a text within the model's window has one."""
    return [[window.ids for window in _all(whole)] for whole in made.encode_batch_fast(list(texts))]


def placed_windows(made: Tokenizer, text: str) -> list[tuple[list[int], list[tuple[int, int]]]]:
    """The windows of one text, each with the characters ``[start, end)`` of `text` that its tokens stand for."""
    return [(window.ids, window.offsets) for window in _all(made.encode(text))]


def token_counts(made: Tokenizer, texts: Sequence[str]) -> list[int]:
    """Tokens of each text alone, without special tokens and without the model's limit."""
    encoded = made.encode_batch_fast(list(texts), add_special_tokens=False)
    return [sum(len(window.ids) for window in _all(whole)) for whole in encoded]


def _all(whole: Encoding) -> chain[Encoding]:
    return chain((whole,), whole.overflowing)
