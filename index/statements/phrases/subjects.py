"""The subject of a cue, without circumstances: the noun phrase after it (VSO) or before it (SVO, relatives)."""

from __future__ import annotations

import re
from typing import Final

from index.statements.grammar import NOT_SUBJECT, PUNCTUATION, RELATIVE, THAT, THAT_WITH_BI
from index.statements.lexicon import Form, grammar, nouns, places
from index.statements.morphology import is_cue_word, masdar_like, verb_like
from index.statements.phrases.adjuncts import is_adjunct
from index.statements.phrases.analysis import Phrase, analyse
from index.statements.phrases.ends import phrase_end
from index.statements.phrases.heads import is_head, is_title
from index.statements.phrases.names import begins_name
from index.statements.phrases.openings import nameable, titled
from index.statements.tokens import MARKS, Tokens

_REFUSED: Final = grammar("refused")
_MASCULINE: Final = grammar("masculine places")
_MET: Final = grammar("met")
_SHOWS: Final = frozenset(["أبدى"])
_FRONT: Final = grammar("front")
# القراصنة, الأساتذة, القضاة: broken plurals of people, which leave the verb masculine.
_PEOPLE: Final = re.compile("ال[^م].ا..ة|ال..اة")


def subject_after(
    tokens: Tokens, a: int, b: int, form: Form, object_follows: bool = False
) -> tuple[Phrase | None, int]:
    """The subject within the tokens ``a:b`` after a cue, and where it ends; (None, a) if the cue has none there.

    With `object_follows`, what was said follows the subject without a link, so that the phrase is ended more warily.
    """
    words = tokens.words
    start = _start(tokens, a, b)
    if start is None:
        return None, a
    end = phrase_end(tokens, start, b, object_follows)
    while end > start and words[end - 1] in PUNCTUATION and words[end - 1] not in MARKS | {")"}:
        end -= 1
    if end <= start or not _can_be_subject(tokens, start, end, form, object_follows):
        return None, a
    return analyse(tokens, start, end, object_follows), end


def subject_before(tokens: Tokens, cue: int, floor: int) -> Phrase | None:
    """The subject before the cue at token `cue`, within its clause, which begins no earlier than token `floor`."""
    words = tokens.words
    end = cue
    while end > floor and (
        words[end - 1] in ("قد", "فقد", "لقد", "ف", "،", "و", "بدوره", "بدورها") or words[end - 1] in RELATIVE
    ):
        end -= 1
    start = end
    while start > floor and end - start < 30:
        word = words[start - 1]
        if word in _FRONT or word in (".", "؛", "!", "؟", ":", "…") or word in THAT | THAT_WITH_BI:
            break
        start -= 1
    # Circumstances may stand before the subject (وفي سياق متصل، الوزير أكد) and between it and the cue.
    best: Phrase | None = None
    k = start
    while k < end:
        begin = _start(tokens, k, end)
        if begin is None:
            break
        stop = phrase_end(tokens, begin, end, object_follows=False)
        while stop > begin and words[stop - 1] in PUNCTUATION and words[stop - 1] not in MARKS | {")"}:
            stop -= 1
        if stop <= begin:
            k = begin + 1
            continue
        if nameable(tokens, begin):
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
        elif word == "ل" and k + 1 < b and (words[k + 1] in MARKS or is_head(words[k + 1], "media")):
            k = tokens.closing.get(k + 1, k + 1) + 1  # قال لـ«عكاظ»
        elif word in THAT or word in THAT_WITH_BI:
            return None
        elif word in NOT_SUBJECT or word in RELATIVE or word in nouns("time") or word.isdigit():
            k += 1
        elif is_adjunct(tokens, k):
            skipped = _skip_adjunct(tokens, k, b)
            if skipped is None:
                return None
            k = skipped
        else:
            return k
    return None


