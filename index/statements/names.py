"""A noun phrase that names a source, taken apart: the person's name, the role, the organisation, and what kind of source.

No tagger: newsrooms put names after titles and titles after names, in phrases whose heads are a closed set of words
(lexicon/nouns.txt). Where a name begins is told by a given name, else by the first bare words after the last definite one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from index.arabic.normal import fold
from index.statements.lexicon import forms, given_names, nouns, places
from index.statements.links import THAT, THAT_AFTER_FRONT, THAT_WITH_BI, masdar_like
from index.statements.tokens import MARKS, Tokens

_PREFIXED_AL: Final = ("وال", "بال", "كال", "فال")
_COMPOUND_SECOND: Final = frozenset(fold(w) for w in "الدين الله الرحمن الرحمان الإسلام الزهراء".split())
_KUNYA: Final = frozenset(fold(w) for w in "أبو أبي أبا بن ابن بنت آل ولد أم بو دي فون فان دو دا إل سان عبد".split())
_RELATIONS: Final = frozenset(
    fold(w)
    for w in "محامي محامية نجل ابن ابنة زوجة زوج شقيق شقيقة والد والدة أم أب صهر عائلة أسرة مستشار صديق وكيل جد حفيد خال عم".split()
)
PUNCTUATION: Final = frozenset("،؛,;:.!؟?()[]-–—/…\n*•") | MARKS
"""Tokens that are no words."""
_LONGEST_NAME: Final = 5


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source as mentioned, in tokens: the whole, and within it name, role and organisation (each a run or None).

    `kind` is person, organization, anonymous or document; `gender` m or f; `number` s or p.
    """

    start: int
    end: int
    kind: str
    name: tuple[int, int] | None = None
    role: tuple[int, int] | None = None
    organization: tuple[int, int] | None = None
    gender: str = "m"
    number: str = "s"
    bare: bool = False


_KIN: Final = frozenset(fold(w) for w in "أم أب أخ جد ابن".split())


def titled(tokens: Tokens, k: int) -> bool:
    """Whether token `k` is a title here: not the adjective in مؤتمر صحفي."""
    word = tokens.words[k]
    if not is_title(word):
        return False
    previous = tokens.words[k - 1] if k else ""
    if word in _KIN:
        return begins_name(tokens, k + 1, len(tokens))  # not the letters of "إف إم"
    return word.startswith("ال") or not (
        bare(previous) in nouns("occasion") | nouns("medium") or previous in nouns("medium")
    )


@cache
def bare(word: str) -> str:
    """A folded word without و, ل, ب and the article: والوزير, للوزير and وزير are وزير."""
    for prefix in ("وال", "فال", "بال", "كال", "لل", "ال"):
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            return word[len(prefix) :]
    if word[:1] in ("و", "ل", "ب") and len(word) > 4:
        return word[1:]
    return word


def is_head(word: str, section: str) -> bool:
    """Whether the word, with or without the article, is in the section."""
    words = nouns(section)
    return word in words or (word.startswith("ال") and word[2:] in words)


def is_title(word: str) -> bool:
    """Whether the word is a person's title or occupation."""
    return is_head(word, "title") or word in nouns("honorific")


def begins_name(tokens: Tokens, i: int, end: int) -> bool:
    """Whether a personal name begins at token `i` by its given name."""
    if i >= end:
        return False
    word = tokens.words[i]
    if word in given_names():
        return True
    if word == "رجب":
        return i + 1 < end and tokens.words[i + 1] == "طيب"
    if word == "علي":
        return not tokens.is_ala(i) and i + 1 < end
    if i + 1 < end and tokens.words[i + 1] in ("الدين", "الله") and not is_head(word, "organization"):
        return (
            not word.startswith(("ال", "ب", "ل"))
            and word.isalpha()
            and word not in ("عند", "باذن", "رسول", "كتاب", "سبيل", "حزب", "انصار", "علوم", "رجال", "علماء", "اصول")
        )
    if word == "عبد":
        return i + 1 < end and tokens.words[i + 1].startswith("ال")
    return word in ("ابو", "ابي") and i + 1 < end and tokens.words[i + 1] not in PUNCTUATION


