"""Understanding a question: what is searched for, and which earlier question it leans on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from index.arabic.analyser import tokens
from index.arabic.normal import clean, fold

# Folded. A question that opens with "and" goes on from the one before: ومن رد عليه؟ ولأي وسيلة صرح بذلك؟ وفي أي برنامج؟
_GOES_ON: Final = re.compile(
    r"^\s*[وف](?:ل|ب|عن|ع|في|الي|علي|من|حول|منذ|حتي|ك)?\s?(?:ماذا|ما|من|متي|اين|وين|كيف|كم|هل|لماذا|لم|اي|ايه|مين|شنو|ليش|ايش)\b"
)
# Words that point back at what was said before.
_POINTS_BACK: Final = re.compile(
    r"\b[بلكو]?(?:ذلك|ذاك|نفسه|نفسها|كلامه|كلامها|قوله|قولها|تصريحه|تصريحها|رده|ردها|عليه|عليها|عنه|عنها|له|لها|وقتها|حينها)\b"
)
_FEW: Final = 5  # words left of a question that leans on another one for its topic


@dataclass(frozen=True, slots=True)
class Question:
    """A question as asked, and as searched for.

    `search` is the text that is embedded; `words` its analysed words, each once, in order.
    """

    asked: str
    search: str
    words: tuple[str, ...]


def understand(asked: str, history: Sequence[str] = ()) -> Question:
    """The question `asked`, after the earlier ones in `history` (oldest first).

    A follow-up ("وأين قال ذلك؟") names neither speaker nor topic: the last question that stands on its own does, and is
    searched along with it.
    """
    search = asked
    if leans_back(asked):
        base = next((earlier for earlier in reversed(history) if not leans_back(earlier)), None)
        search = f"{base} {asked}" if base else asked
    return Question(asked, search, tuple(dict.fromkeys(tokens(search))))


def leans_back(asked: str) -> bool:
    """Whether a question cannot be understood without the one before it."""
    folded, words = fold(clean(asked)), tokens(asked)
    if len(words) <= 1:
        return True
    return bool(_GOES_ON.match(folded)) or (len(words) <= _FEW and bool(_POINTS_BACK.search(folded)))
