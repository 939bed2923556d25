from __future__ import annotations

from pathlib import Path
from typing import Any


def test_texts_pass_as_they_are_and_the_prompt_says_what_they_are(tmp_path: Path) -> None:
    from index.embedder.whole_texts import WholeTexts

    class Nothing(WholeTexts):
        def forward(self, features: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
            return features

    module = Nothing()  # type: ignore[no-untyped-call]
    assert module.preprocess(["من نفى؟"], prompt="query: ") == {"texts": ["من نفى؟"], "is_query": True}
    assert module.preprocess(["نفى الوزير", 5], prompt="passage: ") == {"texts": ["نفى الوزير", "5"], "is_query": False}
    assert not module.preprocess(["نفى"])["is_query"]
    assert module.max_seq_length is None
    module.save(str(tmp_path))
    assert list(tmp_path.iterdir())  # the configuration, and no weights
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) < 1000
