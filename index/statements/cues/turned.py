"""Cues whose words stand before them, or whose object is a pronoun: «...»، قال الوزير; وهو ما أكده; أبلغهم أن."""

from __future__ import annotations

from typing import Final

from index.statements import links, sources
from index.statements.cues.cue import Cue, clause_start
from index.statements.grammar import MEANWHILE, PUNCTUATION, RELATIVE, THAT_WITH_BI
from index.statements.lexicon import Form, grammar
from index.statements.links import Link
from index.statements.morphology import is_cue_word
from index.statements.phrases.heads import is_title
from index.statements.phrases.subjects import subject_after
from index.statements.tokens import MARKS, Tokens

_ANAPHOR_BEFORE: Final = grammar("anaphor before")


def turned_cue(tokens: Tokens, number: int, i: int, a: int, b: int, form: Form) -> Cue | None:
    """وهو ما أكده الوزير: what was said stands before. وفق ما أكده is found from its first word."""
    words = tokens.words
    if form.tense == "participle":
        return None
    if i - 2 < a:
        return _object_pronoun(tokens, number, i, a, b, form)
    if (words[i - 1] == "ما" and words[i - 2] in _ANAPHOR_BEFORE) or (
        words[i - 1] == "الذي" and words[i - 2] in ("الامر", "الشيء")
    ):
        start = i - 2
    else:
        return _object_pronoun(tokens, number, i, a, b, form)
    subject, _end = subject_after(tokens, i + 1, min(b, i + 30), form)
    if subject is None or not form.suffix:
        return None
    run = sources.clause_before(tokens, start, a)
    if run is None:
        return None
    return Cue(
        i, i + 1, number, "anaphor", form.verb.stance, form, -1, subject, (i + 1, b), True, start, "", run,
    )  # fmt: skip


def _object_pronoun(tokens: Tokens, number: int, i: int, a: int, b: int, form: Form) -> Cue | None:
    """أبلغه أن, أخبرهم بأن, دعاه إلى: the addressee is a pronoun.

    Also التي اعتبرها, which goes on with its predicate.
    """
    if (
        form.joined
        and form.verb.lemma in ("حث", "نصح", "حمل", "وعد", "طلب")
        and not (i + 1 < b and is_title(tokens.words[i + 1]))
    ):
        return None  # the masdar: دعوتهم وحثهم على
    regarded = form.verb.lemma in ("اعتبر", "وصف", "عد") and i > a and tokens.words[i - 1] in RELATIVE
    if not (form.verb.links & {"whom", "all"} or regarded) or form.tense == "participle":
        return None
    link = links.find(tokens, i, form, b)
    if form.verb.lemma == "وصف" and not regarded:
        link = next((Link("an", k, k) for k in range(i + 1, min(b, i + 14)) if _predicate(tokens, k)), None)
    if link is None or not link.strong:
        return None
    subject, _ = subject_after(tokens, i + 1, link.between, form)
    if regarded and (link.kind != "an" or subject is None or tokens.words[subject.start] in MARKS):
        return None
    previous = tokens.words[i - 1] if i > a else "."
    opens = form.joined or i == a or previous in MEANWHILE or previous in PUNCTUATION or regarded
    return Cue(
        i, i + 1, number, "finite", form.verb.stance, form, link.content, subject, (i + 1, link.between), opens,
        i - 1 if regarded else clause_start(tokens, i, a), link.kind, relative=previous in RELATIVE,
    )  # fmt: skip


def _predicate(tokens: Tokens, k: int) -> bool:
    """Whether token `k` begins what somebody was called: بأنه, بـ«...», بالخائن."""
    word = tokens.words[k]
    quoted = word == "ب" and k + 1 < len(tokens) and tokens.words[k + 1] in MARKS
    near = word[0] == "ب" and len(word) > 4 and is_cue_word(tokens, k - 1) is not None
    return near or word in THAT_WITH_BI or quoted or (word.startswith("بال") and len(word) > 5)


def says_therein(words: list[str], i: int, b: int) -> bool:
    """علق بتغريدة قال فيها: the second verb is the cue."""
    return any(
        words[k] in ("قال", "قالت", "وقال", "جاء", "كتب", "كتبت") and words[k + 1] in ("فيها", "فيه")
        for k in range(i + 1, min(b - 1, i + 25))
    )


def inverted_cue(tokens: Tokens, number: int, i: int, a: int, b: int, form: Form, thus: bool = False) -> Cue | None:
    """«لن نسمح»، قال الوزير: the words stand before, in marks. With `thus`, هكذا leads back to them."""
    words = tokens.words
    if not thus and (form.verb.weak or not form.verb.links & {"quote"} or form.verb.lemma in ("طالب", "دعا")):
        return None
    k = i - 1
    while k >= a and (words[k] in ("،", ",", "-", "–", ".") or (thus and words[k] not in MARKS)):
        k -= 1
    if k < 0 or words[k] not in MARKS or form.joined:
        return None
    opening = next((o for o, c in tokens.closing.items() if c == k and o not in tokens.unclosed), None)
    if thus and opening is not None and k - opening > 1:
        subject, end = subject_after(tokens, i + 1, min(b, i + 30), form, object_follows=True)
        return Cue(
            i, i + 1, number, "finite", form.verb.stance, form, -1, subject, (end, b), True, i, "", (opening + 1, k),
        )  # fmt: skip
    if opening is None or k - opening - 1 <= links.SHORT_QUOTE:
        return None
    subject, end = subject_after(tokens, i + 1, min(b, i + 30), form)
    if subject is None:
        return None
    return Cue(
        i, i + 1, number, "finite", form.verb.stance, form, -1, subject, (end, b), True, i, "", (opening + 1, k),
    )  # fmt: skip
