from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


def test_a_long_text_has_several_windows_and_all_its_tokens_are_counted() -> None:
    from index.embedder.packed import packed_file, read
    from index.embedder.tokenizer import token_counts, tokenizer, windows

    made = tokenizer(read(packed_file()))
    short, long = "قال الوزير", "قال الوزير إن الأسعار ستنخفض. " * 100
    (one,), several = windows(made, [short, long])
    assert one[0] == 0 and one[-1] == 2 and len(one) == token_counts(made, [short])[0] + 2
    assert len(several) > 1 and max(map(len, several)) == 512
    assert sum(len(window) - 2 for window in several) == token_counts(made, [long])[0]
    assert token_counts(made, [""]) == [0]
