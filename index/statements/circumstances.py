"""Place and medium within a run of words: خلال مؤتمر صحفي في جنيف, في تصريح لوكالة الأنباء."""

from __future__ import annotations

from typing import Final

from index.statements import said_on
from index.statements.circumstance_ends import Run, circumstance_end, extended, press_meeting
from index.statements.grammar import PUNCTUATION
from index.statements.lexicon import grammar, nouns, places
from index.statements.morphology import bare
from index.statements.phrases.heads import is_head
from index.statements.tokens import MARKS, Tokens

_AT: Final = grammar("at")
_SITES: Final = grammar("sites")
_OUTLETS: Final = grammar("outlets")
_ISSUED: Final = grammar("issued")
_OF_THE_PRESS: Final = grammar("of the press")
_PLATFORMS: Final = grammar("platforms")


def scan(tokens: Tokens, a: int, b: int, to_outlet: bool = False, free: bool = True) -> tuple[Run | None, Run | None]:
    """The place and the medium that the tokens ``a:b`` tell, each a run of tokens or None.

    `to_outlet`: a word with لـ that opens the run is whom it was told to (مصدر للقناة). `free`: a preposition that
    opens the run begins a circumstance of its own, and does not belong to the phrase before it.
    """
    words = tokens.words
    place: Run | None = None
    medium: Run | None = None
    k = a
    while k < b:
        word = words[k]
        stem = word[1:] if word[:1] in "وبف" and len(word) > 3 else word
        previous = words[k - 1] if k > a else ""
        if word in ("ضيف", "ضيفا", "ضيفه", "ضيوف"):
            stop = circumstance_end(tokens, k + 1, b, medium=True)
            medium = medium or (k, stop)
            k = stop
            continue
        outlet = (
            word in _OUTLETS
            or (word[0] == "ل" and (word[1:] in nouns("media") or "ا" + word[1:] in nouns("media")))
            or (word == "ل" and k + 1 < b and (words[k + 1] in MARKS or is_head(words[k + 1], "media")))
        )
        outlet = outlet or (k == a and word.startswith("لل") and to_outlet)
        if medium is None and word in _PLATFORMS and _on_platform(words, k, a):
            start = k - 1
            while start > a and words[start] not in ("علي", "عبر", "في"):
                start -= 1
            medium = (start, k + 1 + (k + 1 < b and words[k + 1] in MARKS))
            k += 1
            continue
        if medium is None and outlet:
            stop = circumstance_end(tokens, k + 1, b, medium=True)
            medium = (k, stop)
            k = stop
            continue
        if medium is None and _medium_at(words, k) and _introduced(words, k, a):
            start = k - 1 if previous in ("في", "عبر", "خلال", "ضمن", "علي", "نفس", "ذات", "اثر") else k
            stop = circumstance_end(tokens, k + 1, b, medium=True)
            medium = (start, stop)
            if place is None:  # في كلمة خلال مؤتمر: the place may follow within
                inner = next(
                    (j for j in range(k + 1, stop) if words[j] in ("خلال", "امام", "علي") and j + 1 < stop), None
                )
                if inner is not None and (_occasion_at(words, inner + 1) or _before_body(words, inner)):
                    medium = (start, inner)
                    k = inner
                    continue
            k = stop
            continue
        if place is None and _before_body(words, k):
            place = (k, circumstance_end(tokens, k + 1, b, medium=False))
            k = place[1]
            continue
        if (
            place is None
            and (_occasion_at(words, k) or stem in _SITES or bare(word) in _SITES)
            and _introduced(words, k, a)
        ):
            start = k
            while start > a and words[start - 1] in _AT | {"نفس", "ذات", "هذا", "هذه"}:
                start -= 1
            stop = circumstance_end(tokens, k + 1, b, medium=False)
            if stop == k + 1 and word.startswith(
                ("اشراف", "حضور", "مشارك", "وصول", "ترؤس", "تروس", "اداي", "تقديم", "تسلم", "زيار")
            ):
                k = stop  # لدى إشرافه، اليوم بمقر الوزارة، على اجتماع: the place is yet to come
                continue
            if word in _SITES and (previous in ("من", "عن") or (k - 1 == a and not free and previous == "في")):
                k += 1
                continue  # باحثون من جامعة كوبنهاغن, مسؤول في البيت الأبيض
            if previous in ("من", "عن") and not _free(words, k - 1, a):
                k += 1
                continue  # موقفهم من مؤتمر جنيف
            stop = extended(tokens, stop, b)
            place = (start, stop)
            medium = medium or press_meeting(tokens, start, stop)
            k = stop
            continue
        if (
            place is None
            and (word in places() or stem in places())
            and previous in ("في", "من", "الي", "وفي", "ومن")
            and (_free(words, k - 1, a) or (medium is not None and medium[1] == k - 1))
        ):
            place = (k - 1, k + 1)
        k += 1
    return place, medium


