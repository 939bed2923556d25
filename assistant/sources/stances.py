"""How a statement was said, in words: the stances of index/statements/lexicon/verbs.tsv as nouns, Arabic and English.

Nouns, since an Arabic verb would need to know whether a man, a woman or a body speaks.
"""

from __future__ import annotations

from typing import Final

STANCES: Final[dict[str, tuple[str, str]]] = {
    "say": ("قول", "said"),
    "add": ("إضافة", "added"),
    "announce": ("إعلان", "announced"),
    "stress": ("تأكيد", "stressed"),
    "explain": ("توضيح", "explained"),
    "opine": ("رأي", "opinion"),
    "deny": ("نفي", "denied"),
    "accuse": ("اتهام", "accused"),
    "warn": ("تحذير", "warned"),
    "demand": ("مطالبة", "demanded"),
    "commit": ("تعهّد", "pledged"),
    "ask": ("سؤال", "asked"),
    "answer": ("ردّ", "answered"),
    "praise": ("إشادة", "praised"),
    "regret": ("أسف", "regretted"),
    "relay": ("نقل عن غيره", "relayed"),
}


def stance_in_words(stance: str, language: str = "ar") -> str:
    """`stance` in the reader's language (ar or en); a stance that is not known here is given as it stands."""
    arabic, english = STANCES.get(stance, (stance, stance))
    return english if language == "en" else arabic
