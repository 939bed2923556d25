"""Finite verbs as cues: قال الوزير إن, نفت الشركة وجود."""

from __future__ import annotations

from typing import Final

from index.statements import links, sources
from index.statements.cues.cue import HOWEVER, Cue, clause_start
from index.statements.cues.guards import is_negated, reports_nothing
from index.statements.cues.nouns import relay_cue
from index.statements.cues.participles import participle_cue
from index.statements.cues.said_objects import object_first, object_is_said
from index.statements.cues.turned import inverted_cue, says_therein, turned_cue
from index.statements.grammar import EXCEPT, MEANWHILE, PUNCTUATION, RELATIVE, THAT, THEREIN
from index.statements.lexicon import Form, grammar, nouns, places
from index.statements.links import Link
from index.statements.morphology import bare, is_cue_word
from index.statements.phrases.analysis import Phrase
from index.statements.phrases.heads import is_head, is_title
from index.statements.phrases.objects import object_start
from index.statements.phrases.subjects import subject_after, subject_before
from index.statements.tokens import MARKS, Tokens

_THINGS: Final = grammar("things")
_ASKED: Final = grammar("asked")
_REFUSED: Final = grammar("refused")


def finite_cue(tokens: Tokens, number: int, i: int, a: int, b: int, form: Form) -> Cue | None:
    """The cue that the verb form at token `i` is, in sentence `number` of the tokens ``a:b``; None if it is none."""
    words = tokens.words
    previous = words[i - 1] if i > a else "."
    if form.future or is_negated(words, i, a, form):
        return None
    following = words[i + 1] if i + 1 < b else "."
    if (
        i - 1 > a
        and form.tense != "participle"
        and (bare(previous) in _THINGS or (previous.startswith("ال") and bare(words[i - 2]) in _THINGS))
    ):
        return None  # التحاليل الجينية أثبتت
    if form.verb.lemma == "أبلغ" and form.tense == "present" and following in ("من", "عدد", "طول", "سن"):
        return None  # تبلغ من العمر
    if previous in THAT and form.verb.lemma == "رفض" and form.tense == "past" and not form.joined and following != "ان":
        return None  # إن رفض الحكومة: the noun
    if i > a and (refused := is_cue_word(tokens, i - 1)) is not None and refused.verb.lemma == "رفض":
        return None  # رافضا كشف اسمه: the noun
    if (previous, following) == ("(", ")"):
        return None  # the gloss of a name: "هوب" (أمل)
    if following == "من" and i + 2 < b and words[i + 2] in ("طرف", "قبل", "جانب", "لدن"):
        return None  # المبادرة التي اقترحت من طرف الحكومة: a passive
    if form.verb.lemma == "رفض" and following in _REFUSED:
        return None  # رفض الكشف عن اسمه
    if previous == "ما" or (form.suffix and previous not in MARKS):
        return turned_cue(tokens, number, i, a, b, form)
    if form.suffix:
        return None
    if form.tense == "participle":
        return participle_cue(tokens, number, i, a, b, form)
    if previous in ("كما", "مثلما") or (form.verb.lemma in ("قال", "أكد", "ذكر") and previous == "وكما"):
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
    led = link.content - i > 3 or (link.content - i == 3 and words[i + 1] in nouns("declared_object"))
    if link.kind in ("an", "quote", "ofr", "ala") and led and "np" in form.verb.links:
        link = object_first(tokens, i, b, form, link)
        if not link.strong and not object_is_said(tokens, link.between, form, None):
            link = links.find(tokens, i, form, b) or link
    explicit = not link.strong or "whom" in form.verb.links
    between = link.between if link.strong else _phrase_limit(tokens, i, b)
    if not link.strong and previous in RELATIVE:
        between = i + 1  # اللذين انتقدا الجيش: the antecedent is the subject
    subject, end = subject_after(tokens, i + 1, between, form, object_follows=explicit)
    if subject is not None and subject.bare and bare(words[subject.start]) in _THINGS:
        return None  # أثبتت التحاليل أن: things show, they do not say
    if form.verb.lemma == "اعتبر" and not link.strong and following in ("ذلك", "هذا", "هذه", "تلك"):
        subject, end = None, i + 1  # واعتبرت | ذلك أمرا عاديا
    if form.verb.lemma == "وصف" and form.joined and subject is not None and _is_described(tokens, subject):
        subject, end = None, i + 1  # ووصف | الديربي بالأجمل
    embedded = False
    if subject is None and following in THEREIN and (own := _of_relative(tokens, i, a)) is not None:
        subject = own
    elif subject is not None and not form.joined and subject.kind != "person" and _takes_object(form, link):
        beside = _said_of(tokens, i, a, previous)
        if beside is not None and (previous == "،" or not link.strong or words[subject.start] in places()):
            subject, end, embedded = beside, i + 1, previous == "،"
    if subject is not None and link.strong and _is_addressed(tokens, i, a, form, subject, link.content):
        subject = None
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
    again = is_cue_word(tokens, content) if content < b else None
    if again is not None and again.verb.lemma == form.verb.lemma and again.tense == form.tense and not again.joined:
        return None  # واعتبر على هامش اللقاء، اعتبر أن
    relative = previous in RELATIVE
    if form.tense == "present" and form.verb.lemma == "اعتبر" and link.kind != "an":
        return None
    if (
        form.verb.lemma == "وجه"
        and not any(words[k] in ("نداء", "دعوه") for k in range(i + 1, content))
        and (content - (end if subject else i + 1) > 1 or link.kind == "li")
    ):
        return None  # وجه صفعة إلى الرئيس بإبقاء
    if relative and link.kind in ("ofr", "ila", "ala", "min", "fi") and tokens.raw(content).endswith(("ها", "ه")):
        return None  # الحكومة التي أعلن عن تركيبتها
    opens = not embedded and (
        form.joined
        or i == a
        or previous in MEANWHILE
        or previous in PUNCTUATION
        or (previous == "ان" and words[i - 2] in ("قبل", "بعد"))
        or (previous in THAT and i - 2 >= a and words[i - 2] in EXCEPT)
    )
    boundary = clause_start(tokens, i, a)
    opens = opens or (not embedded and boundary < i and words[boundary] in HOWEVER)  # لكن البنك رجح
    return Cue(
        i, i + 1, number, "finite", form.verb.stance, form, content, subject, (i + 1, between),
        opens, boundary, link.kind, relative=relative,
    )  # fmt: skip


