"""Which words of an article report speech, and how: finite verbs, participles, verbal nouns, attributions, headline colons.

A cue is taken only with what it reports; words that look like cues and report nothing (negated, to come, impersonal,
homographs such as بين "between") are left out here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from index.arabic.normal import fold
from index.statements import links, sources, subjects
from index.statements.lexicon import Form, nouns, verbs
from index.statements.links import THAT, Link
from index.statements.names import PUNCTUATION, Phrase, analyse, bare, begins_name, is_head, is_title
from index.statements.tokens import MARKS, Tokens


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in tokens. `kind`: finite, participle, noun (قوله), source (وفق بيان), anaphor (وهو ما أكده) or headline.

    `content` is the token its words begin at; where they stand before the cue, `before` is their run. `subject` is the
    source as mentioned. `opens` says that it opens a clause, which ends what was said before it; `boundary` is the token
    at which it does. `between` is the run that holds its circumstances. `relayed` is who passed it on.
    """

    start: int
    end: int
    sentence: int
    kind: str
    stance: str
    form: Form | None
    content: int
    subject: Phrase | None
    between: tuple[int, int]
    opens: bool
    boundary: int
    link: str
    before: tuple[int, int] | None = None
    relayed: Phrase | None = None
    relative: bool = False


_NEGATION: Final = _folded("لم لا لن ولم ولا ولن فلم ليس وليس دون بدون عدم أو")
_NEGATED_STILL_SAYS: Final = frozenset(["استبعد", "نفى", "أنكر"])
_MEANWHILE: Final = _folded("لكنه لكنها لكنهم ولكنه ولكنها كما وكما فيما وفيما بينما وبينما حيث إذ قد وقد فقد لقد ثم كذلك و ولقد لكن ولكن حين وحيث")
_EXCEPT: Final = _folded("إلا غير بيد")
_RELATIVE: Final = _folded("الذي التي والذي والتي الذين والذين اللذان")
_IMPERSONAL: Final = frozenset(
    ["ذكر", "اعتقد", "توقع", "رجح", "لاحظ", "قدر", "أمل", "ظن", "اعتبر", "رأى", "خشي", "زعم", "افترض"]
)
_NOUN_CUES: Final = {
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
_ANAPHOR_BEFORE: Final = _folded("وهو وهي وذلك هو هي الأمر الامر وهذا هذا")
_FRONT_SWITCH: Final = _folded("جهته جهتها جهتهم جانبه جانبها جانبهم ناحيته ناحيتها")


def find(tokens: Tokens) -> list[Cue]:
    """The cues of a text, in order."""
    found: list[Cue] = []
    for number, (a, b) in enumerate(tokens.sentences):
        done = linked = a
        for i in range(a, b):
            if i < done or _inside_quote(tokens, i):
                continue
            word = tokens.words[i]
            cue: Cue | None = None
            if word in sources.OPENERS:
                cue = _source(tokens, number, i, a, b)
            elif word in _STANDS and i + 2 < b and tokens.words[i + 1] == "في":
                cue = _stands_in(tokens, number, i, a, b)
            elif word in _NOUN_CUES:
                if i < linked:
                    continue  # معلقا بالقول إن: one cue
                cue = _noun(tokens, number, i, a, b)
            elif word == ":" and i > a:
                cue = _headline(tokens, number, i, a, b)
            else:
                form = links.is_cue_word(tokens, i)
                if form is not None:
                    cue = _verb(tokens, number, i, a, b, form)
            if cue is not None:
                found.append(cue)
                done = max(done, cue.end)
                if cue.link in ("an", "colon", "quote") and cue.content > 0:
                    linked = max(linked, cue.content)
    return found


_STANDS: Final = _folded("جاء وجاء جاءت وجاءت ورد وورد وردت ووردت كتب وكتب")


def _stands_in(tokens: Tokens, number: int, i: int, a: int, b: int) -> Cue | None:
    """وجاء في الحكم أن: a document says."""
    words = tokens.words
    if i > a and words[i - 1] in ("ما", "كما", "لما", "بما"):
        return None
    for k in range(i + 2, min(b, i + 28)):
        opens_quote = words[k] in MARKS and tokens.closing.get(k, 0) - k > links.SHORT_QUOTE + 1
        if words[k] in THAT or words[k] == ":" or opens_quote:
            said = Form(verbs()["ذكر"], "past", "", "")
            subject, _ = subjects.after(tokens, i + 2, k, said)
            if subject is None:
                return None
            if subject.kind == "person":
                if not is_head(words[subject.start], "document"):
                    return None
                subject = replace(subject, kind="document", name=None, role=None)
            content = k + (not opens_quote)
            return Cue(
                i, i + 2, number, "finite", "say", said, content, subject, (i + 2, k), True, _boundary(tokens, i, a),
                "an" if words[k] in THAT else "colon",
            )  # fmt: skip
        if words[k] in ("،", ".") and k > i + 12:
            return None
    return None


def _inside_quote(tokens: Tokens, i: int) -> bool:
    """Whether the token stands in a marked run that is long enough to be somebody's words."""
    opening = tokens.quoted[i]
    return opening >= 0 and opening not in tokens.unclosed and tokens.closing[opening] - opening - 1 > links.SHORT_QUOTE


def _verb(tokens: Tokens, number: int, i: int, a: int, b: int, form: Form) -> Cue | None:
    words = tokens.words
    previous = words[i - 1] if i > a else "."
    if form.future or _negated(words, i, a, form):
        return None
    if previous == "ما" or (form.suffix and previous not in MARKS):
        return _after_ma(tokens, number, i, a, b, form)
    if form.suffix:
        return None
    if form.tense == "participle":
        return _participle(tokens, number, i, a, b, form)
    if previous == "كما" or (form.verb.lemma in ("قال", "أكد", "ذكر") and previous == "وكما"):
        said = sources.as_said(tokens, i, a, b, form)
        if said is not None:
            run, phrase, end = said
            return Cue(
                i - 1, i + 1, number, "source", form.verb.stance, form, -1, phrase, (end, b), True, i - 1, "", run
            )
    if previous in ("هكذا", "الكلمات", "العباره", "العبارات") and form.tense != "participle":
        thus = _inverted(tokens, number, i, a, b, form, thus=True)
        if thus is not None:
            return thus
    if form.verb.lemma in ("علق", "رد", "غرد", "كتب", "نشر") and _says_therein(words, i, b):
        return None
    if "relay" in form.verb.links:
        relay = _relay(tokens, number, i, a, b, form)
        if relay is not None:
            return relay
    link = links.find(tokens, i, form, b)
    if link is None:
        return _inverted(tokens, number, i, a, b, form)
    if _homograph(tokens, i, a, form, link, previous):
        return None
    if link.kind in ("an", "quote", "ofr", "ala") and link.content - i > 3 and "np" in form.verb.links:
        link = _object_first(tokens, i, b, form, link)
        if not link.strong and not _object_is_said(tokens, link.between, form, None):
            link = links.find(tokens, i, form, b) or link
    explicit = not link.strong or "whom" in form.verb.links
    between = link.between if link.strong else _phrase_limit(tokens, i, b)
    subject, end = subjects.after(tokens, i + 1, between, form, object_follows=explicit)
    content = link.content
    if not link.strong:
        if form.tense == "present" and (form.verb.lemma == "اعتبر" or (not form.joined and i > a and not previous in PUNCTUATION)):
            return None  # هذا الإجراء يؤكد حرصها: shows, does not say
        content = subjects.object_start(tokens, end if subject else i + 1, b)
        if content < 0 or content >= b or not _object_is_said(tokens, content, form, subject):
            return None
        between = content
    if (
        form.tense == "present"
        and subject is None
        and not form.joined
        and i > a
        and previous not in PUNCTUATION | _MEANWHILE | {"ان"}
    ):
        speaker = subjects.before(tokens, i, a)
        if speaker is None or speaker.kind not in ("person", "organization", "anonymous"):
            return None  # a relative clause without a relative: أنباء تفيد بأن
    relative = previous in _RELATIVE
    if form.tense == "present" and form.verb.lemma == "اعتبر" and link.kind != "an":
        return None
    if form.verb.lemma == "وجه" and not any(words[k] in ("نداء", "دعوه") for k in range(i + 1, content)) and content - (end if subject else i + 1) > 1:
        return None  # وجه صفعة إلى الرئيس بإبقاء
    if relative and link.kind in ("ofr", "ila", "ala", "min", "fi") and tokens.raw(content).endswith(("ها", "ه")):
        return None  # الحكومة التي أعلن عن تركيبتها
    opens = (
        form.joined
        or i == a
        or previous in _MEANWHILE
        or previous in PUNCTUATION
        or (previous == "ان" and words[i - 2] in ("قبل", "بعد"))
        or (previous in THAT and i - 2 >= a and words[i - 2] in _EXCEPT)
    )
    boundary = _boundary(tokens, i, a)
    return Cue(
        i, i + 1, number, "finite", form.verb.stance, form, content, subject, (i + 1, between),
        opens, boundary, link.kind, relative=relative,
    )  # fmt: skip


def _after_participle(tokens: Tokens, i: int, content: int) -> bool:
    """Whether another cue opens between a verb and what was taken for its object."""
    return any(
        (form := links.is_cue_word(tokens, j)) is not None
        and form.tense == "participle"
        and tokens.words[j - 1] in ("،", ",")
        for j in range(i + 2, content)
    )


def _object_first(tokens: Tokens, i: int, b: int, form: Form, link: Link) -> Link:
    """The link as a noun phrase, if one that can be said stands before the clause: جدد الرئيس تمسكه بالحزب الذي قال إنه."""
    subject, end = subjects.after(tokens, i + 1, link.between, form, object_follows=True)
    k = subjects.object_start(tokens, end if subject else i + 1, b)
    aside = any(tokens.words[j] not in nouns("time") | {"،", ","} for j in range(end if subject else i + 1, k))
    if link.kind == "an" and aside:
        return link
    if 0 <= k < link.between and (tokens.words[k] in nouns("declared_object") or links.masdar_like(tokens.raw(k))):
        if link.kind == "quote" or tokens.words[k] not in ("ما", "هذا", "هذه", "كل", "جميع"):
            return Link("np", k, -1, strong=False)
    return link


def _negated(words: list[str], i: int, a: int, form: Form) -> bool:
    if i == a:
        return False
    previous = words[i - 1]
    if previous in _NEGATION:
        return form.verb.lemma not in _NEGATED_STILL_SAYS
    if previous in ("ان", "لان", "بان", "كي", "حتي", "الا"):
        return not (i - 2 >= a and words[i - 2] in ("قبل", "بعد")) and form.tense == "present"
    if previous in ("اذا", "لو", "واذا", "ولو", "ان", "مهما", "كلما") and form.verb.links & {"np", "all"}:
        return True
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
        "عند",
        "كل",
    )


