"""Who speaks: the subject resolved to its fullest name, or inherited from an earlier cue that agrees in gender and number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from index.arabic.normal import fold
from index.statements import subjects
from index.statements.cues import Cue
from index.statements.lexicon import Form, forms, nouns
from index.statements.links import THAT, THAT_WITH_BI
from index.statements.names import PUNCTUATION, Phrase, analyse, bare, begins_name, is_head, is_title, name_end, titled
from index.statements.people import People
from index.statements.tokens import MARKS, Tokens

_SAME: Final = frozenset(fold(w) for w in "ذاته ذاتها نفسه نفسها ذات نفس المذكور المذكورة عينه عينها".split())
_SPEECHES: Final = frozenset(
    fold(w) for w in "تصريح تصريحات بيان كلمة حوار خطاب رسالة تغريدة تدوينة مقابلة لقاء بلاغ مداخلة مؤتمر".split()
)
_PRONOUNS: Final = frozenset(fold(w) for w in "لكنه لكنها لكنهم ولكنه ولكنها".split())
_HEARSAY: Final = frozenset(fold(w) for w in "أنباء معلومات أخبار تقارير أنباء".split())
_TRAILING: Final = frozenset(
    fold(w)
    for w in "المنتهية المنتهي المنتهيه المتخلي المتخلية التابع التابعة المنتمي المنتمية الذي التي الذين أصدره اصدره أصدرته قامت قام نشرته نشره الصادر الصادرة الحاكم".split()
)


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


class Speakers:
    """Resolves the cues of one article in order, remembering who has spoken."""

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

    def of(self, cue: Cue) -> Speaker | None:
        """The speaker of the next cue; None where the article names nobody it could be."""
        form = cue.form
        speaker: Speaker | None = None
        if cue.subject is not None:
            speaker = self._resolve(cue.subject, form, cue.sentence)
            if _nobody(speaker.name):
                speaker = self._without_subject(replace(cue, subject=None)) if form else None
        elif cue.kind in ("finite", "participle", "noun"):
            speaker = self._without_subject(cue)
        if speaker is None:
            return None
        speaker = replace(speaker, sentence=cue.sentence)
        nested = (
            not cue.opens and cue.kind in ("finite", "noun") and any(s.sentence == cue.sentence for s in self._spoken)
        )
        relays = cue.kind == "source" and speaker.kind != "person"
        self._heard.append(speaker)
        hearsay = cue.subject is not None and self._tokens.words[cue.subject.start] in _HEARSAY
        if not nested and not relays and not (hearsay and self._spoken):
            self._spoken.append(speaker)
            self._last_end = cue.end
        return speaker

    def _without_subject(self, cue: Cue) -> Speaker | None:
        tokens, form = self._tokens, cue.form
        floor = tokens.sentences[cue.sentence][0]
        earlier = [s for s in self._spoken if s.sentence == cue.sentence]
        if cue.kind in ("participle", "noun") and earlier:
            found = self._agreeing(earlier, form)
            if found is not None:
                return found
        resumed = cue.start > floor and (tokens.words[cue.start - 1] in _PRONOUNS or tokens.words[cue.start - 1] in THAT)
        if cue.kind == "finite" and not resumed and (not form or not form.joined or cue.start == floor):
            phrase = subjects.before(tokens, cue.start, max(floor, self._last_end if earlier else floor))
            if phrase is not None and (cue.relative or bare(tokens.words[phrase.start]) in nouns("medium")):
                phrase = self._antecedent(phrase)
            if phrase is not None and self._agrees(phrase, form):
                return self._resolve(phrase, form, cue.sentence)
        main = self._sentence_subject(cue, floor)
        if main is not None and not earlier:
            return main
        found = self._agreeing(self._spoken, form)
        if found is not None:
            if form is not None and form.number == "d":
                return self._two(found)
            return found
        return (
            main
            or self._plural(cue, form, floor)
            or self._topic(cue, form)
            or self._agreeing(self._heard, form)
            or self._body(cue, form)
            or self._anybody(cue)
        )

    def _body(self, cue: Cue, form: Form | None) -> Speaker | None:
        """The organisation or document named last before the cue, within two sentences, that agrees with the form."""
        tokens = self._tokens
        floor = tokens.sentences[max(0, cue.sentence - 2)][0]
        for k in range(cue.start - 1, floor - 1, -1):
            word = tokens.words[k]
            if is_head(word, "organization") or is_head(word, "media") or is_head(word, "document"):
                previous = tokens.words[k - 1] if k else ""
                if is_head(previous, "organization") or is_title(previous):
                    continue
                stop = subjects.end_of(tokens, k, cue.start)
                phrase = analyse(tokens, k, stop)
                if phrase.kind != "person" and form is not None and phrase.gender == form.gender:
                    return _again(self._resolve(phrase, form, cue.sentence), None, cue.sentence)
        return None

    def _anybody(self, cue: Cue) -> Speaker | None:
        """Nobody agrees: who spoke last, whatever the form."""
        return _again(self._heard[-1], None, cue.sentence) if self._heard else None

    def _plural(self, cue: Cue, form: Form | None, floor: int) -> Speaker | None:
        """For "they": the last group of people named in the sentence before the cue."""
        if form is None or form.number == "s":
            return None
        tokens = self._tokens
        for k in range(cue.start - 1, floor - 1, -1):
            raw = tokens.raw(k)
            if raw.startswith(("ال", "بال", "لل", "وال")) and raw.endswith(("ين", "ون")) and len(raw) > 6:
                phrase = Phrase(k, k + 1, "anonymous", gender="m", number="p")
                return Speaker(
                    self._description(phrase), "anonymous", "", "", "m", "p", "inherited", None, cue.sentence
                )
        return None

    def _resolve(self, phrase: Phrase, form: Form | None, sentence: int) -> Speaker:
        """The phrase with its name made full."""
        tokens = self._tokens
        gender = (
            form.gender if form and form.gender and form.number == "s" and form.tense != "participle" else phrase.gender
        )
        number = phrase.number
        head = tokens.words[phrase.start]
        role = tokens.text(*phrase.role) if phrase.role else ""
        organization = tokens.text(*phrase.organization) if phrase.organization else ""
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
            and head not in nouns("highness")
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
                    return _again(speaker, phrase, sentence)
            if same and self._heard and generic:
                return _again(self._heard[-1], phrase, sentence)
            return None
        if phrase.kind == "person":
            person = self._people.by_role(self._core(phrase), phrase.start)
            if person is not None:
                gender = form.gender if form and form.gender else phrase.gender
                role = tokens.text(phrase.start, phrase.end)
                return Speaker(
                    self._clean(person.run), "person", role, "", gender, "s", "coreference", phrase, sentence
                )
            if generic:
                for speaker in reversed(self._spoken[-4:]):
                    fits = not form or not form.gender or speaker.gender == form.gender
                    if speaker.kind in ("person", "anonymous") and fits:
                        return _again(speaker, phrase, sentence)
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
        elif first.startswith("ل") and len(first) > 4 and is_head(bare(fold(first)), "organization"):
            kept[0] = first[1:]
        elif first.startswith("وال") and len(first) > 5:
            kept[0] = first[1:]
        return " ".join(kept).strip(" ،")

    def _agrees(self, phrase: Phrase, form: Form | None) -> bool:
        if form is None or not form.gender:
            return True
        if form.number == "p":
            return phrase.number == "p" or phrase.kind != "person"
        if form.number == "d":
            return True
        if phrase.number == "p":
            return False
        return not phrase.gender or form.gender == phrase.gender

    def _agreeing(self, spoken: list[Speaker], form: Form | None) -> Speaker | None:
        """The last who spoke and agrees with the form; of the last few, any if the form tells nothing."""
        if not spoken:
            return None
        if form is None or not form.gender:
            return _again(spoken[-1], None, spoken[-1].sentence)
        if form.number == "p":
            for speaker in reversed(spoken[-6:]):
                if speaker.number == "p":
                    return _again(speaker, None, speaker.sentence)
        for speaker in reversed(spoken[-6:]):
            if form.number == "p":
                if speaker.number == "p" or speaker.kind in ("organization", "anonymous"):
                    return _again(speaker, None, speaker.sentence)
            elif form.number == "d" or (speaker.gender == form.gender and speaker.number != "p"):
                return _again(speaker, None, speaker.sentence)
        if form.number == "p":
            return _again(spoken[-1], None, spoken[-1].sentence)
        return None

    def _two(self, last: Speaker) -> Speaker:
        others = [s for s in reversed(self._spoken) if s.name != last.name and s.kind == "person"]
        if not others or " و" in last.name:
            return last
        name = f"{others[0].name} و{last.name}"
        return Speaker(name, "person", "", "", last.gender, "d", "inherited", None, last.sentence)

    def _antecedent(self, phrase: Phrase) -> Phrase | None:
        """For التصريحات التي قال فيها, تغريدة تشير إلى أن: who made them, not the words themselves."""
        head = bare(self._tokens.words[phrase.start])
        if head in _SPEECHES or head in nouns("medium"):
            for k in range(phrase.start + 1, phrase.end):
                word = self._tokens.words[k]
                if begins_name(self._tokens, k, phrase.end) or is_title(word) or is_head(word, "organization"):
                    return analyse(self._tokens, k, phrase.end)
            return None
        return phrase

    def _sentence_subject(self, cue: Cue, floor: int) -> Speaker | None:
        """The first person named as a subject in the sentence before the cue: عقد الوزير لقاء ... أكد خلاله."""
        tokens = self._tokens
        words = tokens.words
        k = self._after_topic(floor, cue.start)
        while k < cue.start:
            word = words[k]
            surname = word in tokens.surnames and word.startswith("ال") and k - floor <= 2
            if titled(tokens, k) or begins_name(tokens, k, cue.start) or surname:
                previous = words[k - 1] if k > floor else ""
                governed = (
                    (previous in nouns("adjunct") and previous not in THAT) or is_head(previous, "organization") or previous in nouns("occasion")
                )
                if not governed and previous not in PUNCTUATION - {"،"} or k == floor:
                    stop = subjects.end_of(tokens, k, cue.start)
                    phrase = analyse(tokens, k, stop)
                    named = phrase.name or phrase.role or word in tokens.surnames
                    if self._agrees(phrase, cue.form) and phrase.kind == "person" and named:
                        found = self._resolve(phrase, cue.form, cue.sentence)
                        return _again(found, None, cue.sentence)
                    k = max(stop, k + 1)
                    continue
            k += 1
        return None

    def _after_topic(self, a: int, b: int) -> int:
        """The token after وعن غياب اللاعب، which names the topic and not who speaks."""
        words = self._tokens.words
        k = a
        while k < b and words[k] in PUNCTUATION | {"و"}:
            k += 1
        first = words[k][1:] if k < b and words[k][0] == "و" else words[k] if k < b else ""
        if first in ("عن", "حول", "بشان", "بخصوص", "بالنسبه", "في", "ردا", "تعليقا"):
            comma = next((j for j in range(k, min(b, k + 25)) if words[j] in ("،", ",")), None)
            return comma + 1 if comma is not None else a
        return a

    def _topic(self, cue: Cue, form: Form | None) -> Speaker | None:
        """Nobody has spoken yet: the subject of the sentence before."""
        for number in range(cue.sentence - 1, max(-1, cue.sentence - 3), -1):
            a, b = self._tokens.sentences[number]
            stand_in = Cue(b, b, number, "finite", "", form, -1, None, (b, b), True, b, "")
            found = self._sentence_subject(stand_in, a)
            if found is not None:
                return found
        return None


def _nobody(name: str) -> bool:
    """Whether what was taken for a name is a word of grammar."""
    words = fold(name).split()
    if len(words) != 1:
        return not words
    word = words[0]
    form = forms().get(word)
    grammar = word in nouns("adjunct") or word in nouns("time") or word in THAT | THAT_WITH_BI or len(word) <= 2
    return grammar or word.startswith("بال") and len(word) > 8 or (form is not None and form.tense == "participle")


def _again(speaker: Speaker, phrase: Phrase | None, sentence: int) -> Speaker:
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
