"""Where a personal name begins and ends, without a tagger.

A given name begins it; else the bare words after the last definite one of a title do. It ends with its surname, at a
mark, a title, a circumstance or a clause.
"""

from __future__ import annotations

import re
from typing import Final

from index.arabic.normal import fold
from index.statements.grammar import PUNCTUATION, THAT, THAT_AFTER_FRONT, THAT_WITH_BI
from index.statements.lexicon import forms, given_names, grammar, nouns, places
from index.statements.morphology import PREFIXED_AL, bare, masdar_like
from index.statements.phrases.heads import is_head, is_title
from index.statements.tokens import Tokens

_COMPOUND_SECOND: Final = frozenset(fold(w) for w in "الدين الله الرحمن الرحمان الإسلام الزهراء".split())
_KUNYA: Final = grammar("kunya")
_LONGEST_NAME: Final = 5
_LIKE_MASDAR: Final = grammar("like masdar")
_SPOKESMEN: Final = grammar("spokesmen")


def glued(word: str) -> bool:
    """Whether the word is a name such as عبدالله, which the Gulf and Egypt write in one."""
    return (word.startswith("عبدال") and len(word) > 6) or (word.endswith(("الله", "الدين")) and len(word) > 5)


def begins_name(tokens: Tokens, i: int, end: int) -> bool:
    """Whether a personal name begins at token `i` by its given name."""
    if i >= end:
        return False
    word = tokens.words[i]
    if word == "باسم" and i and bare(tokens.words[i - 1]) in _SPOKESMEN:
        return False  # المتحدثة باسم الشركة
    if word in given_names():
        return True
    if glued(word):
        return True
    if word == "رجب":
        return i + 1 < end and tokens.words[i + 1] == "طيب"
    if word == "علي":
        return not tokens.is_ala(i) and i + 1 < end
    if i + 1 < end and tokens.words[i + 1] in ("الدين", "الله") and not is_head(word, "organization"):
        return (
            not word.startswith(("ال", "ب", "ل"))
            and word.isalpha()
            and word not in ("عند", "باذن", "رسول", "كتاب", "سبيل", "حزب", "انصار", "علوم", "رجال", "علماء", "اصول")
        )
    if word in ("بن", "ابن") and i + 1 < end and tokens.words[i + 1] not in PUNCTUATION:
        before = tokens.words[i - 1] if i else "."
        opened = before in PUNCTUATION or before in forms() or is_title(before)
        return opened and word == "بن"  # قالت بن الشيخ
    if word == "عبد":
        return i + 1 < end and tokens.words[i + 1].startswith("ال")
    return word in ("ابو", "ابي") and i + 1 < end and tokens.words[i + 1] not in PUNCTUATION


_TITLES_IN_NAMES: Final = grammar("titles in names")
_SURNAME_TITLES: Final = grammar("surname titles")


def _name_may_end(tokens: Tokens, k: int, end: int) -> bool:
    """Whether a name may end before token `k`: at a mark, a circumstance, a clause, the end of the phrase."""
    if k >= end:
        return True
    word = tokens.words[k]
    ends = word in PUNCTUATION or word in nouns("adjunct") or word in nouns("time") or word in THAT | THAT_WITH_BI
    return ends or is_title(word) or (word[:1] in "ول" and len(word) > 3)