_TITLES_IN_NAMES: Final = frozenset(
    fold(w)
    for w in "قائد قايد أمير حاكم شيخ سلطان عميد ملك خليفة كاتب إمام داعية حاج نجم بطل مالك مختار حكم مرجع عالم شاعر ابن زعيم خال جد بك آغا نقيب رائد صاحب مفتاح".split()
)


_SURNAME_TITLES: Final = frozenset(
    fold(w)
    for w in "خوري قاضي شيخ حاج أمير مفتي شاعر كاتب إمام راعي حكيم ملك صديق رفيق عميد سيد مختار عمدة أمين قائد صحفي زعيم".split()
)


def _name_may_end(tokens: Tokens, k: int, end: int) -> bool:
    """Whether a name may end before token `k`: at a mark, a circumstance, a clause, the end of the phrase."""
    if k >= end:
        return True
    word = tokens.words[k]
    ends = word in PUNCTUATION or word in nouns("adjunct") or word in nouns("time") or word in THAT | THAT_WITH_BI
    return ends or is_title(word) or word[:1] in "ول" and len(word) > 3


def name_end(tokens: Tokens, i: int, end: int, object_follows: bool = False) -> int:
    """Where the name that begins at token `i` ends (at most at `end`).

    With `object_follows`, a definite word after a given name and a surname is no part of it: إلياس الغربي | المسؤولية.
    """
    words = tokens.words
    k, parts, surnames = i, 0, 0
    while k < end and k - i < _LONGEST_NAME + 2:
        word = words[k]
        if word == "علي" and k == i + 1 and words[i] in given_names():
            parts += 1
            k += 1
            continue
        if word in ("ل", "ب") or word in THAT_AFTER_FRONT:
            break
        if word in PUNCTUATION or word in nouns("adjunct") or word in nouns("time") or word in THAT | THAT_WITH_BI:
            if not (word == "ماي" and k == i + 1) and not (word == "علي" and not tokens.is_ala(k)):
                break
        if word in _KUNYA and k + 1 < end and words[k + 1] not in PUNCTUATION:
            k += 1
            continue
        if k > i and word[0] == "و" and len(word) > 3 and word not in given_names():
            if is_title(word[1:]) or word not in tokens.surnames:
                break
        if k > i and word[0] in "وف" and (form := forms().get(word)) is not None and form.joined and form.tense != "participle":
            break
        if k > i and word.startswith("ال") and tokens.raw(k).endswith("ات"):
            break
        if k > i and word.startswith("ال") and (words[k - 1] in _KUNYA or word in _COMPOUND_SECOND):
            k += 1
            continue
        if k > i and k + 1 < end and parts < 3 and word in _TITLES_IN_NAMES and not surnames and is_title(word):
            following = words[k + 1]
            if (
                k == i + 1 and following not in PUNCTUATION and following not in nouns("adjunct")
            ) or (
                following.startswith("ال")
                or following in tokens.surnames
                or following in given_names()
                or word in tokens.surnames
            ):
                parts += 1
                k += 1
                continue
        if k == i + 1 and word[2:] in _SURNAME_TITLES and word.startswith("ال"):
            surnames += 1
            k += 1
            continue
        if k > i and (is_title(word) or is_head(word, "organization") or is_head(word, "anonymous")):
            if not (word in given_names() or (surnames == 0 and not is_head(word, "title") and k == i + 1)):
                break
        if word.startswith(("وال", "بال", "لل", "فال")) and k > i and len(word) > 5:
            surname = (
                word.startswith("بال")
                and k == i + 1
                and len(word) <= 7
                and not masdar_like(tokens.raw(k)[1:].removeprefix("ال"))
            )
            if not surname:  # رضا بالحاج
                break
        if k > i and word in nouns("declared_object"):
            break
        if word.startswith("ال") and k > i:
            if object_follows and (parts >= 2 or surnames >= 1):
                break
            surnames += 1
            if surnames > 2 or (surnames + parts >= 3 and not _name_may_end(tokens, k + 1, end)):
                break
        elif k > i and surnames and word not in given_names() and word not in _KUNYA and parts + surnames >= 2:
            break
        elif word not in _KUNYA:
            if k > i and masdar_like(tokens.raw(k)) and word not in given_names():
                break
            if k > i and len(word) > 4 and tokens.raw(k).endswith(("ه", "ها")) and word not in tokens.surnames:
                break
            parts += 1
            if parts > 4:
                break
        k += 1
    return max(k, i + 1) if k > i else i + 1


