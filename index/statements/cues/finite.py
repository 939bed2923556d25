"""Finite verbs as cues: قال الوزير إن, نفت الشركة وجود."""

from __future__ import annotations

from index.statements import links, sources
from index.statements.cues.cue import Cue, clause_start
from index.statements.cues.guards import is_negated, reports_nothing
from index.statements.cues.nouns import relay_cue
from index.statements.cues.participles import participle_cue
from index.statements.cues.said_objects import object_first, object_is_said
from index.statements.cues.turned import inverted_cue, says_therein, turned_cue
from index.statements.grammar import EXCEPT, MEANWHILE, PUNCTUATION, RELATIVE, THAT
from index.statements.lexicon import Form
from index.statements.morphology import is_cue_word
from index.statements.phrases.objects import object_start
from index.statements.phrases.subjects import subject_after, subject_before
from index.statements.tokens import MARKS, Tokens


def finite_cue(tokens: Tokens, number: int, i: int, a: int, b: int, form: Form) -> Cue | None:
    """The cue that the verb form at token `i` is, in sentence `number` of the tokens ``a:b``; None if it is none."""
    words = tokens.words
    previous = words[i - 1] if i > a else "."
    if form.future or is_negated(words, i, a, form):
        return None
    if previous == "ما" or (form.suffix and previous not in MARKS):
        return turned_cue(tokens, number, i, a, b, form)
    if form.suffix:
        return None
    if form.tense == "participle":
        return participle_cue(tokens, number, i, a, b, form)
    if previous == "كما" or (form.verb.lemma in ("قال", "أكد", "ذكر") and previous == "وكما"):
        said = sources.as_said(tokens, i, a, b, form)
        if said is not None:
            run, phrase, end = said
            return Cue(
                i - 1, i + 1, number, "source", form.verb.stance, form, -1, phrase, (end, b), True, i - 1, "", run
            )
    if previous in ("هكذا", "الكلمات", "العباره", "العبارات") and form.tense != "participle":
        thus = inverted_cue(tokens, number, i, a, b, form, thus=True)
        if thus is not None:
            return thus
    if form.verb.lemma in ("علق", "رد", "غرد", "كتب", "نشر") and says_therein(words, i, b):
        return None
    if "relay" in form.verb.links:
        relay = relay_cue(tokens, number, i, a, b, form)
        if relay is not None:
            return relay
    link = links.find(tokens, i, form, b)
    if link is None:
        return inverted_cue(tokens, number, i, a, b, form)
    if reports_nothing(tokens, i, a, form, link, previous):
        return None
    if link.kind in ("an", "quote", "ofr", "ala") and link.content - i > 3 and "np" in form.verb.links:
        link = object_first(tokens, i, b, form, link)
        if not link.strong and not object_is_said(tokens, link.between, form, None):
            link = links.find(tokens, i, form, b) or link
    explicit = not link.strong or "whom" in form.verb.links
    between = link.between if link.strong else _phrase_limit(tokens, i, b)
    if not link.strong and previous in RELATIVE:
        between = i + 1  # اللذين انتقدا الجيش: the antecedent is the subject
    subject, end = subject_after(tokens, i + 1, between, form, object_follows=explicit)
    content = link.content
    if not link.strong:
        if form.tense == "present" and (
            form.verb.lemma == "اعتبر" or (not form.joined and i > a and previous not in PUNCTUATION)
        ):
            return None  # هذا الإجراء يؤكد حرصها: shows, does not say
        content = object_start(tokens, end if subject else i + 1, b)
        if content < 0 or content >= b or not object_is_said(tokens, content, form, subject):
            return None
        between = content
    if (
        form.tense == "present"
        and subject is None
        and not form.joined
        and i > a
        and previous not in PUNCTUATION | MEANWHILE | {"ان"}
    ):
        speaker = subject_before(tokens, i, a)
        if speaker is None or speaker.kind not in ("person", "organization", "anonymous"):
            return None  # a relative clause without a relative: أنباء تفيد بأن
    relative = previous in RELATIVE
    if form.tense == "present" and form.verb.lemma == "اعتبر" and link.kind != "an":
        return None
    if (
        form.verb.lemma == "وجه"
        and not any(words[k] in ("نداء", "دعوه") for k in range(i + 1, content))
        and content - (end if subject else i + 1) > 1
    ):
        return None  # وجه صفعة إلى الرئيس بإبقاء
    if relative and link.kind in ("ofr", "ila", "ala", "min", "fi") and tokens.raw(content).endswith(("ها", "ه")):
        return None  # الحكومة التي أعلن عن تركيبتها
    opens = (
        form.joined
        or i == a
        or previous in MEANWHILE
        or previous in PUNCTUATION
        or (previous == "ان" and words[i - 2] in ("قبل", "بعد"))
        or (previous in THAT and i - 2 >= a and words[i - 2] in EXCEPT)
    )
    boundary = clause_start(tokens, i, a)
    return Cue(
        i, i + 1, number, "finite", form.verb.stance, form, content, subject, (i + 1, between),
        opens, boundary, link.kind, relative=relative,
    )  # fmt: skip


def _after_participle(tokens: Tokens, i: int, content: int) -> bool:
    """Whether another cue opens between a verb and what was taken for its object."""
    return any(
        (form := is_cue_word(tokens, j)) is not None
        and form.tense == "participle"
        and tokens.words[j - 1] in ("،", ",")
        for j in range(i + 2, content)
    )


def _phrase_limit(tokens: Tokens, i: int, b: int) -> int:
    return min(b, i + 40)
