"""What the shape of a word tells: a form of a reporting verb, a verbal noun, a word without its clitics."""

from __future__ import annotations

from functools import cache
from typing import Final

from index.arabic.normal import fold
from index.statements.lexicon import Form, forms, given_names, nouns, places
from index.statements.tokens import Tokens

_FOREIGN_ENDINGS: Final = ("يتش", "سكي", "نكو", "وفا", "وف", "سون", "نغ", "يان")


def verb_like(tokens: Tokens, k: int) -> bool:
    """Whether an unknown word has the shape of a present verb: بحسب المراسل يبلغ الشاب."""
    word = tokens.words[k]
    return (
        word[0] == "ي"
        and len(word) >= 4
        and not word.endswith(_FOREIGN_ENDINGS)
        and word not in given_names()
        and word not in tokens.surnames
        and word != "يوم"
    )


_ARRIVED: Final = frozenset(["ورد", "وردت", "وردنا", "وردها"])
PREFIXED_AL: Final = ("وال", "بال", "كال", "فال")


@cache
def bare(word: str) -> str:
    """A folded word without و, ل, ب and the article: والوزير, للوزير and وزير are وزير."""
    for prefix in ("وال", "فال", "بال", "كال", "لل", "ال"):
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            return word[len(prefix) :]
    if word[:1] in ("و", "ل", "ب") and len(word) > 4:
        return word[1:]
    return word


def is_cue_word(tokens: Tokens, i: int) -> Form | None:
    """The form that token `i` is, if its spelling allows it (ة ends no verb, ه no word that wants ة)."""
    form = forms().get(tokens.words[i])
    if form is None:
        return None
    if tokens.words[i] in _ARRIVED and i and tokens.words[i - 1] in nouns("medium") | nouns("document"):
        return None  # بيان ورد إلى الصحيفة
    last = tokens.normal.text[tokens.ends[i] - 1]
    if form.verb.lemma == "ادعى" and form.tense == "present" and last == "ى":
        return None  # يدعى: is called
    if form.suffix and last == "ة":
        return None
    if last == "ة" and not (form.tense == "participle" and form.gender == "f"):
        return None
    return form


def masdar_like(raw: str) -> bool:
    """Whether a word has the shape of a verbal noun of the derived patterns.

    تأجيل, إعلان, اتخاذ, استعادة, انسحاب, مواصلة.
    """
    word = raw[:-1] if raw.endswith("ة") else raw
    for suffix in ("هما", "هم", "ها", "ه"):
        if len(word) > 4 and word.endswith(suffix):
            word = word[: -len(suffix)]
            break
    n = len(word)
    if n < 4:
        return False
    if word[0] == "ت":
        if word[1] == "ش" and word[2] in "اوي" and n < 6:
            return False  # تشون, تشاو: Chinese names
        if n == 4:
            return fold(word) not in places() and word not in ("تونس", "تركي", "تلفز")
        return n == 5 and (word[3] == "ي" or word[2] == "ا")
    if word[0] in "إا":
        return n >= 4 and (word[-2] == "ا" or (raw.endswith("ة") and word[2] == "ا")) and not word.startswith("ال")
    return raw.endswith("ة") and n == 5 and word[0] == "م" and word[2] == "ا"
