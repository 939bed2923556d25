"""The subject of a cue: the noun phrase after it (VSO), or before it (SVO, relative clauses), circumstances left out."""

from __future__ import annotations

import re
from typing import Final

from index.arabic.normal import fold
from index.statements.lexicon import Form, given_names, nouns, places
from index.statements.links import THAT, THAT_AFTER_FRONT, THAT_WITH_BI, is_cue_word, masdar_like
from index.statements.names import (
    PUNCTUATION,
    Phrase,
    analyse,
    bare,
    begins_name,
    is_head,
    is_title,
    name_end,
    titled,
)
from index.statements.tokens import MARKS, Tokens

_RELATIVE: Final = frozenset(fold(w) for w in "الذي التي الذين اللذان اللذين اللتان اللواتي والذي والتي والذين".split())
_QUANTITY: Final = frozenset(
    fold(w)
    for w in "كل عدد مجموعة العديد عديد بعض أحد إحدى كثير الكثير مصدر مصادر شهود شاهد خبراء مسؤولون مسؤول أي جمع".split()
)
_NOT_SUBJECT: Final = frozenset(
    fold(w)
    for w in "دائما سابقا لاحقا حاليا جميعا تقريبا خصوصا قطعا نهائيا تماما كليا كثيرا غالبا عموما حتما فورا مباشرة طبعا أمسا فيه فيها خلاله خلالها له لها لهم لنا أيضا ايضا كذلك ذلك هذا هذه تلك مجددا قائلا قائلة بالقول معلقا لاحقا قد لم لن لا ثم إنه عنه عنها به بها منه عليه "
    "إليه إليها وذلك وهو وهي بوضوح صراحة تباعا مرارا آنذاك حينها هو هي هم جميع كما أنه أو وأن بأنه ما ماذا هل كان كانت يكون ليس أكثر أقل أول فقط حتى أنا نحن".split()
)
_ADDED_BY_TITLE: Final = frozenset(
    fold(w)
    for w in "النائب النائبة نائب نائبة عضو العضو العضوة المرشح المرشحة المدافع المسؤول المسؤولة مسؤول المدير المشرف القائم المبعوث المندوب مدير السفير سفير مفوض القنصل المتحدث الناطق".split()
)
_FRONT: Final = frozenset(
    fold(w)
    for w in "كان كانت كانوا وكان وكانت وكانوا أما وأما إن وإن لكن ولكن أن قد وقد فيما بينما وفيما وبينما حين غير لعل حيث وحيث هذا".split()
)
_CLAUSE_START: Final = frozenset(
    fold(w)
    for w in "أما وأما كان وكان كانت وكانت فيما بينما وفيما وبينما لكن ولكن حيث إذ وإذ إن وإن كما وكما أن وأن فقد وقد".split()
)


# القراصنة, الأساتذة, القضاة: broken plurals of people, which leave the verb masculine.
_PEOPLE: Final = re.compile("ال[^م].ا..ة|ال..اة")


def after(tokens: Tokens, a: int, b: int, form: Form, object_follows: bool = False) -> tuple[Phrase | None, int]:
    """The subject within the tokens ``a:b`` after a cue, and where it ends; (None, a) if the cue has none there.

    With `object_follows`, what was said follows the subject without a link, so that the phrase is ended more warily.
    """
    words = tokens.words
    start = _start(tokens, a, b)
    if start is None:
        return None, a
    end = _end(tokens, start, b, object_follows)
    while end > start and words[end - 1] in PUNCTUATION and words[end - 1] not in MARKS | {")"}:
        end -= 1
    if end <= start or not _can_be_subject(tokens, start, end, form, object_follows):
        return None, a
    return analyse(tokens, start, end, object_follows), end


