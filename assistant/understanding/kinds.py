"""What a question asks for, from its question word, the noun that this asks about, and the verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from assistant.understanding.frame import Frame, form_of
from assistant.understanding.lexicon import words as words_of
from assistant.understanding.typed import Typed

_MEDIUM: Final = words_of("mediums")
_OCCASION: Final = words_of("occasions")
_PLACE: Final = words_of("sorts of place")
_TIME: Final = words_of("sorts of time")
_PEOPLE: Final = words_of("sorts of speaker")
_AMOUNT: Final = words_of("amounts")
_CAUSE: Final = words_of("causes")
_MANNER: Final = words_of("manners")
_STANCE: Final = words_of("stances")
_NAME: Final = words_of("names")
_LISTING: Final = words_of("list (imperatives)")
_LISTED: Final = words_of("list (which)")
_SAYINGS: Final = words_of("sayings")
_COMPARING: Final = words_of("comparing")
_TIMELINE: Final = words_of("timeline")
_ORDER: Final = (
    ("التسلسل", "الزمني"),
    ("تسلسل", "زمني"),
    ("حسب", "التاريخ"),
    ("حسب", "الزمن"),
    ("ترتيب", "زمني"),
    ("الخط", "الزمني"),
    ("خط", "زمني"),
    ("بالترتيب", "الزمني"),
)
_DRIVES: Final = words_of("drives to")
_WORDS_OF: Final = words_of("words of somebody")
_IS: Final = words_of("being")
_TO_PEOPLE: Final = frozenset(["من", "who", "whom"])
_PREPOSITIONS: Final = words_of("prepositions (asking)")


def kind_of(typed: Typed, frame: Frame) -> tuple[str, str]:
    """The kind and the aspect of a question, as in :class:`assistant.understanding.question.Question`."""
    words = [word.folded for word in typed.words]
    kind = _special(words, frame)
    if kind:
        return kind, "said" if kind in ("stance", "compare", "timeline") else ""
    asks = frame.asker
    said = frame.form is not None or bool(frame.speech)
    if asks is None:
        if (
            words[frame.start] == "صاحب"
            and words[frame.start + 1 : frame.start + 2]
            and words[frame.start + 1] in _WORDS_OF
        ):
            return "who", "said"
        return ("list", "") if _lists(words, frame.start) else ("what", "said" if said else "")
    before = _before(words, asks.place, asks.clitic)
    rest = words[asks.place + 1 :]
    if asks.kind == "which":
        return _which(rest, before, frame)
    if asks.kind == "what" and rest and (found := _what_noun(rest, frame)) is not None:
        return found
    if asks.kind == "who":
        return _who(rest, before, frame, said)
    if asks.kind == "where":
        return "where", "place"
    if asks.kind == "when":
        return "when", "said" if said else "happened"
    if asks.kind == "how" and frame.form is not None and rest and form_of(rest[0]):
        return "what", "said"  # كيف وصف, كيف علق: the words are asked for
    if asks.kind == "what":
        return "what", "said" if said else "is" if rest and rest[0] in _IS else "did"
    if asks.kind == "how_many" and rest and rest[0] in ("مره", "مرات", "times"):
        return "how_many", "said" if said else ""
    return asks.kind, "said" if said and asks.kind in ("why", "how", "yes_no") else ""


def _special(words: Sequence[str], frame: Frame) -> str:
    first = words[frame.start :]
    if any(tuple(first[n : n + 2]) in _ORDER for n in range(len(first))):
        return "timeline"
    if set(first[:4]) & _TIMELINE and (frame.speech or frame.form or set(first) & _SAYINGS):
        return "timeline"
    opening = first[:5]
    if set(opening) & _COMPARING and (
        first[0] in _COMPARING or "بين" in first or "between" in first or "و" in first or "عن" in first
    ):
        return "compare"
    if "بين" in opening and set(first) & _STANCE and any(word.startswith(("وموقف", "وراي")) for word in first):
        return "compare"
    if sum(word in _STANCE for word in first) > 1 and any(word in ("وما", "وموقف", "وراي") for word in first):
        return "compare"
    asks = frame.asker
    if asks and asks.kind in ("what", "which") and set(words[asks.place + 1 : asks.place + 4]) & _STANCE:
        return "list" if set(words[asks.place + 1 : asks.place + 4]) & _LISTED else "stance"
    if (
        asks
        and asks.kind == "how"
        and set([w for w in words[asks.place + 1 :] if w not in _IS][:1]) & {"ينظر", "تنظر", "نظر", "موقف"}
    ):
        return "stance"
    if (asks is None or asks.kind == "what") and first[0] not in _LISTING and set(first[:2]) & _STANCE:
        return "stance"
    return ""


def _lists(words: Sequence[str], start: int) -> bool:
    first = words[start : start + 4]
    if not first:
        return False
    return (
        first[0] in _LISTING
        or (first[0] in _LISTED and bool(set(first) & _SAYINGS))
        or first[0] in ("قائمه", "لائحه", "لايحه")
    )


def _which(rest: Sequence[str], before: str, frame: Frame) -> tuple[str, str]:
    said = frame.form is not None
    noun = next((word for word in rest[:2] if word not in _IS), "")
    noun = noun.removeprefix("ال") if len(noun) > 5 else noun
    if noun in _TIME:
        return "when", "said" if said else "happened"
    if before:
        for aspect, nouns in (("medium", _MEDIUM), ("occasion", _OCCASION), ("place", _PLACE)):
            if noun in nouns:
                return "where", aspect
        if noun in _MANNER:
            return "how", "said" if said else ""
        if noun in _CAUSE:
            return "why", ""
        return "which", ""
    if noun in _PEOPLE:
        return "who", "said" if said or frame.form else "did"
    return "which", ""


def _what_noun(rest: Sequence[str], frame: Frame) -> tuple[str, str] | None:
    """What is asked for by ما and a noun; None where the noun tells nothing."""
    after = [word for word in rest[:4] if word not in _IS]
    if not after:
        return None
    noun = after[0]
    if noun in ("الذي", "اللي") and after[1:] and after[1] in _DRIVES:
        return "why", ""
    bare = noun.removeprefix("ال") if len(noun) > 4 else noun
    if form_of(noun) and frame.verb is not None:
        return None
    if noun in _LISTED or (noun in _SAYINGS and noun.endswith("ات")):
        return "list", "said"
    for kind, nouns in (("how_many", _AMOUNT), ("why", _CAUSE), ("which", _NAME), ("how", _MANNER)):
        if noun in nouns or bare in nouns:
            return kind, ""
    if bare in _TIME and bare not in ("يوم", "فتره"):
        return "when", "said" if frame.form else "happened"
    if bare in ("مكان", "موقع", "place"):
        return "where", "place"
    if bare in _OCCASION | _MEDIUM and noun != bare and frame.form is None:
        return "which", ""
    if bare in _PEOPLE and noun != bare:
        return ("who", "said") if frame.form else ("which", "")
    if noun.startswith("ال") and noun not in ("الذي", "التي", "اللي", "الي"):
        return "what", "said" if frame.form else "is"
    return None


def _who(rest: Sequence[str], before: str, frame: Frame, said: bool) -> tuple[str, str]:
    asks = frame.asker
    if asks and (asks.clitic in ("ل", "ول") or before in ("الي", "to", "مع")) and frame.form is not None:
        return "where", "medium"  # لمن صرح بذلك
    if rest and rest[0] == "هم":
        return "list", "said" if frame.form is not None else "is"
    if frame.form is not None:
        return "who", "said"
    relative = any(word in ("الذي", "التي", "اللي", "الي", "الذين") for word in rest)
    if rest and rest[0] in _IS and not relative:
        return "who", "is"
    return "who", "said" if said and not rest else "did"


def _before(words: Sequence[str], place: int, clitic: str) -> str:
    """The preposition before a question word, apart or written to it; empty if there is none."""
    if clitic in ("ب", "ل", "ع", "وب", "ول", "فب", "فل"):
        return clitic[-1]
    word = words[place - 1] if place else ""
    word = word[1:] if word[:1] in "وف" and word[1:] in _PREPOSITIONS else word
    return word if word in _PREPOSITIONS else ""