def analyse(tokens: Tokens, start: int, end: int, object_follows: bool = False) -> Phrase:
    """The phrase in the tokens ``start:end`` taken apart; never fails, a phrase of unknown words is an organisation's name."""
    words = tokens.words
    head = words[start + 1] if words[start] in ("نفس", "ذات") and start + 1 < end else words[start]
    segments = _segments(words, start, end)
    name = role = None
    for a, b in segments:
        found = _name(tokens, a, b, object_follows, relation_ok=name is None and len(segments) > 1)
        if found and name is None:
            name = found
            before, after = (a, found[0]), (found[1], b)
            if before[0] < before[1]:
                role = role or before
            elif after[0] < after[1] and is_title(words[after[0]]):
                role = role or after
        elif role is None and (is_title(words[a]) or is_head(words[a], "organization")):
            role = (a, b)
    if name is None and len(segments) == 2 and role == segments[0] and _bare_name(tokens, *segments[1]):
        name = segments[1]
    elif name is None and len(segments) >= 2 and role == segments[1] and _bare_name(tokens, *segments[0]):
        name = segments[0]
    kind = _kind(tokens, head, start, end, name, role)
    if kind != "person":
        name = role = None
    organization = _organization(tokens, role) if role else None
    gender, number = _agreement(tokens, start, kind, name)
    return Phrase(start, end, kind, name, role, organization, gender, number, bare=role is None and name is None)


def _segments(words: list[str], start: int, end: int) -> list[tuple[int, int]]:
    """The runs between commas and brackets, quotation marks around a whole run left out."""
    runs, a = [], start
    for k in range(start, end + 1):
        if k == end or words[k] in ("،", ",", "(", ")", "-", "–", "؛"):
            if a < k:
                runs.append((a, k))
            a = k + 1
    return runs or [(start, end)]


def _name(tokens: Tokens, a: int, b: int, object_follows: bool, relation_ok: bool) -> tuple[int, int] | None:
    """The personal name within one segment."""
    words = tokens.words
    if a >= b:
        return None
    org_first = (is_head(words[a], "organization") or is_head(words[a], "document")) and not is_title(words[a])
    if org_first:
        return None
    if is_head(words[a], "anonymous") and not is_title(words[a]):
        return None
    skip = a
    for k in range(a, b):
        if k < skip or not begins_name(tokens, k, b):
            continue
        previous = words[k - 1] if k > a else ""
        if previous in ("في", "باسم", "من", "الي"):
            continue  # مراسل الجزيرة في غازي عنتاب, متحدث باسم أوباما
        if (
            previous
            and not previous.startswith("ال")
            and is_head(bare(previous), "organization")
            and not is_title(previous)
        ):
            skip = k + 2  # جامعة محمد الخامس
            continue
        if previous in _RELATIONS and k - 1 == a and relation_ok is False and b - k <= 3:
            return None
        if previous in _RELATIONS and k - 1 == a:
            return None
        return k, name_end(tokens, k, b, object_follows)
    if not is_title(words[a]):
        # A name of unknown words before a title: جاستين اكلين المتحدث باسم الشركة.
        for k in range(a + 1, min(a + 5, b)):
            if words[k].startswith("ال") and is_title(words[k]):
                return (a, k) if k - a >= 2 and _bare_name(tokens, a, k) else None
        return None
    # A name of unknown words: the bare ones after the last definite word of the role.
    last = -1
    for k in range(a, b):
        word = words[k]
        if (
            (word.startswith(("ال", "لل", *_PREFIXED_AL)) and not (word[0] == "و" and is_title(word)))
            or (k > a and tokens.raw(k).endswith(("ها", "ته")))
            or word in places()
            or word in MARKS
            or word in nouns("honorific")
        ):
            if k + 1 < b and not (word.startswith("ال") and _only_definite_tail(words, k, b)):
                last = k
    if last < 0 and words[a] in nouns("honorific") | nouns("generic"):
        last = a
    if last < 0 or last + 1 >= b:
        return None
    stop = name_end(tokens, last + 1, b, object_follows)
    if b - last - 1 == 1 and not words[last + 1].startswith("ال") and last > a and not _surname_like(tokens, last + 1):
        return None
    return (last + 1, stop) if _bare_name(tokens, last + 1, b, alone=last == a) else None