def before(tokens: Tokens, cue: int, floor: int) -> Phrase | None:
    """The subject before the cue at token `cue`, within its clause, which begins no earlier than token `floor`."""
    words = tokens.words
    end = cue
    while end > floor and (
        words[end - 1] in ("قد", "فقد", "لقد", "ف", "،", "و", "بدوره", "بدورها") or words[end - 1] in _RELATIVE
    ):
        end -= 1
    start = end
    while start > floor and end - start < 30:
        word = words[start - 1]
        if word in _FRONT or word in (".", "؛", "!", "؟", ":", "…") or word in THAT:
            break
        start -= 1
    # Circumstances may stand before the subject (وفي سياق متصل، الوزير أكد) and between it and the cue.
    best: Phrase | None = None
    k = start
    while k < end:
        begin = _start(tokens, k, end)
        if begin is None:
            break
        stop = _end(tokens, begin, end, object_follows=False)
        while stop > begin and words[stop - 1] in PUNCTUATION and words[stop - 1] not in MARKS | {")"}:
            stop -= 1
        if stop <= begin:
            k = begin + 1
            continue
        if _nameable(tokens, begin):
            best = analyse(tokens, begin, stop)
            break
        # A verb that reports nothing may open the clause: عقد الوزير لقاء قال خلاله.
        opening = begin == start or words[begin - 1] in PUNCTUATION or words[begin - 1] in _FRONT
        following = words[begin + 1] if begin + 1 < end else ""
        idafa = following.startswith("ال") and not is_title(following)  # مصالح الرصد الجوي
        k = begin + 1 if opening and not idafa else stop + 1
    if best is None and start > floor and words[start - 1] in THAT | _FRONT and 1 <= end - start <= 6:
        begin = _start(tokens, start, end)
        if begin == start and words[start] not in nouns("adjunct"):
            return Phrase(start, end, "organization", gender="", bare=True)
    return best


_AFTER_CIRCUMSTANCE: Final = frozenset(
    fold(w) for w in "مشترك صحفي صحافي رسمي مقتضب له لها لهم تلفزيوني إعلامي متلفز إذاعي خاص".split()
)


def _declared(tokens: Tokens, k: int) -> bool:
    """Whether what was said begins at token `k`, after a circumstance that no comma ends."""
    word, previous = tokens.words[k], tokens.words[k - 1]
    ended = (
        previous.startswith("ال") or previous in nouns("time") or previous in _AFTER_CIRCUMSTANCE or previous in MARKS
    )
    ended = ended or tokens.raw(k - 1).endswith(("ه", "ها"))
    return ended and (word in nouns("declared_object") or (not word.startswith("ال") and masdar_like(tokens.raw(k))))


def object_start(tokens: Tokens, k: int, b: int) -> int:
    """Where the noun phrase that was said begins, circumstances before it skipped; -1 if there is none."""
    words = tokens.words
    while k < b:
        if words[k] in ("،", ",") or words[k] in nouns("time") or words[k].isdigit():
            k += 1
        elif words[k] in _NOT_SUBJECT and words[k] not in ("هذا", "هذه", "ما", "ذلك", "تلك", "كل", "جميع", "اكثر"):
            k += 1
        elif _is_adjunct(tokens, k) and words[k] != "ما":
            comma = next((j for j in range(k, min(b, k + 16)) if words[j] in ("،", ",")), None)
            declared = next((j for j in range(k + 2, min(b, k + 16)) if _declared(tokens, j)), None)
            if declared is not None and (comma is None or declared < comma):
                return declared
            if comma is None:
                return -1
            k = comma + 1
        else:
            return k
    return -1


def _nameable(tokens: Tokens, i: int) -> bool:
    word = tokens.words[i]
    return (
        is_title(word)
        or begins_name(tokens, i, len(tokens))
        or any(is_head(word, section) for section in ("organization", "media", "anonymous", "document"))
    )


def _start(tokens: Tokens, a: int, b: int) -> int | None:
    """Where a noun phrase begins, circumstances before it skipped."""
    words = tokens.words
    k = a
    while k < b:
        word = words[k]
        if word in PUNCTUATION and word not in MARKS:
            k += 1
        elif word in MARKS:
            close = tokens.closing.get(k)
            if close is not None and close < b:
                return k
            k += 1
        elif word in THAT or word in THAT_WITH_BI:
            return None
        elif word in _NOT_SUBJECT or word in _RELATIVE:
            k += 1
        elif word in nouns("time") or word.isdigit():
            k += 1
        elif _is_adjunct(tokens, k):
            skipped = _skip_adjunct(tokens, k, b)
            if skipped is None:
                return None
            k = skipped
        else:
            return k
    return None


