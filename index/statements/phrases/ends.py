"""Where a noun phrase ends: at a circumstance, a clause, a verb, or the object of the verb before it."""

from __future__ import annotations

from typing import Final

from index.statements.grammar import NOT_SUBJECT, PUNCTUATION, RELATIVE, THAT, THAT_AFTER_FRONT
from index.statements.lexicon import grammar, nouns
from index.statements.morphology import bare, is_cue_word, masdar_like, verb_like
from index.statements.phrases.adjuncts import is_adjunct
from index.statements.phrases.heads import is_head, is_title
from index.statements.phrases.names import begins_name, name_end
from index.statements.phrases.objects import object_begins
from index.statements.tokens import MARKS, Tokens

_THINGS: Final = grammar("things")
_QUANTITY: Final = grammar("quantity")
_ADDED_BY_TITLE: Final = grammar("added by title")


def phrase_end(tokens: Tokens, start: int, b: int, object_follows: bool) -> int:
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
        onward = words[k + 1] if k + 1 < len(words) else ""
        if word in ("ل", "ب") and k > start and (onward in MARKS or is_head(onward, "media")):
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
                word in RELATIVE
                or word in THAT
                or word in THAT_AFTER_FRONT
                or (word in NOT_SUBJECT and word not in ("ذات", "نفس"))
            ):
                return k
            if word in nouns("time") and not (word == "ماي" and begins_name(tokens, k - 1, b)) and word != "عام":
                return k
            if (
                word[0] == "ل"
                and len(word) > 2
                and bare(words[segment]) in ("مصدر", "مصادر", "شاهد", "شهود")
                and word[1:3] != "شو"
            ):
                return k  # مصدر أمني للقناة
            if named and word.startswith("لل") and "ا" + word[1:] in nouns("media"):
                return k  # رائد الصالح | للأناضول
            if named and word == "في" and not is_title(words[k - 1]):
                return k  # الوزير سمير حداد في جنيف
            if is_adjunct(tokens, k) and not _within(tokens, segment, k):
                return k
            if word in _THINGS and words[k - 1].startswith("ال") and not named:
                return k  # الناشطة الدنماركية | صورة الطفل
            form = is_cue_word(tokens, k)
            named_so = begins_name(tokens, k, b) or words[k - 1] in nouns("honorific")
            if (
                (
                    form is not None
                    and not named_so
                    and not is_title(word)
                    and word not in tokens.surnames
                    and not form.verb.weak
                )
                and not form.suffix
                and (form.tense != "participle" or words[k - 1] not in MARKS)
            ):
                return k
            if object_follows and (object_begins(tokens, segment, k) or verb_like(tokens, k)):
                return k
            if (
                object_follows
                and k == start + 1
                and words[start] in tokens.surnames
                and words[start].startswith("ال")
                and word.startswith("ال")
                and word not in tokens.surnames
                and not is_title(word)
            ):
                return k  # وصفت اللومي | الزيارة
        if not named and begins_name(tokens, k, b) and not (k > start and is_head(words[k - 1], "organization")):
            named = True
            stop = name_end(tokens, k, b, object_follows)
            if (object_follows or stop == b) and object_follows and stop < b and not _continues(tokens, stop):
                return stop
            k = stop
            continue
        k += 1
    return b


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
        if (
            (following in ends and (bare(following) != "مجلس" or bare(head) == "نواب"))
            or following.isdigit()
            or following.startswith(("هذا", "نفس", "وقت", "ختام", "سياق"))
        ):
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
    if word in MARKS and (close := tokens.closing.get(k)) is not None and is_title(words[start]):
        return 1 < close - k <= 4 and close + 1 < b + 1 and words[min(close + 1, len(words) - 1)] in ("،", ",")
    if word in PUNCTUATION or word in nouns("time") or word in RELATIVE or word in THAT or is_adjunct(tokens, k):
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


def end_of(tokens: Tokens, start: int, b: int) -> int:
    """Where the noun phrase that begins at token `start` ends, at most at `b`."""
    stop = phrase_end(tokens, start, b, object_follows=True)
    while stop > start + 1 and tokens.words[stop - 1] in PUNCTUATION and tokens.words[stop - 1] not in MARKS | {")"}:
        stop -= 1
    return max(stop, start + 1)
