"""A noun phrase that names a source, taken apart: the person's name, the role, the organisation, and what kind of
source.

Newsrooms put names after titles and titles after names, in phrases whose heads are a closed set of words
(lexicon/nouns.txt).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from index.statements.lexicon import grammar, nouns, places
from index.statements.morphology import PREFIXED_AL, bare
from index.statements.phrases.heads import is_head, is_title
from index.statements.phrases.kinds import agreement_of, kind_of
from index.statements.phrases.names import bare_name, begins_name, name_end, surname_like
from index.statements.tokens import MARKS, Tokens

_RELATIONS: Final = grammar("relations")


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


def analyse(tokens: Tokens, start: int, end: int, object_follows: bool = False) -> Phrase:
    """The phrase in the tokens ``start:end`` taken apart.

    Never fails, a phrase of unknown words is an organisation's name.
    """
    words = tokens.words
    head = words[start + 1] if words[start] in ("نفس", "ذات") and start + 1 < end else words[start]
    segments = _segments(words, start, end)
    name = role = None
    for a, b in segments:
        marked = _marked_name(tokens, a, b) if name is None else None
        if marked is not None:
            name, role = marked, role or (marked[1] + 1, b)
            continue
        found = _name(tokens, a, b, object_follows, relation_ok=name is None and len(segments) > 1)
        if found and name is None:
            name = found
            before, after = (a + (words[a] in MARKS), found[0]), (found[1], b)
            if after[0] < b and words[after[0]] in MARKS and words[a] in MARKS:
                after = (after[0] + 1, b)  # "مجدي عياش" مدير المشروع
            polite = all(words[k] in nouns("honorific") or words[k] in MARKS for k in range(*before))
            if polite and after[0] < after[1] and is_title(words[after[0]]):
                role = role or after  # سمو الشيخ فلان وزير الخارجية
            elif before[0] < before[1]:
                role = role or before
            elif after[0] < after[1] and is_title(words[after[0]]):
                role = role or after
        elif role is None and (is_title(words[a]) or is_head(words[a], "organization")):
            role = (a, b)
    if name is None and len(segments) == 2 and role == segments[0] and bare_name(tokens, *segments[1]):
        name = segments[1]
    elif name is None and len(segments) >= 2 and role == segments[1] and bare_name(tokens, *segments[0]):
        name = segments[0]
    kind = kind_of(tokens, head, start, end, name, role)
    if kind != "person":
        name = role = None
    organization = _organization(tokens, role) if role else None
    gender, number = agreement_of(tokens, start, kind, name)
    return Phrase(start, end, kind, name, role, organization, gender, number, bare=role is None and name is None)


def _marked_name(tokens: Tokens, a: int, b: int) -> tuple[int, int] | None:
    """A name of unknown words in marks before a title: "ساندر بتشاي" الرئيس التنفيذي."""
    close = tokens.closing.get(a, b) if tokens.words[a] in MARKS else b
    if not a + 1 < close < b - 1 or not is_title(tokens.words[close + 1]):
        return None
    return (a + 1, close) if bare_name(tokens, a + 1, close) else None


def _segments(words: list[str], start: int, end: int) -> list[tuple[int, int]]:
    """The runs between commas and brackets, quotation marks around a whole run left out."""
    runs, a = [], start
    for k in range(start, end + 1):
        if k == end or words[k] in ("،", ",", "(", ")", "-", "–", "؛"):
            if a < k:
                marked = k - a > 2 and words[a] in MARKS and words[k - 1] in MARKS
                runs.append((a + marked, k - marked))
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
                return (a, k) if k - a >= 2 and bare_name(tokens, a, k) else None
        return None
    # A name of unknown words: the bare ones after the last definite word of the role.
    last = -1
    for k in range(a, b):
        word = words[k]
        if (
            (word.startswith(("ال", "لل", *PREFIXED_AL)) and not (word[0] == "و" and is_title(word)))
            or (k > a and tokens.raw(k).endswith(("ها", "ته")))
            or word in places()
            or (word[0] == "ب" and word[1:] in places())
            or word in MARKS
            or word in nouns("honorific")
        ) and k + 1 < b:
            last = k
    if last < 0 and words[a] in nouns("honorific") | nouns("generic"):
        last = a
    if last < 0 or last + 1 >= b:
        return None
    stop = name_end(tokens, last + 1, b, object_follows)
    if b - last - 1 == 1 and not words[last + 1].startswith("ال") and last > a and not surname_like(tokens, last + 1):
        return None
    return (last + 1, stop) if bare_name(tokens, last + 1, b, alone=last == a) else None


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
                return k, next((j for j in range(k + 1, b) if words[j][0] == "و" and is_title(words[j][1:])), b)
    return None
