"""A source as mentioned made full: the fullest name, the person behind a title, the body behind "the ministry"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from index.arabic.normal import fold
from index.statements.cues.cue import Cue
from index.statements.grammar import THAT, THAT_WITH_BI
from index.statements.lexicon import Form, forms, grammar, nouns
from index.statements.morphology import bare
from index.statements.people import People
from index.statements.phrases.analysis import Phrase, analyse
from index.statements.phrases.ends import end_of
from index.statements.phrases.heads import is_head, is_title
from index.statements.phrases.names import begins_name, name_end
from index.statements.tokens import MARKS, Tokens

_SAME: Final = grammar("same")
_TRAILING: Final = grammar("trailing")


_ACCORDING: Final = frozenset(fold(w) for w in "وفقا ووفقا طبقا وطبقا استنادا".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved source. `mention` is the subject next to the cue, None if it has none; `basis` as in Statement."""

    name: str
    kind: str
    role: str
    organization: str
    gender: str
    number: str
    basis: str
    mention: Phrase | None = None
    sentence: int = 0


def nobody(name: str) -> bool:
    """Whether what was taken for a name is a word of grammar."""
    words = fold(name).split()
    if len(words) != 1:
        return not words
    word = words[0]
    form = forms().get(word)
    grammar = word in nouns("adjunct") or word in nouns("time") or word in THAT | THAT_WITH_BI or len(word) <= 2
    return grammar or (word.startswith("بال") and len(word) > 8) or (form is not None and form.tense == "participle")


def again(speaker: Speaker, phrase: Phrase | None, sentence: int) -> Speaker:
    """The speaker once more: by inheritance, or by another mention (`phrase`) that stands for him."""
    basis = "coreference" if phrase is not None else "inherited"
    return Speaker(
        speaker.name,
        speaker.kind,
        speaker.role,
        speaker.organization,
        speaker.gender,
        speaker.number,
        basis,
        phrase,
        sentence,
    )


