"""Forms of reporting verbs that report nothing: negated, to come, impersonal, homographs."""

from __future__ import annotations

from typing import Final

from index.statements.grammar import MEANWHILE, PUNCTUATION, THAT, THAT_WITH_BI
from index.statements.lexicon import Form, grammar, nouns, places
from index.statements.links import Link
from index.statements.morphology import bare, is_cue_word
from index.statements.phrases.heads import is_head
from index.statements.phrases.openings import nameable
from index.statements.tokens import MARKS, Tokens

_NEGATION: Final = grammar("negation")
_SOUGHT: Final = grammar("sought")
_PLATFORMS: Final = grammar("platforms")
_NEGATED_STILL_SAYS: Final = frozenset(["استبعد", "نفى", "أنكر"])
_IMPERSONAL: Final = frozenset(
    ["ذكر", "اعتقد", "توقع", "رجح", "لاحظ", "قدر", "أمل", "ظن", "اعتبر", "رأى", "خشي", "زعم", "افترض"]
)


def is_negated(words: list[str], i: int, a: int, form: Form) -> bool:
    """Whether the form at token `i` is denied, only wished for or supposed, or a noun after a preposition."""
    if i == a:
        return False
    previous = words[i - 1]
    if previous in _NEGATION:
        return form.verb.lemma not in _NEGATED_STILL_SAYS
    if previous in ("ان", "لان", "بان", "كي", "حتي", "الا"):
        return not (i - 2 >= a and words[i - 2] in ("قبل", "بعد")) and form.tense == "present"
    if previous in ("اذا", "لو", "واذا", "ولو", "ان", "مهما", "كلما") and form.verb.links & {"np", "all"}:
        return True
    if previous in ("تكون", "يكون", "يكونوا") or (previous == "قد" and words[i - 2] in ("تكون", "يكون", "يكونوا")):
        return True  # نفت أن تكون قد صرحت
    if previous in ("يمكن", "يمكنه", "يمكنها", "امكن", "يجب", "عليه", "عليها") or (
        previous == "علي" and form.tense == "past" and not form.joined
    ):
        return True  # لا يمكن نفي أنها, على قدر كبير
    if previous == "قد" and form.tense == "present":
        return True
    return previous in (
        "سوف",
        "وسوف",
        "بسبب",
        "رغم",
        "ودون",
        "وبدون",
        "ورغم",
        "جراء",
        "نتيجه",
        "مع",
        "دون",
        "بدون",
        "من",
        "عن",
        "الي",
        "في",
        "لدي",
        "بعد",
        "عقب",
        "اثر",
        "منذ",
        "قبل",
        "خلال",
        "عند",
        "كل",
    )


def _by_medium(tokens: Tokens, i: int, link: Link) -> bool:
    """Whether a medium, and no other verb, stands between cue and words: علق اللاعب في تصريح للصحيفة بأن."""
    between = range(i + 1, link.content)
    led = any(tokens.words[k] in nouns("medium") | _PLATFORMS for k in between)
    led = led or tokens.words[link.content - 1] in THAT_WITH_BI  # رد السفير لدى المنظمة فلان بأن
    return led and not any(is_cue_word(tokens, k) for k in between if tokens.words[k] != "عبر")


def reports_nothing(tokens: Tokens, i: int, a: int, form: Form, link: Link, previous: str) -> bool:
    """Whether the word is something else here, or the sentence an editorial one (يذكر أن)."""
    words, lemma = tokens.words, form.verb.lemma
    following = words[i + 1] if i + 1 < len(tokens) else "."
    clause = i == a or form.joined or previous in MEANWHILE or previous in PUNCTUATION
    immediate = following in THAT or (link.content - i <= 3 and following in ("الي", "علي", "من"))
    if form.tense == "present" and form.gender == "m" and lemma in _IMPERSONAL and following in THAT:
        return True
    if form.tense == "present" and form.joined and link.kind == "np" and not link.strong:
        for k in range(i - 1, max(a, i - 8) - 1, -1):
            if words[k] in PUNCTUATION or words[k] in THAT:
                break
            if words[k][:2] in ("سي", "ست") and len(words[k]) > 4:
                return True  # الوزير سيصعد المنصة ويفند المحاور
    if lemma == "بين" and form.tense == "present" and following in ("له", "لها", "لهم", "لنا", "لي", "لاحقا"):
        return True  # وتبين لهم أن
    if lemma == "بين" and form.tense == "present" and following in THAT:
        return not previous.startswith("ال")  # تبين أن: it turned out
    if lemma == "بين":
        if link.kind not in ("an", "colon", "quote"):
            return True
        if words[i] in ("بين", "وبين", "فبين"):
            clause = i == a or previous in PUNCTUATION or previous in MEANWHILE or form.joined
            near = following in THAT or (clause and link.content - i <= 9 and nameable(tokens, i + 1))
            return not (near or (clause and following not in MARKS and nameable(tokens, i + 1) and link.kind == "an"))
    if (
        lemma in ("تابع", "واصل", "زاد", "رد", "علق")
        and (link.kind == "an" or (link.kind == "quote" and link.content - i > 3))
        and following not in THAT | THAT_WITH_BI | MARKS
        and (
            (link.content - i > 9 and not _by_medium(tokens, i, link))
            or link.content - i > 20
            or not (nameable(tokens, i + 1) or words[i + 1] in tokens.surnames or words[i + 1] in places())
        )
    ):
        return True
    if lemma == "تابع" and not form.joined and (following.startswith("لل") or is_head(following[1:], "organization")):
        return True  # وفد تابع للغرفة
    if lemma == "طالب" and words[i] == "طالب" and bare(following) in _SOUGHT:
        return True  # طالب اللجوء: the noun
    handed = link.content if link.kind == "bi" else i + 1
    if lemma == "تعهد" and bare(words[min(handed, len(words) - 1)]) in ("ملف", "قضيه", "بحث", "موضوع", "تحقيق"):
        return True  # تعهد بالملف: it was handed to him
    if lemma == "لفت" and bare(following) in ("نظر", "انتباه", "انظار"):
        return True  # لفت النظر إلى: a noun, or attention that a thing drew
    if lemma == "عقب" or (form.verb.weak and lemma != "حمل"):
        said = lemma == "أبرز" and link.kind in ("np", "quote") and (clause or nameable(tokens, i + 1))
        if link.kind not in ("an", "colon", "quote", "bi", "li", "ila", "ofr", "min", "ask", "ala", "from") or said:
            return not said
        if following in THAT or following in (":",) or following in MARKS:
            return False
        if lemma == "عقب" and (not clause or bare(following) in nouns("occasion")):
            return True
        if link.kind in ("colon", "quote") and link.content - i <= 14 and _by_medium(tokens, i, link):
            return False  # وكتبت عبر حسابها: «...»
        if lemma in ("عقب", "زاد", "واصل", "تابع", "رد", "علق"):
            return link.content - i > 12 or not (nameable(tokens, i + 1) or link.kind == "colon")
        return not immediate and not nameable(tokens, i + 1)
    if lemma in ("عبر", "أعرب") and link.kind == "ofr" and words[i] in ("عبر", "وعبر"):
        return False
    return lemma == "عبر" and words[i] in ("عبر", "وعبر") and not (following in THAT or (clause and link.kind == "ofr"))
