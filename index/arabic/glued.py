"""Words glued together in the press, as الأممالمتحدة or القرارعلى: which words such a one is made of.

A writer who forgets a blank after a letter that joins no other (ا د ر ز و ة ى) sees no difference on the page. A word
is taken for a glued one only if all of it is unknown, common words make it up, and no clitics and endings explain it.
Dividing an unknown word by the frequency of its parts follows Koehn & Knight, "Empirical Methods for Compound
Splitting" (2003); the guard against inflections and the trust in an inner ال are for Arabic.
"""

from __future__ import annotations

import re
from typing import Final

from index.arabic.frequency import rates
from index.arabic.stopwords import STOPWORDS

# Shares of running text, tuned with benchmarks/glued.py. Below _UNSEEN a word counts as unknown; with an inner ال below
# _RARE, for some are glued often enough to be on the lists.
_UNSEEN: Final = 1e-7
_RARE: Final = 1e-6
# What the rarer part must reach: before ال; beside a function word; otherwise by the letters of the whole, for a short
# word is easily made of two others by chance (ديناميت is not "دينا ميت").
_BEFORE_AL: Final = 1e-6
_BESIDE_FUNCTION: Final = 2e-6
_BY_LETTERS: Final = {6: 1e-4, 7: 5e-5, 8: 3e-5, 9: 1e-5, 10: 5e-6}
_LONGER: Final = 2e-6
_AFTER_TA: Final = 0.25  # times that: ه within a word is mostly the ة of an end, ولايهسوسه
_NAME: Final = 1e-6
_LEAST_RATE: Final = min(_BEFORE_AL, _BESIDE_FUNCTION, _LONGER * _AFTER_TA)

_LEAST: Final = 6  # letters of a glued word
_MOST: Final = 60  # a longer run of letters is no few words that met, and dividing takes the square of its length
_ARTICLE: Final = re.compile("ال...|[وب]ال...|لل....")  # a part that begins so was a word of its own
_SHORT_BEFORE_AL: Final = frozenset("في من عن ان هو هي كل تم قد لم لن".split())  # not the بال of بالبلاد
_SHORT_BEHIND: Final = frozenset("في من عن".split())

# Names are written together as often as apart, and some are on the lists as one word. The groups are the parts; the
# clitic of a short one is left out, because the stemmer would leave it on: لعبدالله.
_OF_NAMES: Final = re.compile("عبد|ابو|الدين$|الله$")  # rules out most words fast
_NAMES: Final = (
    re.compile("[وفلبك]?((?:ال)?عبد)(ال..+|ربه)"),
    re.compile("[وفب]?(ابو)(?!اب)(...+)"),  # not ابوابها
    re.compile("(?!و?ا?ل)(...*(?<![وا]))(الدين)"),  # not والوالدين
    re.compile("(?!و?ا?ل)(...+)(الله)"),
)

_PREFIXES: Final = frozenset("و ف ب ل ك س ا ال وال بال فال كال لل ولل وب ول وس فس وك فب فل وبال وكال".split())
_ENDINGS: Final = frozenset(
    (
        "ه ها هم هما هن ك كم كما نا ني ي ا ان ين ون ات وا تان تين تم ت ن يه يا وه وها وهم ته تها تهم تهما تنا يات اته "
        "اتها اتهم اتنا انه انها انهم يين يون يتها يته يتهم ناه ناها ونه ونها ونهم ينه ينها ينهم تا"
    ).split()
)
# Words, but far oftener the beginning or end of another: الأول mistyped as الااول, خضراوي, فينستار, مانشستر.
_NO_FIRST: Final = _PREFIXES | frozenset("الا لاي ولا ولم انت مان مات ماي بان وان وين فين لان ومع".split())
_NO_LAST: Final = _ENDINGS | frozenset("اوي وال ولي وين ايا بات مان ايها اتي واي عار ليه فوبيا".split())


def parts(word: str) -> tuple[str, ...]:
    """The words that a folded Arabic word is glued of (see `index.arabic.normal.fold`); () if it is one word.

    >>> parts("الاممالمتحده")
    ('الامم', 'المتحده')
    """
    if not _LEAST <= len(word) <= _MOST:
        return ()
    if name := _name(word):
        return name
    rate = rates().get(word, 0.0)
    if rate > _RARE or not (found := _divided(word, rate <= _UNSEEN)):
        return ()
    return () if _is_inflected(word) else found


def _name(word: str) -> tuple[str, ...]:
    if not _OF_NAMES.search(word):
        return ()
    known = rates()
    for pattern in _NAMES:
        match = pattern.fullmatch(word)
        if match and all(known.get(part, 0.0) >= _NAME for part in match.groups()):
            return match.groups()
    return ()


def _divided(word: str, unseen: bool) -> tuple[str, ...]:
    """The division whose rarer part is the most frequent, one before an article first."""
    known = rates()
    best: tuple[bool, float, tuple[str, ...]] = (False, 0.0, ())
    for place in range(2, len(word) - 1):
        rate = known.get(word[:place], 0.0)
        if rate < _LEAST_RATE:
            continue
        first, last = word[:place], word[place:]
        article = _ARTICLE.match(last) is not None
        if not (article or unseen) or (least := _least(first, last, article)) is None or rate < least:
            continue
        if (rarer := min(rate, known.get(last, 0.0))) >= least:
            best = max(best, (article, rarer, (first, last)))
        elif article and not best[2] and (more := parts(last)):  # رئيسالجمهوريةالتونسية
            best = (False, 0.0, (first, *more))
    return best[2]


def _least(first: str, last: str, article: bool) -> float | None:
    """How common both must be, None if they cannot be two words."""
    if first in _NO_FIRST or last in _NO_LAST:
        return None
    # الو + زاره
    if first.startswith("ال") and len(first) < 5 and first not in STOPWORDS:
        return None
    if len(first) == 2 and not (article and first in _SHORT_BEFORE_AL):
        return None
    if article:
        return _BEFORE_AL if len(first) > 3 else 10 * _BEFORE_AL
    if len(last) == 2:
        return _BESIDE_FUNCTION if last in _SHORT_BEHIND and first.startswith("ال") else None
    if last == "الي" and len(first) < 6 and not first.endswith("ه"):
        return None  # الدربالي is a name
    if (first in STOPWORDS and len(last) > 3) or (last in STOPWORDS and len(first) > 4):
        return _BESIDE_FUNCTION
    least = _BY_LETTERS.get(len(first) + len(last), _LONGER)
    return least * _AFTER_TA if first.endswith("ه") and len(first) > 3 else least


def _is_inflected(word: str) -> bool:
    """Whether a known word with clitics or endings explains `word`."""
    known = rates()
    starts = [0, *(n for n in range(1, 5) if word[:n] in _PREFIXES)]
    ends = [len(word), *(n for n in range(len(word) - 4, len(word)) if word[n:] in _ENDINGS)]
    cores = {word[start:end] for start in starts for end in ends if end - start >= 3} - {word}
    return any(core in known or core + "ه" in known for core in cores)
