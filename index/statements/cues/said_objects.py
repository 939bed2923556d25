"""Noun phrases as what was said (نفى وجود, جدد تمسكه, اتهم الحكومة بالتقصير), and things merely done or refused."""

from __future__ import annotations

from typing import Final

from index.statements.grammar import MEANWHILE, PUNCTUATION, THAT
from index.statements.lexicon import Form, grammar, nouns
from index.statements.links import Link
from index.statements.morphology import is_cue_word, masdar_like
from index.statements.phrases.analysis import Phrase
from index.statements.phrases.heads import is_title
from index.statements.phrases.names import begins_name
from index.statements.phrases.objects import object_start
from index.statements.phrases.subjects import subject_after
from index.statements.tokens import MARKS, Tokens

_REFUSED: Final = grammar("refused")


def object_is_said(tokens: Tokens, k: int, form: Form, subject: Phrase | None) -> bool:
    """Whether the noun phrase at `k` may be what was said: not a mere thing, for the verbs that also take things."""
    words = tokens.words
    word = words[k]
    if word in PUNCTUATION - MARKS or word in THAT:
        return False
    other = is_cue_word(tokens, k)
    if other is not None and word not in nouns("declared_object") and (other.tense == "participle" or other.joined):
        return False
    if form.verb.lemma == "حمل":
        return any(words[j].startswith(("مسوولي", "المسوولي")) for j in range(k, min(k + 10, len(tokens))))
    if form.verb.links & {"all"}:
        return form.tense != "participle" or form.verb.lemma == "وصف" or with_bi(tokens, k)
    if form.verb.lemma == "أعلن" and subject is not None and not word.startswith("ال"):
        return not is_title(word) and not begins_name(tokens, k, len(tokens))
    if form.verb.lemma in ("أكد", "جدد", "أبدى", "أعلن", "كرر", "أبرز"):
        raw = tokens.raw(k)
        if form.verb.lemma == "أبدى" and raw[-1] == "ا" and not word.startswith("ال"):
            return True  # أبدت المصادر تفاؤلا
        if word in ("هذا", "هذه", "ذلك", "تلك", "ما") and form.verb.lemma != "أعلن":
            return False
        return word in nouns("declared_object") or masdar_like(raw) or word in MARKS
    if form.verb.lemma in ("رفض", "نفى", "اقترح"):
        return word not in _REFUSED
    return subject is not None or form.joined or tokens.words[k - 2] in MEANWHILE


def with_bi(tokens: Tokens, k: int) -> bool:
    """Whether a word with بـ follows within the clause: متهما الحكومة بالتقصير, not المتهم."""
    for j in range(k, min(k + 12, len(tokens))):
        word = tokens.words[j]
        if word in PUNCTUATION - MARKS:
            return False
        if word[0] == "ب" and len(word) > 3 and j > k:
            return True
    return False


def object_first(tokens: Tokens, i: int, b: int, form: Form, link: Link) -> Link:
    """The link as a noun phrase, if one that can be said stands before the clause: جدد تمسكه بالحزب الذي قال إنه."""
    subject, end = subject_after(tokens, i + 1, link.between, form, object_follows=True)
    k = object_start(tokens, end if subject else i + 1, b)
    if 0 <= k < len(tokens) and tokens.words[k] in nouns("highness") and form.verb.lemma != "أبدى":
        return link  # أكد سعادته أن
    aside = any(tokens.words[j] not in nouns("time") | {"،", ","} for j in range(end if subject else i + 1, k))
    if link.kind == "an" and aside:
        return link
    if (0 <= k < link.between and (tokens.words[k] in nouns("declared_object") or masdar_like(tokens.raw(k)))) and (
        link.kind == "quote" or tokens.words[k] not in ("ما", "هذا", "هذه", "كل", "جميع")
    ):
        return Link("np", k, -1, strong=False)
    return link
