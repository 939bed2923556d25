"""The key of a name: what is left of it when spellings that mean the same are made one.

Hamza, ta marbuta and alif maqsura are folded, titles, quotation marks and the article ال dropped, أبو, أبي and أبا are
one and glued to what follows, as عبد is: "الدكتور عبد العزيز أبي زيد" and "عبدالعزيز أبوزيد" have one key.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from index.arabic.normal import clean, fold
from index.statements.lexicon import given_names
from index.statements.phrases.heads import is_title

_WORD: Final = re.compile(r"\w+")
_HONORIFICS: Final = frozenset(
    fold(word)
    for word in "السيد السيدة الدكتور الدكتورة د الأستاذ الأستاذة أ الشيخ الحاج الحاجة المهندس م السي سي".split()
)
_OF_A_TITLE: Final = frozenset("باسم عن في من لدي".split())  # الناطق باسم الجيش: no name follows
_FATHER: Final = frozenset(["ابو", "ابي", "ابا"])
_SON: Final = frozenset(["بن", "ابن"])
_GLUED_FATHER: Final = re.compile("^اب[ويا](?=ال|[^ال].{2})")  # أبوزيد, not أبولو
_DEFINITE: Final = 3  # letters that must be left when ال is dropped


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """The key of `name`, in Arabic or Latin letters; empty for a name without a letter.

    >>> name_key("الرئيس الباجي قايد السبسي") == name_key("الباجي قائد السبسي")
    True
    """
    return " ".join(words(name))


def words(name: str) -> tuple[str, ...]:
    """The words of the key of `name`, in order."""
    return of_folded(_WORD.findall(fold(clean(name)).lower()))


def of_folded(found: Sequence[str]) -> tuple[str, ...]:
    """The words of the key of a name whose words are folded already, in order."""
    return _of_folded(tuple(found))


@lru_cache(maxsize=1 << 14)
def _of_folded(found: tuple[str, ...]) -> tuple[str, ...]:
    while len(found) > 1 and _is_title(found[0]) and found[1] not in _OF_A_TITLE:
        found = found[1:]
    return tuple(_without_article(word) for word in _glued(found))


def _is_title(word: str) -> bool:
    if word in _HONORIFICS:
        return True
    # Only with the article: أمين is a title and a given name, الأمين العام the title.
    return word.startswith("ال") and is_title(word) and word not in given_names() and word[2:] not in given_names()


def _glued(found: Sequence[str]) -> list[str]:
    """أبو, عبد and their like, together with the word after them; بن as it is written most."""
    glued: list[str] = []
    following = iter(found)
    for word in following:
        if word in _FATHER or word in ("عبد", "ام"):
            after = next(following, "")
            glued.append(("ابو" if word in _FATHER else word) + after)
        elif word in _SON:
            glued.append("بن")
        else:
            glued.append(word)
    return glued


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) - 2 >= _DEFINITE else word