def _surname_like(tokens: Tokens, k: int) -> bool:
    return tokens.words[k] in tokens.surnames


def _only_definite_tail(words: list[str], k: int, b: int) -> bool:
    """Whether the word at `k` is a surname that ends the phrase."""
    return k + 1 >= b


# يؤدي, تعتزم: a verb, not a name of unknown make.
_VERBAL: Final = re.compile("ي[^ا]..+|ت[^ايو].[^ا]+[^بي]$")


_SELVES: Final = frozenset(fold(w) for w in "نفسه نفسها ذاته ذاتها عينه عينها نفسهم المذكور المذكورة أنفسهم".split())


def _surname(word: str) -> bool:
    """Whether a definite word may be a surname: no title, body, nationality or adjective of office."""
    return not (
        is_title(word)
        or is_head(word, "organization")
        or is_head(word, "nationality")
        or (word.endswith("ه") and is_head(word[:-1], "nationality"))
        or word in nouns("adjective")
        or is_head(word, "document")
        or word in nouns("generic")
    )


def _bare_name(tokens: Tokens, a: int, b: int, alone: bool = True) -> bool:
    """Whether the tokens look like a name: one to five words, the first without article and no word of another kind.

    A single definite word may only be one if it stands `alone`, as in الرئيس السيسي.
    """
    words = tokens.words
    if not 1 <= b - a <= _LONGEST_NAME:
        return False
    first = words[a]
    if is_head(first, "anonymous"):
        return False
    if first.startswith(("ال", "لل", *_PREFIXED_AL)) and not (b - a >= 2 and first in given_names()):
        return alone and first.startswith("ال") and b - a == 1 and _surname(first)
    for k in range(a, b):
        word = words[k]
        if (
            word in PUNCTUATION
            or word in nouns("adjunct")
            or word in nouns("time")
            or word in places()
            or word in _SELVES | THAT_WITH_BI | THAT | THAT_AFTER_FRONT | {"ل"}
        ):
            return False
        if is_title(word) or is_head(word, "organization") or is_head(word, "document") or word in nouns("generic"):
            return False
        if word.startswith(("بال", "لل", "وال")) or any(c.isdigit() for c in word):
            return False
        if tokens.raw(k).endswith("ة") and k == a and b - a == 1:
            return False
        if (
            word[0] in "يت"
            and word not in given_names()
            and word not in tokens.surnames
            and k == a
            and _VERBAL.match(word)
        ):
            return False
    return True


def _kind(
    tokens: Tokens, head: str, start: int, end: int, name: tuple[int, int] | None, role: tuple[int, int] | None
) -> str:
    words = tokens.words
    stem = head[2:] if head.startswith("ال") else head
    if head in MARKS and start + 1 < end:
        return _kind(tokens, words[start + 1], start + 1, end, name, role) if name is None else "person"
    anonymous = nouns("anonymous")
    if stem in anonymous and name is None:
        return "anonymous"
    if stem in nouns("document") and not is_title(head):
        return "document"
    if name is not None:
        return "person"
    if is_title(head):
        following = words[start + 1] if start + 1 < end else ""
        indefinite = not head.startswith("ال") and (not following or tokens.raw(start + 1)[:2] != "ال")
        if indefinite and stem in _INDEFINITE and (not following or following.endswith("ي") or following in _QUALITIES):
            return "anonymous"
        return "person"
    if stem in nouns("organization") or stem in nouns("media") or head in places() or stem in places():
        return "organization"
    if role is not None:
        return "person"
    if end - start == 1 and masdar_like(tokens.raw(start).removeprefix("ال")):
        return "organization"  # التكتل, الائتلاف
    return "person" if _bare_name(tokens, start, end) else "organization"