def _homograph(tokens: Tokens, i: int, a: int, form: Form, link: Link, previous: str) -> bool:
    """Whether the word is something else here, or the sentence an editorial one (يذكر أن)."""
    words, lemma = tokens.words, form.verb.lemma
    following = words[i + 1] if i + 1 < len(tokens) else "."
    clause = i == a or form.joined or previous in _MEANWHILE or previous in PUNCTUATION
    immediate = following in THAT or (link.content - i <= 3 and following in ("الي", "علي", "من"))
    if form.tense == "present" and form.gender == "m" and lemma in _IMPERSONAL and following in THAT:
        return True
    if lemma == "بين" and form.tense == "present" and following in THAT:
        return not previous.startswith("ال")  # تبين أن: it turned out
    if lemma == "بين":
        if link.kind not in ("an", "colon", "quote"):
            return True
        if words[i] in ("بين", "وبين", "فبين"):
            clause = i == a or previous in PUNCTUATION or previous in _MEANWHILE or form.joined
            near = following in THAT or (clause and link.content - i <= 9 and _nameable(tokens, i + 1))
            return not (near or (clause and following not in MARKS and _nameable(tokens, i + 1) and link.kind == "an"))
    if (
        lemma in ("تابع", "واصل", "زاد", "رد", "علق")
        and link.kind == "an"
        and following not in THAT | links.THAT_WITH_BI
    ):
        if link.content - i > 9 or not _nameable(tokens, i + 1) and words[i + 1] not in tokens.surnames:
            return True
    if lemma == "عقب" or (form.verb.weak and lemma != "حمل"):
        said = lemma == "أبرز" and link.kind in ("np", "quote") and (clause or _nameable(tokens, i + 1))
        if link.kind not in ("an", "colon", "quote", "bi", "ila", "ofr", "min", "ask", "ala") or said:
            return not said
        if following in THAT or following in (":",) or following in MARKS:
            return False
        if lemma == "عقب" and (not clause or bare(following) in nouns("occasion")):
            return True
        if lemma in ("عقب", "زاد", "واصل", "تابع", "رد", "علق"):
            return link.content - i > 12 or not (_nameable(tokens, i + 1) or link.kind == "colon")
        return not immediate and not _nameable(tokens, i + 1)
    if lemma in ("عبر", "أعرب") and link.kind == "ofr" and words[i] in ("عبر", "وعبر"):
        return False
    return lemma == "عبر" and words[i] in ("عبر", "وعبر") and not (following in THAT or (clause and link.kind == "ofr"))


