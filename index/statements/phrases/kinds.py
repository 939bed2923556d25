"""What kind of source a phrase names, and its gender and number."""

from __future__ import annotations

from typing import Final

from index.statements.lexicon import grammar, nouns, places
from index.statements.morphology import masdar_like
from index.statements.phrases.heads import is_title
from index.statements.phrases.names import bare_name
from index.statements.tokens import MARKS, Tokens


def kind_of(
    tokens: Tokens, head: str, start: int, end: int, name: tuple[int, int] | None, role: tuple[int, int] | None
) -> str:
    """person, organization, anonymous or document, by the head and whether a name or role was found."""
    words = tokens.words
    stem = head[2:] if head.startswith("ال") else head
    if head in MARKS and start + 1 < end:
        return kind_of(tokens, words[start + 1], start + 1, end, name, role) if name is None else "person"
    anonymous = nouns("anonymous")
    if stem in anonymous and name is None:
        return "anonymous"
    if stem in nouns("document") and not is_title(head):
        return "document"
    if name is not None:
        return "person"
    if head in _BODIES:
        return "organization"
    if is_title(head):
        following = words[start + 1] if start + 1 < end else ""
        indefinite = not head.startswith("ال") and (not following or tokens.raw(start + 1)[:2] != "ال")
        if indefinite and stem in _INDEFINITE and (not following or following.endswith("ي") or following in _QUALITIES):
            return "anonymous"
        return "person"
    if stem in nouns("organization") or stem in nouns("media") or head in places() or stem in places():
        return "organization"
    if role is not None:
        return "person"
    if end - start == 1 and words[start] in tokens.surnames:
        return "person"
    if end - start == 1 and masdar_like(tokens.raw(start).removeprefix("ال")):
        return "organization"  # التكتل, الائتلاف
    return "person" if bare_name(tokens, start, end) else "organization"


_BODIES: Final = grammar("bodies")
_INDEFINITE: Final = grammar("indefinite")
_QUALITIES: Final = grammar("qualities")
_FEMININE: Final = grammar("feminine")
_PLURAL: Final = grammar("plural")
_FEMALE: Final = grammar("female")
_MALE_WITH_TA: Final = frozenset(
    [
        "حمزه",
        "اسامه",
        "خليفه",
        "معاويه",
        "عبيده",
        "قتيبه",
        "طلحه",
        "عطيه",
        "جمعه",
        "حذيفه",
        "عروه",
        "حمه",
        "علامه",
        "عكرمه",
        "سلامه",
        "عماره",
        "نعمه",
        "جوده",
        "داعيه",
        "حجه",
        "مصطفي",
        "موسي",
        "عيسي",
        "يحيي",
        "مرتضي",
        "علاء",
        "بهاء",
        "ضياء",
        "رجائي",
        "براء",
    ]
)


def agreement_of(tokens: Tokens, start: int, kind: str, name: tuple[int, int] | None) -> tuple[str, str]:
    """Gender (m or f) and number (s or p) that the phrase asks of its verb."""
    if tokens.words[start] in ("ذات", "نفس") and start + 1 < len(tokens) and name is None:
        start += 1  # ذات المسؤول
    head, raw = tokens.words[start], tokens.raw(start)
    stem = head[2:] if head.startswith("ال") else head
    if name is not None and name[0] == start:
        last = raw.endswith(("ة", "اء", "ى")) and head not in _MALE_WITH_TA
        female = head in _FEMALE or last
        return ("f" if female else "m"), "s"
    if stem in _PLURAL:
        return "m", "p"
    if stem in _FEMININE or head in _FEMININE:
        return "f", "s"
    female = raw.endswith(("ته", "تها")) and is_title(head)  # نظيرته
    if female or (raw.endswith("ة") and head not in _MALE_WITH_TA):
        return "f", "s"
    if raw.endswith("ات"):
        return "f", "p" if kind == "person" else "s"
    if raw.endswith("ون"):
        return "m", "p"
    return "m", "s"