def name_end(tokens: Tokens, i: int, end: int, object_follows: bool = False) -> int:
    """Where the name that begins at token `i` ends (at most at `end`).

    With `object_follows`, a definite word after a given name and a surname is no part of it: إلياس الغربي | المسؤولية.
    """
    words = tokens.words
    k, parts, surnames = i, 0, 0
    while k < end and k - i < _LONGEST_NAME + 2:
        word = words[k]
        if word == "علي" and k == i + 1 and words[i] in given_names():
            parts += 1
            k += 1
            continue
        if (
            word in ("ل", "ب")
            or word in THAT_AFTER_FRONT
            or (word[0] == "ل" and (is_head(word[1:], "media") or (k > i and is_head(word[1:], "organization"))))
        ):
            break
        if (
            (word in PUNCTUATION or word in nouns("adjunct") or word in nouns("time") or word in THAT | THAT_WITH_BI)
            and not (word == "ماي" and k == i + 1)
            and not (word == "علي" and not tokens.is_ala(k))
            and not (word == "المكني" and k == i + 1)
        ):
            break
        if word in _KUNYA and k + 1 < end and words[k + 1] not in PUNCTUATION:
            k += 1
            continue
        if (
            k > i
            and word[0] == "و"
            and len(word) > 3
            and word not in given_names()
            and (is_title(word[1:]) or word not in tokens.surnames)
            and not (parts == 1 and k + 1 == end and not object_follows)  # علي واعظ
        ):
            break
        if (
            k > i
            and word[0] in "وف"
            and (form := forms().get(word)) is not None
            and form.joined
            and form.tense != "participle"
        ):
            break
        if k > i and word.startswith("ال") and tokens.raw(k).endswith("ات"):
            break
        if k > i and word.startswith("ال") and (words[k - 1] in _KUNYA or word in _COMPOUND_SECOND):
            k += 1
            continue
        if k == i + 1 and word in _TITLES_IN_NAMES and (k + 1 >= end or words[k + 1] not in nouns("adjunct")):
            parts += 1
            k += 1
            continue
        if k > i and k + 1 < end and parts < 3 and word in _TITLES_IN_NAMES and not surnames and is_title(word):
            following = words[k + 1]
            if following in ("عام", "اول", "دوله"):
                break  # رضا عمر | كاتب عام النقابة
            if (k == i + 1 and following not in PUNCTUATION and following not in nouns("adjunct")) or (
                following.startswith("ال")
                or following in tokens.surnames
                or following in given_names()
                or word in tokens.surnames
            ):
                parts += 1
                k += 1
                continue
        over = k + 1 >= end or words[k + 1] in PUNCTUATION or words[k + 1] in nouns("adjunct")
        if word.startswith("ال") and word[2:] in _SURNAME_TITLES and (k == i + 1 or (k > i and not surnames and over)):
            surnames += 1
            k += 1
            continue
        if (k > i and (is_title(word) or is_head(word, "organization") or is_head(word, "anonymous"))) and (
            not (word in given_names() or (surnames == 0 and not is_head(word, "title") and k == i + 1))
        ):
            break
        if (
            k > i
            and word not in tokens.surnames
            and len(word) > 4
            and word[-1] == "ا"
            and masdar_like(tokens.raw(k)[:-1])
        ):
            break  # أنيس بن حتيرة توضيحا
        deed = word[0] == "ب" and (word[1:] in _LIKE_MASDAR or (len(word) > 4 and masdar_like(tokens.raw(k)[1:])))
        if parts >= 2 and deed:
            break  # سامية عبو بممارسة
        if word.startswith(("وال", "بال", "لل", "فال")) and k > i and len(word) > 5:
            surname = (
                word.startswith("بال")
                and k == i + 1
                and len(word) <= 7
                and not masdar_like(tokens.raw(k)[1:].removeprefix("ال"))
            )
            if not surname:  # رضا بالحاج
                break
        if k > i and (word in nouns("declared_object") or _governs(tokens, k, end, parts, object_follows)):
            break  # انتقد تيد كروز | سياسة الإدارة
        if word.startswith("ال") and k > i:
            apposed = k + 2 < len(words) and words[k + 1] in ("،", ",") and is_title(words[k + 2])
            if object_follows and (parts >= 2 or surnames >= 1) and not apposed:
                break
            if surnames and masdar_like(tokens.raw(k)[2:]) and word not in tokens.surnames:
                break  # رفض الرئيس بشار الأسد | السماح
            surnames += 1
            if surnames > 2 or (surnames + parts >= 3 and not _name_may_end(tokens, k + 1, end)):
                break
        elif k > i and surnames and word not in given_names() and word not in _KUNYA and parts + surnames >= 2:
            break
        elif word not in _KUNYA:
            onward = words[k + 1] if k + 1 < end else ""
            if k > i and masdar_like(tokens.raw(k)) and word not in given_names() and onward not in _KUNYA:
                break
            owned = k > i and len(word) > 4 and tokens.raw(k).endswith(("ه", "ها"))
            if owned and word not in tokens.surnames and not glued(word):
                break
            parts += 1
            if parts > 4:
                break
        k += 1
    return max(k, i + 1) if k > i else i + 1