def _is_adjunct(tokens: Tokens, k: int) -> bool:
    word = tokens.words[k]
    if word == "علي":
        return tokens.is_ala(k) and not (k and tokens.words[k - 1] in given_names())
    if word in nouns("adjunct"):
        return True
    if (
        word[0] in "بل"
        and len(word) > 3
        and word not in tokens.surnames
        and not is_title(word)
        and not is_head(word, "organization")
    ):
        stem = word[1:]
        if word[0] == "ل" and stem in nouns("media"):
            return True
        return stem in nouns("medium") or stem in nouns("occasion") or stem.startswith("ال") and word[0] == "ب"
    return False


def _skip_adjunct(tokens: Tokens, k: int, b: int) -> int | None:
    """The token after the circumstance that begins at `k`: after its comma, or where a title or name opens a phrase."""
    words = tokens.words
    for j in range(k + 1, b):
        word = words[j]
        if word in ("،", ","):
            return j + 1
        if word in MARKS and j in tokens.closing:
            continue
        if j >= k + 2 and (titled(tokens, j) or begins_name(tokens, j, b)) and words[j - 1] not in PUNCTUATION:
            previous = words[j - 1]
            joined = previous in nouns("adjunct") or is_title(previous) or is_head(previous, "organization")
            definite_head = previous.startswith(("ال", "لل")) or previous in nouns("time") or previous.isdigit()
            if not joined and (definite_head or previous.endswith(("ي", "ه"))) and not word.startswith("ال"):
                return j
    return None


def _end(tokens: Tokens, start: int, b: int, object_follows: bool) -> int:
    """Where the noun phrase that begins at `start` ends."""
    words = tokens.words
    k, segment = start, start
    named = False
    while k < b:
        word = words[k]
        if word in ("،", ","):
            if not _apposition(tokens, start, k, b, object_follows):
                return k
            segment = k + 1
            k += 1
            continue
        if word in MARKS:
            close = tokens.closing.get(k)
            if close is None or close >= b or k in tokens.unclosed or close - k > 5:
                return k
            k = close + 1
            continue
        if word == "ل" and k > start and k + 1 < b and words[k + 1] in MARKS:
            return k  # مصادر لـ«النهار»
        if word == "(":
            close = next((j for j in range(k + 1, min(b, k + 12)) if words[j] == ")"), None)
            if close is None:
                return k
            k = close + 1
            continue
        if word in PUNCTUATION and word not in ("-", "/", "–"):
            return k
        if k > start:
            if word.isdigit() and len(word) > 1:
                return k
            if word in ("طلب", "فضل", "رفض", "اشترط", "طلبت", "رفضت", "فضلت", "طلبوا") and k + 1 < b:
                return k  # طلب عدم ذكر اسمه
            if (
                word in _RELATIVE
                or word in THAT
                or word in THAT_AFTER_FRONT
                or (word in _NOT_SUBJECT and word not in ("ذات", "نفس"))
            ):
                return k
            if word in nouns("time") and not (word == "ماي" and begins_name(tokens, k - 1, b)) and word != "عام":
                return k
            if (
                word[0] == "ل"
                and len(word) > 3
                and bare(words[segment]) in ("مصدر", "مصادر", "شاهد", "شهود")
                and word[1:3] != "شو"
            ):
                return k  # مصدر أمني للقناة
            if _is_adjunct(tokens, k) and not _within(tokens, segment, k):
                return k
            form = is_cue_word(tokens, k)
            named_so = begins_name(tokens, k, b) or words[k - 1] in nouns("honorific")
            if form is not None and not named_so and not is_title(word) and word not in tokens.surnames and not form.verb.weak:
                if not form.suffix and (form.tense != "participle" or words[k - 1] not in MARKS):
                    return k
            if object_follows and (_object_begins(tokens, segment, k) or _verb_like(tokens, k)):
                return k
            if object_follows and k == start + 1 and words[start] in tokens.surnames and words[start].startswith("ال"):
                if word.startswith("ال") and word not in tokens.surnames and not is_title(word):
                    return k  # وصفت اللومي | الزيارة
        if not named and begins_name(tokens, k, b) and not (k > start and is_head(words[k - 1], "organization")):
            named = True
            stop = name_end(tokens, k, b, object_follows)
            if object_follows or stop == b:
                if object_follows and stop < b and not _continues(tokens, stop):
                    return stop
            k = stop
            continue
        k += 1
    return b


