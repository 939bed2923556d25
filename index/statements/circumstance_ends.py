"""Where a circumstance ends, and what of it tells a meeting with the press."""

from __future__ import annotations

from typing import Final

from index.statements import said_on
from index.statements.grammar import PUNCTUATION, RELATIVE, THAT, THEREIN
from index.statements.lexicon import grammar, nouns, places
from index.statements.morphology import bare, is_cue_word
from index.statements.phrases.heads import is_head, is_title
from index.statements.tokens import MARKS, Tokens

Run = tuple[int, int]
"""A half-open run of tokens."""
_SITES: Final = grammar("sites")
_ISSUED: Final = grammar("issued")
_AFTER_BI: Final = grammar("after bi")
_PRESS_MEETINGS: Final = grammar("press meetings")
_BRIEFINGS: Final = grammar("briefings")
_OF_THE_PRESS: Final = grammar("of the press")
_HELD: Final = grammar("held")


def press_meeting(tokens: Tokens, a: int, b: int) -> Run | None:
    """The words that name a meeting with the press within the occasion ``a:b``: it is a medium, too."""
    words = tokens.words
    for k in range(a, b):
        noun = bare(words[k])
        if noun in _PRESS_MEETINGS or noun.removesuffix("ا") in _PRESS_MEETINGS:
            stop = k + 1
            while stop < b and bare(words[stop]) in _OF_THE_PRESS:
                stop += 1
            return (k, stop) if stop > k + 1 or noun in _BRIEFINGS else None
    return None


def extended(tokens: Tokens, k: int, b: int) -> int:
    """The end of an occasion with the site that follows it behind a time or a verb.

    مؤتمر صحفي عقد أمس | بمقر الوزارة.
    """
    words = tokens.words
    j = k
    host = k
    while j < min(b, k + 9) and (
        said_on.is_time(words[j])
        or words[j] in _HELD
        or words[j] in RELATIVE
        or words[j] in ("،", "له", "لها")
        or words[j].isdigit()
    ):
        host = j + 4 if words[j] in _HELD and j + 1 < b and words[j + 1].startswith("ال") else host
        j += 1
        while j < min(host, b) and words[j].startswith("ال"):
            j += 1  # حفل أقامته السفارة | في عمان
    if j >= b or is_cue_word(tokens, j) is not None:
        return k
    word = words[j]
    at = word in ("في", "داخل") and j + 1 < b
    site = words[j + 1] if at else word[1:] if word[0] == "ب" else ""
    if site and (bare(site) in _SITES or site in places() or is_head(site, "organization")):
        return circumstance_end(tokens, j + 1 + at, b, medium=False)
    return k


def circumstance_end(tokens: Tokens, k: int, b: int, medium: bool) -> int:
    """Where the phrase ends: at a comma, a relative, a time, a subject or a circumstance of another kind."""
    words = tokens.words
    start = k
    while k < b and k - start < 14:
        word = words[k]
        if word in MARKS:
            close = tokens.closing.get(k)
            if close is None or close > b or k in tokens.unclosed:
                break
            k = close + 1
            continue
        if word in PUNCTUATION or word in RELATIVE or word in THAT or word in THEREIN:
            break
        if k > start and is_title(word) and not word.startswith("ال") and words[k - 1].startswith("ال"):
            break
        if (
            said_on.is_time(word)
            and word not in ("قبل", "بعد", "عام")
            and (word != "يوم" or (k + 1 < b and said_on.is_time(words[k + 1])))
        ):
            break
        form = is_cue_word(tokens, k)
        if form is not None and (form.joined or form.tense == "participle"):
            break
        if medium and word in _ISSUED and k + 1 < b and is_head(words[k + 1], "media"):
            k += 2  # مقال نشرته صحيفة
            continue
        if (
            word in _HELD
            or word in _ISSUED
            or word
            in (
                "خلال",
                "عقب",
                "اثر",
                "لدي",
                "بعد",
                "قبل",
                "اثناء",
                "بشان",
                "حول",
                "بخصوص",
                "تعليقا",
                "ردا",
                "عن",
                "ان",
                "للتعليق",
                "للحديث",
                "للرد",
            )
        ):
            break
        if (
            medium
            and k > start
            and word[0] == "ب"
            and (
                word.startswith("بال") or word[1:] in _AFTER_BI or word[1:] in nouns("occasion") or word[1:] in places()
            )
        ):
            break
        if (
            medium
            and word in ("في", "من", "علي")
            and k + 1 < b
            and words[k + 1] not in nouns("media")
            and words[k + 1] in nouns("occasion") | places() | nouns("time") | {"هامش"}
        ):
            break
        k += 1
    return k