class Mentions:
    """Makes mentions full: names, titles, "the ministry", "the source"; remembers who has spoken."""

    def __init__(self, tokens: Tokens, cues: list[Cue]) -> None:
        self._tokens = tokens
        self._people = People(tokens)
        for cue in cues:
            if cue.subject is not None:
                self._people.add(cue.subject)
        self._spoken: list[Speaker] = []  # whom a cue without subject may mean
        self._heard: list[Speaker] = []  # those and the sources of attributions
        self._cue_sentences = {cue.sentence for cue in cues}
        self._last_end = 0

    def _resolve(self, phrase: Phrase, form: Form | None, sentence: int) -> Speaker:
        """The phrase with its name made full."""
        tokens = self._tokens
        gender = (
            form.gender if form and form.gender and form.number == "s" and form.tense != "participle" else phrase.gender
        )
        number = phrase.number
        head = tokens.words[phrase.start]
        role = tokens.text(*phrase.role) if phrase.role else ""
        organization = _without_clitic(tokens.text(*phrase.organization)) if phrase.organization else ""
        basis = "explicit"
        kind = phrase.kind
        if head == "كل" and (joint := self._joint(phrase)):
            return Speaker(joint, "person", "", "", "m", "p", basis, phrase, sentence)
        if phrase.name is not None:
            full = self._people.full(phrase.name)
            basis = "explicit" if full == phrase.name else "coreference"
            name = self._clean(full)
        elif head in MARKS and (known := self._people.known((phrase.start, phrase.end))):
            name, kind, basis = self._clean(known), "person", "coreference"
        elif (
            kind == "person"
            and phrase.bare
            and not is_title(head)
            and head not in nouns("highness") | {"ذات", "نفس"}
            and self._named(phrase)
        ):
            full = self._people.full((phrase.start, phrase.end))
            basis = "explicit" if full == (phrase.start, phrase.end) else "coreference"
            name = self._clean(full)
        else:
            same = any(tokens.words[k] in _SAME for k in range(phrase.start, phrase.end))
            resolved = self._resolve_description(phrase, form, same, sentence)
            if resolved is not None:
                return resolved
            if kind == "document" and (issuer := self._issuer(phrase)) is not None:
                return replace(self._resolve(issuer, None, sentence), basis="coreference", mention=phrase)
            name = self._description(phrase)
            if kind == "person":
                role = role or name
        return Speaker(name, kind, role, organization, gender, number, basis, phrase, sentence)

    def _joint(self, phrase: Phrase) -> str:
        """The names in كل من ... و..., joined."""
        tokens = self._tokens
        names, k = [], phrase.start
        while k < phrase.end:
            if begins_name(tokens, k, phrase.end):
                stop = name_end(tokens, k, phrase.end)
                names.append(self._clean(self._people.full((k, stop))))
                k = stop
            else:
                k += 1
        return " و".join(names) if len(names) > 1 else ""

    def _named(self, phrase: Phrase) -> bool:
        return phrase.end - phrase.start <= 5

    def _resolve_description(self, phrase: Phrase, form: Form | None, same: bool, sentence: int) -> Speaker | None:
        """A title, "the source", "the ministry" as the person or body it stands for."""
        tokens = self._tokens
        words = tokens.words
        head = words[phrase.start]
        if head in _SAME and phrase.start + 1 < phrase.end:
            head = words[phrase.start + 1]
        if head.startswith("لل"):
            head = "ال" + head[2:]
        short = phrase.end - phrase.start <= 2
        generic = head in nouns("generic") | nouns("highness") and (short or same)
        if head in nouns("highness") and phrase.kind != "person":
            phrase = replace(phrase, kind="person")
        if phrase.kind == "person" and not generic and (known := self._people.known((phrase.start, phrase.end))):
            gender = form.gender if form and form.gender else phrase.gender
            return Speaker(self._clean(known), "person", "", "", gender, "s", "coreference", phrase, sentence)
        if bare(head) in ("مصدر", "مصادر"):
            for speaker in reversed(self._heard):
                if speaker.kind == "anonymous" and generic:
                    return again(speaker, phrase, sentence)
            if same and self._heard and generic:
                return again(self._heard[-1], phrase, sentence)
            return None
        if phrase.kind == "person":
            person = self._people.by_role(self._core(phrase), phrase.start)
            if person is not None:
                gender = form.gender if form and form.gender else phrase.gender
                role = tokens.text(phrase.start, phrase.end)
                return Speaker(
                    self._clean(person.run), "person", role, "", gender, "s", "coreference", phrase, sentence
                )
            if head in nouns("highness") and not self._spoken and (met := self._people.before(phrase.start)):
                return Speaker(self._clean(met.run), "person", "", "", "m", "s", "coreference", phrase, sentence)
            if generic:
                for speaker in reversed(self._spoken[-4:]):
                    fits = not form or not form.gender or speaker.gender == form.gender
                    if speaker.kind in ("person", "anonymous") and fits:
                        return again(speaker, phrase, sentence)
            return None
        if phrase.kind == "document" and generic:
            return None
        if phrase.kind == "organization" and phrase.end - phrase.start == 1 and head.startswith("ال"):
            run = self._people.body(phrase)
            if run is not None:
                return Speaker(
                    self._clean(run),
                    "organization",
                    "",
                    "",
                    phrase.gender,
                    phrase.number,
                    "coreference",
                    phrase,
                    sentence,
                )
        return None

    def _issuer(self, phrase: Phrase) -> Phrase | None:
        """Who gave out the document, where a verb tells: بلاغ أصدرته | الوزارة."""
        tokens = self._tokens
        for k in range(phrase.start + 1, min(phrase.start + 4, len(tokens) - 1)):
            if tokens.words[k].startswith("اصدر") and is_head(tokens.words[k + 1], "organization"):
                return analyse(tokens, k + 1, end_of(tokens, k + 1, min(len(tokens), k + 10)))
            if k >= phrase.end:
                break
        return None

    def _description(self, phrase: Phrase) -> str:
        """The source as mentioned, without what a relative clause or participle adds to it."""
        return self._clean(self._core(phrase))

    def _core(self, phrase: Phrase) -> tuple[int, int]:
        tokens = self._tokens
        stop = phrase.start
        while stop < phrase.end:
            word = tokens.words[stop]
            if stop > phrase.start and (word in _TRAILING or word in ("،", ",", "(")):
                break
            stop += 1
        start = phrase.start
        if tokens.words[start] in ("نفس", "ذات") and stop - start > 1:
            start += 1
        return start, stop

    def _clean(self, run: tuple[int, int]) -> str:
        tokens = self._tokens
        kept = [tokens.raw(k) for k in range(*run) if tokens.words[k] not in MARKS and tokens.words[k] != "\n"]
        if not kept:
            return tokens.text(*run)
        first = kept[0]
        if first.startswith("لل") and len(first) > 4:
            kept[0] = "ال" + first[2:]
        elif first.startswith("ل") and len(first) > 3 and run[0] and tokens.words[run[0] - 1] in _ACCORDING:
            kept[0] = first[1:]  # ووفقا لجيمس
        elif (first.startswith("ل") and len(first) > 4 and is_head(bare(fold(first)), "organization")) or (
            first.startswith("وال") and len(first) > 5
        ):
            kept[0] = first[1:]
        return " ".join(kept).strip(" ،")


def _without_clitic(name: str) -> str:
    """An organisation's name without the preposition that ties it to a role: للشركة is الشركة, لحركة is حركة."""
    first = fold(name.split(maxsplit=1)[0])
    if first.startswith("لل") and is_head("ال" + first[2:], "organization"):
        return "ال" + name[2:]
    return name[1:] if first[0] in "لب" and is_head(first[1:], "organization") else name