def _governs(tokens: Tokens, k: int, end: int, parts: int, object_follows: bool) -> bool:
    """Whether the word at `k`, after a full name, is a noun that governs the next one: تيد كروز | سياسة الإدارة."""
    construct = k + 1 < len(tokens) and tokens.words[k + 1].startswith("ال")
    return parts >= 2 and tokens.raw(k)[-1] == "ة" and (construct or (object_follows and k + 1 < end))


def surname_like(tokens: Tokens, k: int) -> bool:
    """Whether token `k` follows a given name elsewhere in the text."""
    return tokens.words[k] in tokens.surnames


# يؤدي, تعتزم: a verb, not a name of unknown make.
_VERBAL: Final = re.compile("ي[^ا]..+|ت[^ايو].[^ا]+[^بي]$")
_SELVES: Final = grammar("selves")
_THINGS: Final = grammar("things")
_DEEDS: Final = grammar("scene verbs") | grammar("meeting verbs")


def _surname(word: str) -> bool:
    """Whether a definite word may be a surname: no title, body, nationality or adjective of office."""
    return not (
        is_title(word)
        or is_head(word, "organization")
        or is_head(word, "nationality")
        or (word.endswith("ه") and is_head(word[:-1], "nationality"))
        or word in nouns("adjective")
        or is_head(word, "document")
        or word in nouns("generic")
        or word in nouns("time")
    )


def bare_name(tokens: Tokens, a: int, b: int, alone: bool = True) -> bool:
    """Whether the tokens look like a name: one to five words, the first without article and no word of another kind.

    A single definite word may only be one if it stands `alone`, as in الرئيس السيسي.
    """
    words = tokens.words
    if not 1 <= b - a <= _LONGEST_NAME:
        return False
    first = words[a]
    spokesman = first == "باسم" and a > 0 and bare(words[a - 1]) in _SPOKESMEN
    if is_head(first, "anonymous") or first in _THINGS or first == "و" or spokesman:
        return False
    if first.startswith(("ال", "لل", *PREFIXED_AL)) and not (b - a >= 2 and first in given_names()):
        return alone and first.startswith("ال") and b - a == 1 and _surname(first)
    for k in range(a, b):
        word = words[k]
        if (
            word in PUNCTUATION
            or word in nouns("adjunct")
            or word in nouns("time")
            or word in places()
            or word in _SELVES | THAT_WITH_BI | THAT | THAT_AFTER_FRONT | {"ل"}
        ):
            return False
        if is_title(word) or is_head(word, "organization") or is_head(word, "document") or word in nouns("generic"):
            return False
        if word == "علي" and tokens.is_ala(k):
            return False  # بيان نشر على
        if word in _DEEDS and word not in tokens.surnames:
            return False  # الراعي | ترأس قداسا
        done = word[1:] in nouns("declared_object") or (word[0] == "ل" and masdar_like(tokens.raw(k)[1:]))
        if k == a and word[0] in "بل" and done:
            return False  # المتحدث باسم الجماعة بقصف أحياء, الدعوات لإجراء انتخابات
        if word.startswith(("بال", "لل", "وال")) or any(c.isdigit() for c in word):
            return False
        if tokens.raw(k).endswith("ة") and k == a and (b - a == 1 or word[0] == "ل"):
            return False
        if (
            word[0] in "يت"
            and word not in given_names()
            and word not in tokens.surnames
            and k == a
            and _VERBAL.match(word)
        ):
            return False
    return True
