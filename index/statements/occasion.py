"""Where, in what and when something was said: from the circumstances around the cue, carried over within one occasion.

A dateline (القاهرة - ...) tells where the report was filed, and what stands in the reported words is their topic: neither
is looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from index.arabic.normal import fold
from index.statements import said_on
from index.statements.cues import Cue
from index.statements.lexicon import nouns, places
from index.statements.links import THAT, is_cue_word
from index.statements.names import PUNCTUATION, bare, is_title
from index.statements.tokens import MARKS, Tokens

Run = tuple[int, int]
_AT: Final = frozenset(
    fold(w)
    for w in "خلال عقب إثر اثر لدى هامش ختام في بعد قبل أثناء اثناء أمام امام بمناسبة ضمن وسط على افتتاح نهاية بداية مع منذ قبيل بعيد مستهل".split()
)
_SITES: Final = frozenset(
    fold(w)
    for w in "مقر قصر مدينة عاصمة مطار فندق قاعة مبنى ساحة جامعة بيت دار ولاية محافظة منطقة مسجد كنيسة ملعب".split()
)
_PASSES: Final = frozenset(fold(w) for w in "ل له لها لهم مع على عبر في إلى من الى أمام بموقع بعنوان".split())
_ISSUED: Final = frozenset(fold(w) for w in "صدر صدرت أصدره اصدره أصدرته اصدرته أصدرها نشره نشرته نشرها أدلى أدلت أجراه أجرته أجراها بثته بثه وزعته وزعه ألقاها ألقاه ألقته".split())
_AFTER_BI: Final = frozenset(fold(w) for w in "مناسبة خصوص شأن حضور مقر مدينة قصر ولاية محافظة جهة رئاسة انتقاد وصف حق".split())
_RELATIVE: Final = frozenset(fold(w) for w in "الذي التي والذي والتي الذين".split())
_THEREIN: Final = {fold(w) for w in "خلاله خلالها فيه فيها أثناءه أثناءها خلالهما".split()}
_OUTLETS: Final = frozenset(
    fold(w)
    for w in "لوكالة لصحيفة لقناة لجريدة لإذاعة لراديو لموقع لمجلة لبرنامج لشبكة لرويترز لفرانس لمراسل للصحفيين للصحافيين للإعلاميين لوسائل لتلفزيون للتلفزيون".split()
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """Runs of words that tell place, medium and day; None where the article does not."""

    place: Run | None = None
    medium: Run | None = None
    time: Run | None = None

    def __bool__(self) -> bool:
        return bool(self.place or self.medium)


_PAPERS: Final = frozenset(fold(w) for w in "بلاغ بيان تصريح تصريحات مذكرة نشرية تغريدة تدوينة منشور تعميم برقية رسالة نص".split())


def around(tokens: Tokens, cue: Cue, opening: bool = True) -> Occasion:
    """What the words around the cue tell: between it and what was said, and before it in its clause.

    `opening` says that no other cue stands before it in its sentence, whose beginning then belongs to it.
    """
    first = tokens.sentences[cue.sentence][0]
    subject = (cue.subject.start, cue.subject.end) if cue.subject else (0, 0)
    a, b = cue.between
    if cue.kind in ("source", "anaphor") or cue.before:
        b = min(b, a + 25)
    if any(tokens.words[k] in _THEREIN for k in range(a, min(b, a + 4))):
        place, medium = _last_named(tokens, first, cue.start)
        if place or medium:
            return Occasion(place, medium, said_on.words_of(tokens, first, cue.start))
    runs = [(a, min(b, subject[0])), (max(a, subject[1]), b)] if subject[1] > a else [(a, b)]
    if cue.kind in ("finite", "noun", "participle") and cue.start - first <= 60:
        front = (first, cue.start) if opening else _front(tokens, cue, first)
        runs.append(front)
    place = medium = time = None
    if cue.kind == "source" and cue.subject is not None and cue.form is None:
        head = tokens.words[cue.subject.start]
        if bare(head) in _PAPERS or head in _PAPERS:
            medium = subject
    for start, stop in runs:
        if start >= stop:
            continue
        told = cue.subject is not None and cue.subject.kind == "anonymous" and start == cue.subject.end
        named = cue.subject is None or cue.subject.name is not None or start != cue.subject.end
        found_place, found_medium = _scan(tokens, start, stop, told, named)
        place, medium = place or found_place, medium or found_medium
        time = time or said_on.words_of(tokens, start, stop)
    if cue.subject is not None:
        guest = _guest(tokens, *subject)
        medium = medium or guest
    return Occasion(place, medium, time)


def _front(tokens: Tokens, cue: Cue, first: int) -> Run:
    """The circumstances that open the clause of the cue: ولدى إشرافه على الاجتماع، أكد."""
    words = tokens.words
    start = cue.start
    while start > first and words[start - 1] not in (".", "؛", ":", "!", "؟"):
        start -= 1
    k = start
    while k < cue.start and words[k] in ("و", "،", "-"):
        k += 1
    opening = words[k] if k < cue.start else ""
    stem = opening[1:] if opening[:1] == "و" else opening
    if stem in nouns("adjunct") or stem in nouns("medium") or bare(opening) in nouns("medium") or stem in nouns("time"):
        return k, cue.start
    # "X, guest of a programme, says", and a cue in the middle of its sentence: only what is next to it.
    return cue.boundary, cue.start


def _scan(tokens: Tokens, a: int, b: int, to_outlet: bool = False, free: bool = True) -> tuple[Run | None, Run | None]:
    words = tokens.words
    place: Run | None = None
    medium: Run | None = None
    k = a
    while k < b:
        word = words[k]
        stem = word[1:] if word[:1] in "وبف" and len(word) > 3 else word
        noun = word[2:] if word.startswith("ال") else word
        previous = words[k - 1] if k > a else ""
        if word in ("ضيف", "ضيفا", "ضيفه", "ضيوف"):
            stop = _phrase_end(tokens, k + 1, b, medium=True)
            medium = medium or (k, stop)
            k = stop
            continue
        outlet = (
            word in _OUTLETS
            or (word[0] == "ل" and word[1:] in nouns("media"))
            or (word == "ل" and k + 1 < b and words[k + 1] in MARKS)
        )
        outlet = outlet or (k == a and word.startswith("لل") and to_outlet)
        if medium is None and outlet:
            stop = _phrase_end(tokens, k + 1, b, medium=True)
            medium = (k, stop)
            k = stop
            continue
        if medium is None and _medium_at(words, k) and _introduced(words, k, a):
            start = k - 1 if previous in ("في", "عبر", "خلال", "ضمن", "علي", "نفس", "ذات", "اثر") else k
            stop = _phrase_end(tokens, k + 1, b, medium=True)
            medium = (start, stop)
            if place is None:  # في كلمة خلال مؤتمر: the place may follow within
                inner = next(
                    (j for j in range(k + 1, stop) if words[j] in ("خلال", "امام", "علي") and j + 1 < stop), None
                )
                if inner is not None and _occasion_at(words, inner + 1):
                    medium = (start, inner)
                    k = inner
                    continue
            k = stop
            continue
        if place is None and (_occasion_at(words, k) or stem in _SITES or noun in _SITES) and _introduced(words, k, a):
            start = k
            while start > a and words[start - 1] in _AT | {"نفس", "ذات", "هذا", "هذه"}:
                start -= 1
            stop = _phrase_end(tokens, k + 1, b, medium=False)
            if stop == k + 1 and word.startswith(("اشراف", "حضور", "مشارك", "وصول", "ترؤس", "تروس", "اداي", "تقديم", "تسلم", "زيار")):
                k = stop  # لدى إشرافه، اليوم بمقر الوزارة، على اجتماع: the place is yet to come
                continue
            place = (start, stop)
            k = stop
            continue
        if (
            place is None
            and (word in places() or stem in places())
            and previous in ("في", "من", "الي")
            and (_free(words, k - 1, a) or (medium is not None and medium[1] == k - 1))
        ):
            place = (k - 1, k + 1)
        k += 1
    return place, medium


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
    if word in ("البرنامج", "الموقع", "البث", "الكتاب", "النص", "الاذاعه", "القناه", "الصحيفه", "التقرير"):
        return False
    noun = word[2:] if word.startswith("ال") else word
    stem = word[1:] if word[:1] in "وب" else word
    return noun in nouns("medium") or (stem in nouns("medium") and len(stem) > 3)


def _occasion_at(words: list[str], k: int) -> bool:
    word = words[k]
    if word == "معرض" and k + 1 < len(words) and words[k + 1].startswith(("جواب", "رد", "حديث", "تعليق")):
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
        if words[j] in _AT or words[j] in ("عبر", "من", "عن", "وفي", "ولدي", "وخلال", "وعقب", "واثر", "وعلي"):
            return True
        if words[j] in ("نفس", "ذات", "هذا", "هذه", "آخر", "اخر", "كلمه", "له", "افتتاح"):
            continue
        if words[j] in PUNCTUATION:
            return False
    return False


def _phrase_end(tokens: Tokens, k: int, b: int, medium: bool) -> int:
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
        if word in PUNCTUATION or word in _RELATIVE or word in THAT or word in _THEREIN:
            break
        if k > start and is_title(word) and not word.startswith("ال") and words[k - 1].startswith("ال"):
            break
        if said_on.is_time(word) and word not in ("قبل", "بعد", "عام"):
            if word != "يوم" or (k + 1 < b and said_on.is_time(words[k + 1])):
                break
        form = is_cue_word(tokens, k)
        if form is not None and (form.joined or form.tense == "participle"):
            break
        if word in _ISSUED or word in (
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
        ):
            break
        if (
            medium
            and k > start
            and word[0] == "ب"
            and (word.startswith("بال") or word[1:] in _AFTER_BI or word[1:] in nouns("occasion") or word[1:] in places())
        ):
            break
        if medium and word in ("في", "من", "علي") and k + 1 < b and words[k + 1] not in nouns("media"):
            if words[k + 1] in nouns("occasion") | places() | nouns("time") | {"هامش"}:
                break
        k += 1
    return k


def announced(tokens: Tokens) -> list[tuple[int, Occasion]]:
    """The sentences that only tell where and in what the statements around them were made: جاء ذلك خلال مؤتمر صحفي.

    Each with its number.
    """
    found = []
    for number, (a, b) in enumerate(tokens.sentences):
        k = a
        while k < min(b, a + 3) and tokens.words[k] in ("و", "،", "-"):
            k += 1
        first, second = tokens.words[k], tokens.words[k + 1] if k + 1 < b else ""
        if first in _CAME and (second in _THAT_WAS_SAID or bare(second) in nouns("medium")):
            place, medium = _scan(tokens, k + 2, b)
            if place or medium:
                found.append((number, Occasion(place, medium, said_on.words_of(tokens, k + 2, b))))
    return found


_CAME: Final = frozenset(fold(w) for w in "جاء وجاء جاءت وجاءت أتى وأتى أتت وأتت ورد وردت".split())
_THAT_WAS_SAID: Final = frozenset(
    fold(w)
    for w in "ذلك هذا كلام كلامه كلامها حديث تصريحات تصريح أقواله أقوال تصريحاته تصريحاتها موقف هذه الكلام".split()
)


def _guest(tokens: Tokens, a: int, b: int) -> Run | None:
    for k in range(a, b):
        if tokens.words[k] in ("ضيف", "ضيفا", "ضيفه"):
            return k, b
    return None


def _last_named(tokens: Tokens, a: int, b: int) -> tuple[Run | None, Run | None]:
    """For أكد خلاله: the occasion or medium named last before the cue."""
    for k in range(b - 1, a - 1, -1):
        word = tokens.words[k]
        noun = word[2:] if word.startswith("ال") else word
        if word in nouns("occasion") or noun in nouns("occasion"):
            return (k, _phrase_end(tokens, k + 1, b, medium=False)), None
        if noun in nouns("medium"):
            return None, (k, _phrase_end(tokens, k + 1, b, medium=True))
    return None, None