def _skip_adjunct(tokens: Tokens, k: int, b: int) -> int | None:
    """The token after the circumstance that begins at `k`: after its comma, or where a title or name opens a phrase."""
    words = tokens.words
    owes_object = False
    for j in range(k + 1, b):
        word = words[j]
        if word in ("،", ","):
            return j + 1
        owes_object = owes_object or word in _MET
        if word in MARKS and j in tokens.closing:
            continue
        if j >= k + 2 and (titled(tokens, j) or begins_name(tokens, j, b)) and words[j - 1] not in PUNCTUATION:
            previous = words[j - 1]
            joined = previous in nouns("adjunct") or is_title(previous) or is_head(previous, "organization")
            definite_head = previous.startswith(("ال", "لل")) or previous in nouns("time") or previous.isdigit()
            if not joined and (definite_head or previous.endswith(("ي", "ه"))) and not word.startswith("ال"):
                if owes_object and not word.startswith("ال"):
                    owes_object = False  # خلال لقائه في دار الرئاسة | رؤساء الغرف: whom he met
                    continue
                return j
    return None


def _can_be_subject(tokens: Tokens, start: int, end: int, form: Form, object_follows: bool) -> bool:
    """Whether the phrase can be the subject of the form: agreement in gender, no accusative plural."""
    words = tokens.words
    head, raw = words[start], tokens.raw(start)
    if head in MARKS:
        return end - start <= 9
    if head.startswith("ال") and head in nouns("declared_object"):
        return False  # أكدت الحرص على
    if raw.endswith("ين") and raw.startswith("ال") and head not in places() and end - start <= 4 and not is_title(head):
        return False
    if form.tense == "participle":
        return False
    if form.gender == "m" and form.number == "s" and start + 1 < end and head.startswith("ال") and not is_title(head):
        beside = tokens.raw(start + 1)
        if beside.startswith("ال") and beside.endswith("ة") and words[start + 1] not in tokens.surnames:
            return False  # دعا الهياكل القضائية: a broken plural would make the verb feminine
    if head in nouns("highness"):
        return form.verb.lemma not in _SHOWS  # أكد سعادته, but أبدى | سعادته
    given = head.removesuffix("ا")
    if given != head and "whom" in form.verb.links and (is_head(given, "organization") or is_title(given)):
        return False  # أبلغ | وفدا زاره
    personal = begins_name(tokens, start, end)
    named = personal or is_title(head) or head in tokens.surnames or is_head(head, "organization")
    if not named and _is_verb(tokens, start):
        return False
    if head in _REFUSED or (head[0] in "بل" and head[1:] in places()):
        return False  # رفض | الكشف عن اسمه
    masculine = form.gender == "m" and form.number == "s"
    foreign = head in places() and head not in _MASCULINE and head not in tokens.surnames
    if masculine and foreign and "whom" in form.verb.links and not personal:
        return False  # حث | النرويج على: the addressee
    if words[start - 1] in ("ذلك", "هذا", "هذه", "تلك") and raw[-1] in "اأ" and not personal and not is_title(head):
        return False  # اعتبرت ذلك | أمرا عاديا
    if form.gender == "m" and form.number == "s" and raw.endswith("ات") and raw.startswith("ال") and len(raw) > 5:
        return False
    if (
        form.gender == "m"
        and form.number == "s"
        and not is_title(head)
        and raw.endswith("ة")
        and not personal
        and head.startswith("ال")
    ):
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


def _is_verb(tokens: Tokens, k: int) -> bool:
    """Whether the word at `k` is a verb or a participle, not a noun: ما | يروج, واعتبر في لقاء، | اعتبر."""
    form = is_cue_word(tokens, k)
    if form is not None and (form.suffix or not form.verb.weak) and not tokens.words[k].startswith("ال"):
        return form.suffix or form.tense == "past" or form.tense == "present" or not form.joined
    return verb_like(tokens, k) and k > 0 and tokens.words[k - 1] in ("ما", "وهو", "وهي", "هو", "قد", "كان")
