"""Participles of circumstance as cues: مشيرا إلى أن, مؤكدة."""

from __future__ import annotations

from typing import Final

from index.statements import links
from index.statements.cues.cue import Cue, clause_start
from index.statements.cues.said_objects import object_is_said
from index.statements.grammar import PUNCTUATION
from index.statements.lexicon import Form, nouns
from index.statements.links import Link
from index.statements.morphology import is_cue_word, masdar_like
from index.statements.phrases.objects import object_start
from index.statements.tokens import MARKS, Tokens

_PASSIVE: Final = frozenset(["طالب", "هدد", "وعد", "حمل", "نبه", "حذر"])


def participle_cue(tokens: Tokens, number: int, i: int, a: int, b: int, form: Form) -> Cue | None:
    """The cue that the participle at token `i` is; None for an adjective or a mere attribute."""
    words = tokens.words
    previous = words[i - 1] if i > a else "."
    if previous in ("في", "من", "الي", "عن", "كل", "غير", "اكثر", "بصوره", "بصفه") or (
        previous == "علي" and tokens.is_ala(i - 1)
    ):
        return None
    if form.gender == "m" and form.number == "s" and not words[i].endswith("ا"):
        return None
    if (
        form.gender == "f"
        and previous.startswith("ال")
        and tokens.raw(i - 1).endswith("ة")
        and form.verb.lemma in _PASSIVE
    ):
        return None  # الدبلوماسية البرلمانية مطالبة بدور أكبر
    link = links.find(tokens, i, form, b)
    if link is None:
        return None
    adjective = form.verb.lemma in ("شدد", "أكد", "جدد", "هدد", "أعلن", "وجه", "ركز", "وعد", "قدر")
    if (
        adjective
        and link.kind != "an"
        and previous.endswith("ا")
        and form.number == "s"
        and link.kind not in ("colon", "quote", "bare")
    ):
        return None  # an adjective: طوقا أمنيا مشددا
    if "np" in form.verb.links and link.strong and link.content - i > 3:
        k = object_start(tokens, i + 1, b)
        if 0 <= k < link.between and k >= i + 1 and words[k] in nouns("declared_object"):
            link = Link("np", k, -1, strong=False)  # مؤكدا في الوقت ذاته ضرورة
    if form.verb.lemma == "وجه" and link.kind == "li":
        return None  # ضربة موجهة للسياحة
    if form.verb.lemma == "سجل" and (link.kind != "an" or link.content - i > 2):
        return None  # مسجلا باسمه
    content = link.content
    if not link.strong:
        content = i + 1
        if content >= b or words[content] in PUNCTUATION - MARKS:
            return None
        content = object_start(tokens, content, b)
        if content < 0 or (form.verb.lemma == "اتهم" and previous not in PUNCTUATION and previous != "و"):
            return None
        if form.verb.links & {"all"} and not object_is_said(tokens, content, form, None):
            return None
        if not form.verb.links & {"all"} and words[content] not in nouns("declared_object") | MARKS:
            raw = tokens.raw(content)
            loose = (form.verb.lemma == "أكد" and previous in PUNCTUATION) or form.verb.lemma in (
                "اعتبر",
                "نفى",
                "استنكر",
                "انتقد",
                "ثمن",
                "رفض",
                "أدان",
                "استغرب",
                "رجح",
                "توقع",
                "شجب",
                "أبدى",
                "استهجن",
                "استبعد",
                "فند",
                "ناشد",
            )
            if not (masdar_like(raw) or (loose and not words[content].startswith("من"))):
                return None
            if words[i] == "مجددا" and not masdar_like(raw):
                return None
        if words[i] in ("مجددا", "ومجددا") and not words[content].endswith(("ه", "ها")):
            return None
    elif (
        link.kind in ("ila", "ala", "min", "ofr", "fi", "bi")
        and link.content - i > (14 if "whom" in form.verb.links else 8)
    ) or (form.verb.weak and link.kind not in ("an", "colon", "quote", "bare") and link.content - i > 3):
        return None
    if form.verb.lemma == "ذكّر" and form.gender == "f" and previous not in PUNCTUATION:
        return None  # مذكرة تفاهم
    if form.verb.lemma == "أضاف" and link.kind != "an" and link.kind not in ("colon", "quote"):
        return None
    return Cue(
        i, i + 1, number, "participle", form.verb.stance, form, content, None, (i + 1, min(link.between, content)),
        True, clause_start(tokens, i, a), link.kind, lead=_lead(tokens, i, a),
    )  # fmt: skip


def _lead(tokens: Tokens, i: int, a: int) -> int:
    """Where the clause of a verb begins that leads to the participle (وأضاف قائلا), -1 without one."""
    for j in range(i - 1, max(a, i - 8) - 1, -1):
        if tokens.words[j] in PUNCTUATION:
            break
        form = is_cue_word(tokens, j)
        if form is not None and form.tense != "participle" and not form.suffix:
            return clause_start(tokens, j, a) if form.joined or j == a else -1
    return -1