def _of_relative(tokens: Tokens, i: int, a: int) -> Phrase | None:
    """The antecedent whose relative clause the verb ends: الحزب الذي أصدر بيانا | أكد فيه."""
    for j in range(i - 1, max(a, i - 10) - 1, -1):
        if tokens.words[j] in PUNCTUATION:
            return None
        if tokens.words[j] in RELATIVE:
            return subject_before(tokens, j + 1, a)
    return None


def _takes_object(form: Form, link: Link) -> bool:
    """Whether the noun after the verb may be its object: whom it addresses, or what it denies."""
    return "whom" in form.verb.links or ("np" in form.verb.links and not link.strong)


def _said_of(tokens: Tokens, i: int, a: int, previous: str) -> Phrase | None:
    """The subject right before the verb: الشركة طالبت | تونس بالضمانات, أن رئيس الهيئة سامي حداد، دعا | المجلس."""
    if i <= a or previous == "حين" or (previous in PUNCTUATION | MEANWHILE and previous != "،"):
        return None
    found = subject_before(tokens, i, a)
    if found is None or found.end != i - (previous == "،"):
        return None
    return found if previous != "،" or tokens.words[found.start - 1] in THAT else None


def _is_described(tokens: Tokens, subject: Phrase) -> bool:
    """Whether the noun after وصف is what is described: a thing, with بـ right behind it."""
    head = tokens.words[subject.start]
    person = is_title(head) or head in tokens.surnames or head in places() or subject.kind == "organization"
    person = person and not (subject.bare and not is_head(head, "organization") and head not in places())
    return subject.bare and not person and tokens.words[subject.end : subject.end + 1] == ["ب"]


def _is_addressed(tokens: Tokens, i: int, a: int, form: Form, subject: Phrase, content: int) -> bool:
    """Whether the noun after the verb is whom it addresses: حذر المحافظ من الانهيار ودعا | السكان إلى."""
    if "whom" in form.verb.links and form.number == "s" and tokens.words[i + 1] in ("جميع", "كافه", "كل", "ساير"):
        return subject.bare  # وحث جميع | الأطراف على
    joined = "whom" in form.verb.links and form.joined and form.number == "s"
    if joined and subject.name is None and subject.role is None:
        if bare(tokens.words[subject.start]) in _ASKED and 0 <= content - subject.end <= 1:
            return True  # وطالب المجتمع الدولي | بموقف حازم
        asked = form.verb.stance == "demand" and i > a
        if asked and subject.kind in ("organization", "anonymous") and any(is_cue_word(tokens, k) for k in range(a, i)):
            near = content < 0 or 0 <= content - subject.end <= 1
            return tokens.words[i - 1] not in MEANWHILE and near  # ...، وطالبت اليونسكو | بـ
    return (
        joined
        and i > a
        and subject.kind == "anonymous"
        and subject.end == subject.start + 1
        and tokens.words[subject.start] not in tokens.surnames
        and not tokens.raw(subject.start).endswith("ون")
    )


def _phrase_limit(tokens: Tokens, i: int, b: int) -> int:
    return min(b, i + 40)
