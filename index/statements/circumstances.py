"""Place and medium within a run of words: خلال مؤتمر صحفي في جنيف, في تصريح لوكالة الأنباء."""

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
_AT: Final = grammar("at")
_SITES: Final = grammar("sites")
_ISSUED: Final = grammar("issued")
_AFTER_BI: Final = grammar("after bi")
_OUTLETS: Final = grammar("outlets")
_PRESS_MEETINGS: Final = grammar("press meetings")
_BRIEFINGS: Final = grammar("briefings")
_OF_THE_PRESS: Final = grammar("of the press")
_PLATFORMS: Final = grammar("platforms")
_HELD: Final = grammar("held")


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
            if word in _SITES and (previous == "من" or (k - 1 == a and not free and previous == "في")):
                k += 1
                continue  # باحثون من جامعة كوبنهاغن, مسؤول في البيت الأبيض
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
    if word in ("البرنامج", "الموقع", "البث", "الكتاب", "النص", "الاذاعه", "القناه", "الصحيفه", "التقرير"):
        return False
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
            (word in _HELD and k > start)
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