def _nameable(tokens: Tokens, i: int) -> bool:
    if i >= len(tokens):
        return False
    word = tokens.words[i]
    return (
        is_title(word)
        or begins_name(tokens, i, len(tokens))
        or any(is_head(word, s) for s in ("organization", "media", "anonymous", "document"))
    )


def _phrase_limit(tokens: Tokens, i: int, b: int) -> int:
    return min(b, i + 40)


_REFUSED: Final = _folded("التعليق الحديث الإدلاء طلب طلبا دعوى الطعن استئناف مقابلة لقاء استقبال الدعوة العرض")


def _object_is_said(tokens: Tokens, k: int, form: Form, subject: Phrase | None) -> bool:
    """Whether the noun phrase at `k` may be what was said: not a mere thing, for the verbs that also take things."""
    words = tokens.words
    word = words[k]
    if word in PUNCTUATION - MARKS or word in THAT:
        return False
    other = links.is_cue_word(tokens, k)
    if other is not None and word not in nouns("declared_object") and (other.tense == "participle" or other.joined):
        return False
    if form.verb.lemma == "حمل":
        return any(words[j].startswith(("مسوولي", "المسوولي")) for j in range(k, min(k + 10, len(tokens))))
    if form.verb.links & {"all"}:
        return form.tense != "participle" or form.verb.lemma == "وصف" or _with_bi(tokens, k)
    if form.verb.lemma == "أعلن" and subject is not None and not word.startswith("ال"):
        return not is_title(word) and not begins_name(tokens, k, len(tokens))
    if form.verb.lemma in ("أكد", "جدد", "أبدى", "أعلن", "كرر"):
        raw = tokens.raw(k)
        if word in ("هذا", "هذه", "ذلك", "تلك", "ما") and form.verb.lemma != "أعلن":
            return False
        return word in nouns("declared_object") or links.masdar_like(raw) or word in MARKS
    if form.verb.lemma in ("رفض", "نفى", "اقترح"):
        return word not in _REFUSED
    return subject is not None or form.joined or tokens.words[k - 2] in _MEANWHILE