def _before_body(words: list[str], k: int) -> bool:
    """Whether the words at `k` tell before whom somebody spoke: أمام لجنة الشؤون الخارجية."""
    return words[k] == "امام" and k + 1 < len(words) and is_head(words[k + 1], "organization")


def _on_platform(words: list[str], k: int, a: int) -> bool:
    """Whether the social network at `k` is where something was written: على تويتر, عبر منصة «إكس»."""
    return any(words[j] in ("علي", "عبر", "في") for j in range(max(a, k - 3), k))


def _free(words: list[str], k: int, a: int) -> bool:
    """Whether the preposition at `k` begins a circumstance of its own: not تنظيم القاعدة في ليبيا."""
    return (
        k <= a
        or words[k - 1] in PUNCTUATION
        or said_on.is_time(words[k - 1])
        or words[k - 1] in ("له", "لها", "صحفي", "صحافي")
    )


def _medium_at(words: list[str], k: int) -> bool:
    word = words[k]
    if word == "المقابله" and k and words[k - 1] in ("الجهه", "الضفه", "الناحيه"):
        return False  # في الجهة المقابلة
    if word in ("البرنامج", "الموقع", "البث", "الكتاب", "النص", "الاذاعه", "القناه", "الصحيفه", "التقرير"):
        return False
    if word == "تحقيق" and k + 1 < len(words) and words[k + 1] not in _ISSUED | _OF_THE_PRESS:
        return False  # تحقيق الجيش النجاح
    noun = word[2:] if word.startswith("ال") else word
    stem = word[1:] if word[:1] in "وب" else word
    return noun in nouns("medium") or (stem in nouns("medium") and len(stem) > 3)


def _occasion_at(words: list[str], k: int) -> bool:
    word = words[k]
    if word in ("فعاليه", "الفعاليه") and words[k - 1] == "علي":
        return False  # الحرص على فعالية السياسات
    if word == "معرض" and k + 1 < len(words) and words[k + 1].startswith(("جواب", "رد", "حديث", "تعليق")):
        return False
    if word in ("بدوره", "بدورها", "دوره", "دورها"):
        return False
    if word in nouns("occasion"):
        return word not in ("يوم", "مهمه", "مجلس", "اعمال", "دوره") or words[k - 1] in ("خلال", "هامش", "امام", "في")
    stem = word[2:] if word.startswith("ال") else word[1:]
    return len(stem) > 3 and stem in nouns("occasion") and stem not in ("مجلس", "المناسبه")


def _introduced(words: list[str], k: int, a: int) -> bool:
    """Whether a preposition leads to the word at `k`."""
    if words[k][0] == "ب" and len(words[k]) > 3 and words[k] not in nouns("medium") | nouns("occasion"):
        return True
    for j in range(k - 1, max(a, k - 4) - 1, -1):
        if words[j] in _AT or words[j].removeprefix("و") in _AT or words[j] in ("عبر", "من", "عن", "وعلي"):
            return True
        if words[j] in ("نفس", "ذات", "هذا", "هذه", "آخر", "اخر", "كلمه", "له", "افتتاح"):
            continue
        if words[j] in PUNCTUATION:
            return False
    return False