_INDEFINITE: Final = frozenset(
    fold(w)
    for w in "مسؤول مسؤولة مسئول قيادي ضابط خبير محلل عضو ناشط متحدث دبلوماسي طبيب مواطن شاب باحث نائب وزير".split()
)
_QUALITIES: Final = frozenset(fold(w) for w in "كبير رفيع بارز سابق مطلع محلي أمني حكومي عسكري سياسي".split())
_FEMININE: Final = frozenset(
    fold(w)
    for w in "مصادر وسائل صحف وكالات سلطات قوات حركة وزارة لجنة هيئة منظمة رئاسة حكومة أوساط دوائر جهات تقارير نتائج إحصائيات بيانات معطيات "
    "واشنطن موسكو باريس لندن طهران أنقرة روسيا تركيا إيران فرنسا إسرائيل بريطانيا ألمانيا تونس مصر سوريا قطر السعودية رويترز الأناضول فرانس صحافة مواقع قنوات أسرة عائلة أم بنت والدة زوجة كتائب سرايا".split()
)
_PLURAL: Final = frozenset(
    fold(w)
    for w in "شهود ناشطون نشطاء خبراء محللون مراقبون مسؤولون أهالي سكان علماء باحثون نواب مواطنون أطباء عمال قادة أعضاء رجال".split()
)
_FEMALE: Final = frozenset(
    fold(w)
    for w in "ريم مريم زينب سعاد كلثوم هند سهام ابتسام إلهام أحلام آمال أمل إيمان حنان جنان رباب كوثر نوال منال دلال إسراء سناء هناء هيفاء لمياء وفاء صفاء أسماء نجلاء شيماء رجاء ليلى سلمى لبنى منى "
    "هدى نهى مها رنا ريما دينا لينا ميركل أنجيلا تيريزا هيلاري فيديريكا مارين بشرى يسرى نجوى سلوى شيرين نرمين ياسمين نادين ميسون هيلين كريستين إيفانكا مي عبير نانسي سوزان رانيا سنية سامية".split()
)
_MALE_WITH_TA: Final = frozenset(
    "حمزه اسامه خليفه معاويه عبيده قتيبه طلحه عطيه جمعه حذيفه عروه حمه علامه عكرمه سلامه عماره نعمه جوده داعيه حجه مصطفي موسي عيسي يحيي مرتضي علاء بهاء ضياء رجائي براء".split()
)


def _organization(tokens: Tokens, role: tuple[int, int]) -> tuple[int, int] | None:
    """The organisation a role belongs to: what follows باسم, or the first organisation word after the title."""
    words = tokens.words
    a, b = role
    for k in range(a, b):
        if words[k] == "باسم" and k + 1 < b:
            return k + 1, b
        if k > a or not is_title(words[k]):
            stem = bare(words[k])
            if stem in nouns("organization") and (k > a or words[k] not in nouns("title")):
                return k, b
    return None


def _agreement(tokens: Tokens, start: int, kind: str, name: tuple[int, int] | None) -> tuple[str, str]:
    head, raw = tokens.words[start], tokens.raw(start)
    stem = head[2:] if head.startswith("ال") else head
    if name is not None and name[0] == start:
        last = raw.endswith(("ة", "اء", "ى")) and head not in _MALE_WITH_TA
        female = head in _FEMALE or last
        return ("f" if female else "m"), "s"
    if stem in _PLURAL:
        return "m", "p"
    if stem in _FEMININE or head in _FEMININE:
        return "f", "s"
    if raw.endswith("ة") and head not in _MALE_WITH_TA:
        return "f", "s"
    if raw.endswith("ات"):
        return "f", "p" if kind == "person" else "s"
    if raw.endswith("ون"):
        return "m", "p"
    return "m", "s"