def _verb_like(tokens: Tokens, k: int) -> bool:
    """Whether an unknown word has the shape of a present verb: بحسب المراسل يبلغ الشاب."""
    word = tokens.words[k]
    return (
        word[0] == "ي"
        and len(word) >= 4
        and word not in given_names()
        and word not in tokens.surnames
        and word != "يوم"
    )


def _continues(tokens: Tokens, k: int) -> bool:
    """Whether the phrase goes on after a name: a comma, a title in apposition, a mark."""
    word = tokens.words[k]
    return word in ("،", ",", "(", "-") or (word.startswith("ال") and is_title(word)) or word.startswith("و")


def _within(tokens: Tokens, segment: int, k: int) -> bool:
    """Whether the preposition at `k` belongs to the phrase: القيادي في الحزب, المسؤول عن, كل من, مصدر من الشرطة."""
    words = tokens.words
    word, head = words[k], words[segment]
    following = words[k + 1] if k + 1 < len(words) else "."
    if word.startswith(("بال", "لل")) and len(word) > 4 and word not in nouns("adjunct"):
        return words[k - 1] not in PUNCTUATION
    if word in ("للصحفيين", "للصحافيين", "للاعلاميين"):
        return any(bare(w) in ("نقابه", "اتحاد", "هييه", "جمعيه", "رابطه") for w in words[segment:k])
    if word in ("في", "في") or word == "داخل":
        ends = nouns("occasion") | nouns("medium") | nouns("time")
        if following in ends or following.isdigit() or following.startswith(("هذا", "نفس", "وقت", "ختام", "سياق")):
            return False
        stem = bare(head)
        return (head in nouns("role_takes_fi") or stem in nouns("role_takes_fi")) and k - segment <= 7
    if word == "عن" or word == "لدى" or word == "لدي":
        return k - segment <= 2 and (head in _ADDED_BY_TITLE or words[k - 1] in _ADDED_BY_TITLE)
    if word == "من":
        return k - segment <= 2 and (head in _QUANTITY or bare(head) in _QUANTITY)
    if word == "مع":
        return False
    if word == "حول" or word == "بشان":
        return False
    if word == "الي":
        return k - segment <= 3 and bare(head) in ("مبعوث", "سفير", "موفد")
    if word == "ما":
        return False
    return False


def _apposition(tokens: Tokens, start: int, comma: int, b: int, object_follows: bool) -> bool:
    """Whether what follows the comma belongs to the phrase: a title or a name set beside it."""
    words = tokens.words
    k = comma + 1
    if k >= b:
        return False
    word = words[k]
    if word in PUNCTUATION or word in nouns("time") or word in _RELATIVE or word in THAT or _is_adjunct(tokens, k):
        return False
    if is_title(word) or begins_name(tokens, k, b):
        return True
    if object_follows and (masdar_like(tokens.raw(k)) or word in nouns("declared_object")):
        return False
    form = is_cue_word(tokens, k)
    if form is not None or word.startswith("و"):
        return word.startswith("وال") and is_title(word[1:])
    size = 0
    while k + size < b and words[k + size] not in PUNCTUATION:
        size += 1
    ended = k + size >= b or words[k + size] in ("،", ",", "-", "(")
    return ended and size <= 4 and (is_title(words[start]) or start == comma - 1 or not object_follows)


_ACCUSED: Final = frozenset(fold(w) for w in "الاحتلال إسرائيل النظام الحكومة السلطات الغرب المجتمع المعارضة المواطنين الأطراف الدول العالم الناخبين".split())


