"""Verbal nouns, relays and documents as cues: نقلت الوكالة عن الوزير قوله إن; وجاء في البيان أن."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from index.arabic.normal import fold
from index.statements import links
from index.statements.cues.cue import Cue, clause_start
from index.statements.grammar import THAT, THAT_WITH_BI
from index.statements.lexicon import Form, grammar, verbs
from index.statements.morphology import is_cue_word
from index.statements.phrases.heads import is_head
from index.statements.phrases.subjects import subject_after, subject_before
from index.statements.tokens import MARKS, Tokens

NOUN_CUES: Final = {
    fold(word): stance
    for words, stance in [
        ("قوله قولها قولهم قولهما بقوله بقولها بقولهم بالقول القول", "say"),
        ("تأكيده تأكيدها تأكيدهم بتأكيده بالتأكيد التأكيد", "stress"),
        ("إشارته إشارتها بالإشارة الإشارة", "explain"),
        ("مفادها مفاده فحواها فحواه", "say"),
        ("اعتباره اعتبارها", "opine"),
    ]
    for word in words.split()
}


STANDS: Final = grammar("stands")


def document_cue(tokens: Tokens, number: int, i: int, a: int, b: int) -> Cue | None:
    """وجاء في الحكم أن: a document says."""
    words = tokens.words
    if i > a and words[i - 1] in ("ما", "كما", "لما", "بما"):
        return None
    for k in range(i + 2, min(b, i + 28)):
        opens_quote = words[k] in MARKS and tokens.closing.get(k, 0) - k > links.SHORT_QUOTE + 1
        if words[k] in THAT or words[k] == ":" or opens_quote:
            said = Form(verbs()["ذكر"], "past", "", "")
            subject, _ = subject_after(tokens, i + 2, k, said)
            if subject is None:
                return None
            if subject.kind == "person":
                if not is_head(words[subject.start], "document"):
                    return None
                subject = replace(subject, kind="document", name=None, role=None)
            content = k + (not opens_quote)
            return Cue(
                i, i + 2, number, "finite", "say", said, content, subject, (i + 2, k), True, clause_start(tokens, i, a),
                "an" if words[k] in THAT else "colon",
            )  # fmt: skip
        if words[k] in ("،", ".") and k > i + 12:
            return None
    return None


def relay_cue(tokens: Tokens, number: int, i: int, a: int, b: int, form: Form) -> Cue | None:
    """نقلت وكالة عن الوزير قوله إن: the minister speaks, the agency relays."""
    words = tokens.words
    stop = min(b, i + 45)
    about = next((k for k in range(i + 1, stop) if words[k] == "عن"), None)
    pronoun = next((k for k in range(i + 1, min(b, i + 4)) if words[k] in ("عنه", "عنها", "عنهم")), None)
    if about is None and pronoun is None:
        return None
    after = (about if about is not None else pronoun or i) + 1
    cue_at = -1
    for k in range(after, stop):
        word = words[k]
        if word in NOUN_CUES and word not in ("القول", "التاكيد", "الاشاره"):
            cue_at = k
            break
        if word in THAT or word == ":" or (word in MARKS and tokens.closing.get(k, 0) - k > links.SHORT_QUOTE + 1):
            break
    else:
        k = stop
    if k >= stop:
        return None
    relayer, _ = subject_after(tokens, i + 1, about or i + 1, form)
    said = form if about is None else replace(form, gender="", number="")
    subject, _ = subject_after(tokens, after, k, said) if about is not None else (None, after)
    if about is not None and subject is None:
        return None
    content = _content_after_noun(tokens, cue_at, b) if cue_at >= 0 else k + (words[k] not in MARKS)
    if content >= b:
        return None
    start, end = (cue_at, cue_at + 1) if cue_at >= 0 else (i, i + 1)
    stance = NOUN_CUES[words[cue_at]] if cue_at >= 0 else "say"
    return Cue(
        start, end, number, "noun" if cue_at >= 0 else "finite", stance, said, content, subject, (i + 1, content),
        True, clause_start(tokens, i, a), "an", relayed=relayer,
    )  # fmt: skip


def quoted_cue(tokens: Tokens, cue: Cue) -> Cue | None:
    """The source that a cue names for its words, as a cue of its own: ذكرت الوكالة | نقلا عن الوزير أن.

    The first one's subject relays it.
    """
    words = tokens.words
    if cue.form is None or cue.before is not None:
        return None
    for k in range(cue.end, cue.content - 2):
        if words[k] == "نقلا" and words[k + 1] == "عن":
            said = replace(cue.form, gender="", number="")
            speaker, _ = subject_after(tokens, k + 2, cue.content - 1, said)
            if speaker is None or speaker.kind == "document":
                return None  # نقلا عن بيان: the medium
            relayed = cue.subject or subject_before(tokens, cue.start, tokens.sentence_start(cue.start))
            return replace(cue, start=k, end=k + 2, subject=speaker, relayed=relayed, between=(k + 2, cue.content))
    return None


def _content_after_noun(tokens: Tokens, i: int, b: int) -> int:
    words = tokens.words
    for k in range(i + 1, min(b, i + 30)):
        if words[k] in THAT or words[k] == ":" or words[k] in THAT_WITH_BI:
            return k + 1
        if words[k] in MARKS and tokens.closing.get(k, 0) - k > links.SHORT_QUOTE:
            return k
    return i + 1


def noun_cue(tokens: Tokens, number: int, i: int, a: int, b: int) -> Cue | None:
    """قوله إن, بقوله: «...», خلص إلى القول إن."""
    words = tokens.words
    content = _content_after_noun(tokens, i, b)
    near = content - i <= (10 if words[i].startswith(("قول", "بقول")) else 2)
    if content == i + 1 or not near or content >= b:
        return None
    if words[i] in ("القول", "التاكيد", "الاشاره") and words[i - 1] not in ("الي", "علي", "في"):
        return None
    if words[i] in ("القول",) and i - 2 >= a and words[i - 2] in ("يمكن", "نستطيع", "يستطيع"):
        return None
    if i > a and words[i - 1] in ("قبل", "بعد"):
        return None
    gender = "f" if words[i].endswith("ها") else "m" if words[i].endswith("ه") else ""
    form = is_cue_word(tokens, i)
    said = replace(form, gender=gender) if form else None
    return Cue(
        i, i + 1, number, "noun", NOUN_CUES[words[i]], said, content, None, (i + 1, content),
        not words[i].startswith(("مفاد", "فحوا")), clause_start(tokens, i, a), "an",
    )  # fmt: skip