def _with_bi(tokens: Tokens, k: int) -> bool:
    """Whether a word with بـ follows within the clause: متهما الحكومة بالتقصير, not المتهم."""
    for j in range(k, min(k + 12, len(tokens))):
        word = tokens.words[j]
        if word in PUNCTUATION - MARKS:
            return False
        if word[0] == "ب" and len(word) > 3 and j > k:
            return True
    return False


def _boundary(tokens: Tokens, i: int, a: int) -> int:
    """The token at which the clause of the cue at `i` begins: كما, فيما and من جهته before it counted in."""
    words = tokens.words
    k = i
    while k > a:
        previous = words[k - 1]
        if (
            previous in ("،", ",", "و", "؛", "-")
            or previous in _MEANWHILE
            or previous in _FRONT_SWITCH
            or previous in ("بدوره", "بدورها")
        ):
            k -= 1
        elif previous in ("من", "ومن") and words[k] in _FRONT_SWITCH:
            k -= 1
        elif previous in THAT and k - 2 >= a and words[k - 2] in _EXCEPT:
            k -= 2
        elif previous == "ان" and k - 2 >= a and words[k - 2] in ("قبل", "بعد"):
            k -= 2
        else:
            break
    return k


def _participle(tokens: Tokens, number: int, i: int, a: int, b: int, form: Form) -> Cue | None:
    words = tokens.words
    previous = words[i - 1] if i > a else "."
    if previous in ("في", "من", "الي", "عن", "كل", "غير", "اكثر", "بصوره", "بصفه") or (
        previous == "علي" and tokens.is_ala(i - 1)
    ):
        return None
    if form.gender == "m" and form.number == "s" and not words[i].endswith("ا"):
        return None
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
        k = subjects.object_start(tokens, i + 1, b)
        if 0 <= k < link.between and k > i + 1 and words[k] in nouns("declared_object"):
            link = Link("np", k, -1, strong=False)  # مؤكدا في الوقت ذاته ضرورة
    content = link.content
    if not link.strong:
        content = i + 1
        if content >= b or words[content] in PUNCTUATION - MARKS:
            return None
        content = subjects.object_start(tokens, content, b)
        if content < 0 or (form.verb.lemma == "اتهم" and previous not in PUNCTUATION and previous != "و"):
            return None
        if form.verb.links & {"all"} and not _object_is_said(tokens, content, form, None):
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
            if not (links.masdar_like(raw) or (loose and not words[content].startswith("من"))):
                return None
            if words[i] == "مجددا" and not links.masdar_like(raw):
                return None
        if words[i] in ("مجددا", "ومجددا") and not words[content].endswith(("ه", "ها")):
            return None
    elif link.kind in ("ila", "ala", "min", "ofr", "fi", "bi") and link.content - i > 8:
        return None
    elif form.verb.weak and link.kind not in ("an", "colon", "quote", "bare") and link.content - i > 3:
        return None
    if form.verb.lemma == "ذكّر" and form.gender == "f" and previous not in PUNCTUATION:
        return None  # مذكرة تفاهم
    if form.verb.lemma == "أضاف" and link.kind != "an" and link.kind not in ("colon", "quote"):
        return None
    return Cue(
        i, i + 1, number, "participle", form.verb.stance, form, content, None, (i + 1, min(link.between, content)),
        True, _boundary(tokens, i, a), link.kind,
    )  # fmt: skip


