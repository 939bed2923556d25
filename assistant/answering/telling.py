"""What single words tell of the text that holds them: a figure, a day, a scene, a reason, somebody's title.

Read off the words as they stand, folded but not stemmed: a stem no longer tells الأحد (Sunday) from أحد (somebody).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from index.arabic.months import MONTHS

FIGURE: Final = 1
DAY: Final = 2
SCENE: Final = 4
REASON: Final = 8
TITLE: Final = 16
"""What a word may tell; of a text, the sum of what its words do."""

_MOST: Final = 1 << 16  # words remembered
_CLITIC: Final = "[وف]?[بلك]?"  # وبثلاثة, لخمسين
_NUMBER: Final = (
    "(?:ال)?(?:مليون|ملايين|مليار|الف|الاف|الفين|مايه|ميه|مييه|مايتين|ميات|عشر(?:ه|ون|ين|ات)?|ثلاث(?:ه|ون|ين|مايه)?"
    "|اربع(?:ه|ون|ين|مايه)?|خمس(?:ه|ون|ين|مايه)?|ست(?:ه|ون|ين|مايه)?|سبع(?:ه|ون|ين|مايه)?|ثمان(?:ي|يه|ون|ين|مايه)?"
    "|تسع(?:ه|ون|ين|مايه)?|اثن(?:ان|ين|ا|ي)|اثنت(?:ان|ين|ا|ي)|نصف|ربع|ثلث|ثلثي|عشرات|مرتين)"
)
_WEEKDAY: Final = "اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد"
_TIME: Final = "امس|اليوم|غدا|البارحه|مساء|صباح|صباحا|ليله|فجر|(?:ال)?(?:اسبوع|شهر|سنه|عام)"
_OCCASION: Final = (
    "خلال|لدي|هامش|اثر|عقب|ضيف\\w?|برنامج|اذاعه|قناه|صحيفه|جريده|مجله|موقع|وكاله|تلفزيون|تلفزه|فضاييه|صفحت\\w+|تدوين\\w+"
    "|تغريد\\w+|حساب\\w+|فيسبوك|فايسبوك|تويتر|بيان|بلاغ|موتمر|ندوه|لقاء|اجتماع|جلسه|حوار|مقابله|مداخله|كلمت\\w+|تصريح\\w*"
    "|مدينه|مقر|قصر|فندق|مستشفي"
)
_CAUSE: Final = (
    "بسبب|سبب|سببه|نظرا|جراء|نتيجه|اجل|بهدف|حتي|لان\\w*|كي|لكي|بالنظر|خلفيه|يعود|تعود|اثر|بفعل|لعدم|احتجاجا|رغبه|بغيه"
    "|تفاديا|قصد|بغرض"
)
_TITLES: Final = (
    "رييس وزير مدير ناطق متحدث نايب كاتب عضو قيادي امين خبير محامي استاذ زعيم نقيب سفير مستشار محلل باحث مدرب لاعب مكلف"
    " عميد والي محافظ حاكم قايد"
).split()
# Of a month of two words the first is no month by itself (كانون الثاني); those of two letters are other words (آب).
_MONTHS: Final = "|".join(sorted({name[0] for name in MONTHS if len(name) == 1 and len(name[0]) > 2}))
_KINDS: Final = (
    (FIGURE, re.compile(rf"\d.*|{_CLITIC}{_NUMBER}")),
    (DAY, re.compile(rf"\d.*|{_CLITIC}(?:{_TIME}|{_MONTHS}|ال(?:{_WEEKDAY}))|لل(?:{_WEEKDAY})")),
    (SCENE, re.compile(rf"{_CLITIC}(?:ال)?(?:{_OCCASION})|لل(?:{_OCCASION})")),
    (REASON, re.compile(rf"[وف]?(?:{_CAUSE})")),
)
_TELLING: Final = re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in _KINDS))
# Written out: each word that is met is looked up, and a set costs less than another pattern.
_TITLED: Final = frozenset(
    f"{joined}{before}{title}{ending}"
    for joined in ("", "و", "ف")
    for before in ("", "ال", "ب", "بال", "ل", "لل", "ك", "كال")
    for title in _TITLES
    for ending in ("", "ه")
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def tells_of_word(word: str) -> int:
    """What a word (folded, :func:`index.arabic.normal.fold`) tells: a sum of :data:`FIGURE` and so on.

    >>> tells_of_word("ثلاثه") == FIGURE, tells_of_word("بسبب") == REASON
    (True, True)
    """
    return _TOLD[word]


def amounts(words: Sequence[str]) -> frozenset[str]:
    """Those of these words (folded) that are figures and no part of a date: neither a year nor beside a day or month.

    >>> sorted(amounts("يوم 16 ديسمبر 2016 اضرب 87 عاملا".split()))
    ['87']
    """
    return frozenset(
        word
        for place, word in enumerate(words)
        if _TOLD[word] & FIGURE and not _YEAR.fullmatch(word) and not _dated(words, place)
    )


def _dated(words: Sequence[str], place: int) -> bool:
    """Whether a weekday or a month stands beside the word at `place`."""
    return any(
        _TOLD[word] & (DAY | FIGURE) == DAY
        for word in (*words[max(0, place - 1) : place], *words[place + 1 : place + 2])
    )


class _Told(dict[str, int]):
    """What each word met tells; a dict for the reason that :mod:`index.arabic.analyser` has one."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        told = self[word] = _of(word)
        return told


_TOLD: Final = _Told()


def _of(word: str) -> int:
    if not _TELLING.fullmatch(word):  # most words tell nothing, and are told so at once
        return TITLE * (word in _TITLED)
    return sum(kind for kind, pattern in _KINDS if pattern.fullmatch(word)) + TITLE * (word in _TITLED)