def _object_begins(tokens: Tokens, segment: int, k: int) -> bool:
    """Whether token `k` opens the object: a verbal noun or another bare noun after a definite word, or one that disagrees."""
    words = tokens.words
    word, raw, previous = words[k], tokens.raw(k), words[k - 1]
    definite = (
        previous.startswith("ال") or previous in MARKS or previous == ")" or tokens.raw(k - 1).endswith(("ها", "ه"))
    )
    if (word in nouns("declared_object") and previous not in ("وكاله", "وكالات")) or (
        word in places() and previous in places()
    ):
        return True
    if not word.startswith("ال") and masdar_like(raw) and definite:
        return True
    onward = words[k + 1] if k + 1 < len(words) else ""
    if word == "نداء" and (onward == "الي" or onward.startswith("لل") or tokens.raw(min(k + 1, len(words) - 1)).endswith("ا")):
        return True  # وجه الائتلاف | نداء عاجلا
    if word.startswith("ال") and k - segment >= 3 and is_title(words[segment]) and onward.startswith("ال"):
        if not previous.startswith("ال") and not words[k - 2].startswith("ال") and not is_title(word):
            return True  # وزير التجارة الأمريكي ويبور روس | الضربة الأمريكية
    if word in _ACCUSED and k - segment >= 2:
        return True
    if definite and len(word) > 4 and raw.endswith("ات") and not word.startswith(("ال", "لل", "وال")):
        return True
    if definite and len(word) > 4 and raw.endswith(("ها", "هم", "ه")) and not is_title(word):
        return True  # دعت النقابة | أعضاءها
    if k == segment + 1 and word.startswith("ال") and word not in nouns("adjective"):
        if words[segment] in nouns("generic") and is_head(word, "organization"):
            return True  # حمل المتحدث | الحكومة
        if words[segment] in places() and not is_head(word, "nationality") and not raw.endswith(("ية", "ي")):
            return True  # أدانت الإمارات | الهجوم
    if (
        word in places()
        and k - segment >= 2
        and not previous.startswith("ال")
        and is_head(words[segment], "organization")
    ):
        if not is_head(previous, "organization") and not is_title(previous):
            return True  # حملت حركة حماس | إسرائيل
    if word.startswith("ال") and previous.startswith("ال") and len(previous) > 4:
        # وزارة الخارجية الفرنسية | الهجوم: after a relative adjective only another one may follow.
        adjective = tokens.raw(k - 1).endswith(("ية", "ي"))
        follows = raw.endswith(("ية", "ي", "يين", "يون")) or words[k] in (
            "العام",
            "العامه",
            "السابق",
            "السابقه",
            "الاعلي",
        )
        person_named = is_title(words[segment])
        if person_named and is_head(previous, "nationality") and not is_title(word) and word not in tokens.surnames:
            return word not in given_names() and word not in nouns("adjective")
        if adjective and k - segment >= 2 and not follows and not person_named:
            return True
        plural = tokens.raw(k - 1).endswith("ين") or previous.startswith("لل")
        if (
            raw.endswith(("ين", "يين"))
            and k - segment >= 1
            and not plural
            and not tokens.raw(segment).endswith(("ين",))
        ):
            return True
    return False


def _can_be_subject(tokens: Tokens, start: int, end: int, form: Form, object_follows: bool) -> bool:
    """Whether the phrase can be the subject of the form: agreement in gender, no accusative plural."""
    words = tokens.words
    head, raw = words[start], tokens.raw(start)
    if head in MARKS:
        return end - start <= 9
    if raw.endswith("ين") and raw.startswith("ال") and head not in places() and end - start <= 4 and not is_title(head):
        return False
    if form.tense == "participle":
        return False
    if form.gender == "m" and form.number == "s" and start + 1 < end and head.startswith("ال") and not is_title(head):
        beside = tokens.raw(start + 1)
        if beside.startswith("ال") and beside.endswith("ة") and words[start + 1] not in tokens.surnames:
            return False  # دعا الهياكل القضائية: a broken plural would make the verb feminine
    personal = begins_name(tokens, start, end)
    if form.gender == "m" and form.number == "s" and raw.endswith("ات") and raw.startswith("ال") and len(raw) > 5:
        return False
    if form.gender == "m" and form.number == "s" and not is_title(head) and raw.endswith("ة") and not personal and head.startswith("ال"):
        return _PEOPLE.fullmatch(raw) is not None
    if form.gender == "f" and form.number == "s" and is_title(head) and not personal and object_follows:
        return tokens.raw(start).endswith("ة") or any(begins_name(tokens, k, end) for k in range(start, end))
    if (
        object_follows
        and not personal
        and (masdar_like(raw) or head in nouns("declared_object"))
        and not is_title(head)
    ):
        return is_head(head, "organization") or is_head(head, "document")
    return not (form.number == "p" and object_follows and not raw.endswith("ون"))


def end_of(tokens: Tokens, start: int, b: int) -> int:
    """Where the noun phrase that begins at token `start` ends, at most at `b`."""
    stop = _end(tokens, start, b, object_follows=True)
    while stop > start + 1 and tokens.words[stop - 1] in PUNCTUATION and tokens.words[stop - 1] not in MARKS | {")"}:
        stop -= 1
    return max(stop, start + 1)