def _after_ma(tokens: Tokens, number: int, i: int, a: int, b: int, form: Form) -> Cue | None:
    """وهو ما أكده الوزير: what was said stands before. وفق ما أكده is found from its first word."""
    words = tokens.words
    if form.tense == "participle" or i - 2 < a:
        return None
    if words[i - 1] == "ما" and words[i - 2] in _ANAPHOR_BEFORE:
        start = i - 2
    elif words[i - 1] == "الذي" and words[i - 2] in ("الامر", "الشيء"):
        start = i - 2
    else:
        return _object_pronoun(tokens, number, i, a, b, form)
    subject, end = subjects.after(tokens, i + 1, min(b, i + 30), form)
    if subject is None or not form.suffix:
        return None
    run = sources.clause_before(tokens, start, a)
    if run is None:
        return None
    return Cue(
        i, i + 1, number, "anaphor", form.verb.stance, form, -1, subject, (i + 1, b), True, start, "", run,
    )  # fmt: skip


def _object_pronoun(tokens: Tokens, number: int, i: int, a: int, b: int, form: Form) -> Cue | None:
    """أبلغه أن, أخبرهم بأن, دعاه إلى: the addressee is a pronoun; also التي اعتبرها, which goes on with its predicate."""
    if form.joined and form.verb.lemma in ("حث", "نصح", "حمل", "وعد", "طلب"):
        return None  # the masdar: دعوتهم وحثهم على
    regarded = form.verb.lemma in ("اعتبر", "وصف", "عد") and i > a and tokens.words[i - 1] in _RELATIVE
    if not (form.verb.links & {"whom", "all"} or regarded) or form.tense == "participle":
        return None
    link = links.find(tokens, i, form, b)
    if form.verb.lemma == "وصف" and not regarded:
        link = next((Link("an", k, k) for k in range(i + 1, min(b, i + 14)) if _predicate(tokens, k)), None)
    if link is None or not link.strong:
        return None
    subject, _ = subjects.after(tokens, i + 1, link.between, form)
    if regarded and (link.kind != "an" or subject is None or tokens.words[subject.start] in MARKS):
        return None
    previous = tokens.words[i - 1] if i > a else "."
    opens = form.joined or i == a or previous in _MEANWHILE or previous in PUNCTUATION or regarded
    return Cue(
        i, i + 1, number, "finite", form.verb.stance, form, link.content, subject, (i + 1, link.between), opens,
        i - 1 if regarded else _boundary(tokens, i, a), link.kind, relative=previous in _RELATIVE,
    )  # fmt: skip


def _predicate(tokens: Tokens, k: int) -> bool:
    """Whether token `k` begins what somebody was called: بأنه, بـ«...», بالخائن."""
    word = tokens.words[k]
    quoted = word == "ب" and k + 1 < len(tokens) and tokens.words[k + 1] in MARKS
    near = word[0] == "ب" and len(word) > 4 and links.is_cue_word(tokens, k - 1) is not None
    return near or word in links.THAT_WITH_BI or quoted or (word.startswith("بال") and len(word) > 5)


def _says_therein(words: list[str], i: int, b: int) -> bool:
    """علق بتغريدة قال فيها: the second verb is the cue."""
    return any(
        words[k] in ("قال", "قالت", "وقال", "جاء", "كتب", "كتبت") and words[k + 1] in ("فيها", "فيه")
        for k in range(i + 1, min(b - 1, i + 25))
    )


def _inverted(
    tokens: Tokens, number: int, i: int, a: int, b: int, form: Form, thus: bool = False
) -> Cue | None:
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
        subject, end = subjects.after(tokens, i + 1, min(b, i + 30), form, object_follows=True)
        return Cue(
            i, i + 1, number, "finite", form.verb.stance, form, -1, subject, (end, b), True, i, "", (opening + 1, k),
        )  # fmt: skip
    if opening is None or k - opening - 1 <= links.SHORT_QUOTE:
        return None
    subject, end = subjects.after(tokens, i + 1, min(b, i + 30), form)
    if subject is None:
        return None
    return Cue(
        i, i + 1, number, "finite", form.verb.stance, form, -1, subject, (end, b), True, i, "", (opening + 1, k),
    )  # fmt: skip


def _relay(tokens: Tokens, number: int, i: int, a: int, b: int, form: Form) -> Cue | None:
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
        if word in _NOUN_CUES and word not in ("القول", "التاكيد", "الاشاره"):
            cue_at = k
            break
        if word in THAT or word == ":" or (word in MARKS and tokens.closing.get(k, 0) - k > links.SHORT_QUOTE + 1):
            break
    else:
        k = stop
    if k >= stop:
        return None
    relayer, _ = subjects.after(tokens, i + 1, about or i + 1, form)
    said = form if about is None else replace(form, gender="", number="")
    subject, _ = subjects.after(tokens, after, k, said) if about is not None else (None, after)
    if about is not None and subject is None:
        return None
    if cue_at >= 0:
        content = _content_after_noun(tokens, cue_at, b)
    else:
        content = k + (words[k] not in MARKS)
    if content >= b:
        return None
    start, end = (cue_at, cue_at + 1) if cue_at >= 0 else (i, i + 1)
    stance = _NOUN_CUES[words[cue_at]] if cue_at >= 0 else "say"
    return Cue(
        start, end, number, "noun" if cue_at >= 0 else "finite", stance, said, content, subject, (i + 1, content),
        True, _boundary(tokens, i, a), "an", relayed=relayer,
    )  # fmt: skip


def _content_after_noun(tokens: Tokens, i: int, b: int) -> int:
    words = tokens.words
    for k in range(i + 1, min(b, i + 30)):
        if words[k] in THAT or words[k] == ":" or words[k] in links.THAT_WITH_BI:
            return k + 1
        if words[k] in MARKS and tokens.closing.get(k, 0) - k > links.SHORT_QUOTE:
            return k
    return i + 1


def _noun(tokens: Tokens, number: int, i: int, a: int, b: int) -> Cue | None:
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
    form = links.is_cue_word(tokens, i)
    said = replace(form, gender=gender) if form else None
    return Cue(
        i, i + 1, number, "noun", _NOUN_CUES[words[i]], said, content, None, (i + 1, content),
        not words[i].startswith(("مفاد", "فحوا")), _boundary(tokens, i, a), "an",
    )  # fmt: skip


def _source(tokens: Tokens, number: int, i: int, a: int, b: int) -> Cue | None:
    """وفق بيان الوزارة, بحسب ما نقلته الوكالة, نقلا عن مصدر."""
    found = sources.find(tokens, i, a, b)
    if found is None:
        return None
    if found.before is None and found.content < 0:
        return None
    return Cue(
        i, found.cue_end, number, "source", found.stance, found.form, found.content, found.phrase,
        (found.end, b if found.before else max(found.end, found.content)),
        True, i, "", found.before,
    )  # fmt: skip


def _headline(tokens: Tokens, number: int, i: int, a: int, b: int) -> Cue | None:
    """السيسي: لن نسمح. The words before the colon must be a short name or title that opens the sentence."""
    if not 1 <= i - a <= 8 or b - i < 4:
        return None
    words = tokens.words
    if any(
        words[k] in PUNCTUATION - MARKS or words[k] in nouns("adjunct") or links.is_cue_word(tokens, k)
        for k in range(a, i)
    ):
        return None
    known = i - a <= 2 and words[i - 1] in tokens.surnames
    if not (known or is_title(words[a]) or begins_name(tokens, a, i) or is_head(words[a], "anonymous")):
        return None
    phrase = analyse(tokens, a, i)
    if phrase.kind not in ("person", "anonymous") or (phrase.name is None and i - a < 2 and not known):
        return None
    if words[a] in ("المصدر", "المصادر") or is_head(words[a], "media"):
        return None
    return Cue(i, i + 1, number, "headline", "say", None, i + 1, phrase, (i, i), True, a, "colon")
