"""Who speaks: the subject with its fullest name, or one inherited from an earlier cue that agrees in gender."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from index.arabic.normal import fold
from index.statements.cues.cue import Cue
from index.statements.grammar import PUNCTUATION, THAT
from index.statements.lexicon import Form, grammar, nouns
from index.statements.mentions import Mentions, Speaker, again, nobody
from index.statements.morphology import bare
from index.statements.phrases.analysis import Phrase, analyse
from index.statements.phrases.ends import end_of
from index.statements.phrases.heads import is_head, is_title
from index.statements.phrases.names import begins_name
from index.statements.phrases.openings import titled
from index.statements.phrases.subjects import subject_before

_SPEECHES: Final = grammar("speeches")
_PRONOUNS: Final = frozenset(fold(w) for w in "لكنه لكنها لكنهم ولكنه ولكنها".split())
_HEARSAY: Final = frozenset(fold(w) for w in "أنباء معلومات أخبار تقارير أنباء".split())


class Speakers(Mentions):
    """Resolves the cues of one article in order, remembering who has spoken."""

    def of(self, cue: Cue) -> Speaker | None:
        """The speaker of the next cue; None where the article names nobody it could be."""
        form = cue.form
        speaker: Speaker | None = None
        if cue.subject is not None:
            speaker = self._resolve(cue.subject, form, cue.sentence)
            if nobody(speaker.name):
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
        resumed = cue.start > floor and (
            tokens.words[cue.start - 1] in _PRONOUNS or tokens.words[cue.start - 1] in THAT
        )
        described = (
            form is not None and form.suffix and form.verb.lemma == "وصف" and not cue.relative
        )  # منحى وصفه بالخطير
        if (
            cue.kind == "finite"
            and not resumed
            and not described
            and (not form or not form.joined or cue.start == floor)
        ):
            phrase = subject_before(tokens, cue.start, max(floor, self._last_end if earlier else floor))
            head = tokens.words[phrase.start] if phrase is not None else ""
            if cue.relative and (nearest := self._before_relative(cue, floor)) is not None:
                return self._resolve(nearest, form, cue.sentence)
            if phrase is not None and (cue.relative or (bare(head) in nouns("medium") and not is_head(head, "media"))):
                phrase = self._antecedent(phrase)
            if phrase is not None and self._agrees(phrase, form):
                return self._resolve(phrase, form, cue.sentence)
        if (topic := self._as_for(cue, floor)) is not None:
            return topic
        if form is not None and form.number == "p" and not cue.opens and (group := self._plural(cue, form, floor)):
            return group  # أن المتهمين اعترفوا
        main = self._sentence_subject(cue, floor)
        if main is not None and not earlier:
            return main
        if cue.kind == "participle" and not earlier and (body := self._acting_body(cue, floor)) is not None:
            return body
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

    def _as_for(self, cue: Cue, floor: int) -> Speaker | None:
        """The topic that ف takes up: أما المترجمة التي شاركتها الجائزة | فقالت إن."""
        words, form = self._tokens.words, cue.form
        if form is None or words[cue.start][0] != "ف" or words[floor] not in ("اما", "واما"):
            return None
        phrase = subject_before(self._tokens, cue.start, floor)
        first = floor + 1
        stop = end_of(self._tokens, first, cue.start)
        if phrase is None or phrase.start != first:
            phrase = analyse(self._tokens, first, stop)
        return self._resolve(phrase, form, cue.sentence) if self._agrees(phrase, form) else None

    def _acting_body(self, cue: Cue, floor: int) -> Speaker | None:
        """The organisation that does something before it says something: طمأنت الوزارة المواطنين، | مؤكدة أن."""
        tokens = self._tokens
        first = self._after_topic(floor, cue.start)
        for k in range(first, min(first + 2, cue.start)):
            word = tokens.words[k]
            if is_head(word, "organization") and k > floor and not is_head(tokens.words[k - 1], "organization"):
                phrase = analyse(tokens, k, end_of(tokens, k, cue.start))
                if phrase.kind == "organization" and cue.form is not None and phrase.gender == cue.form.gender:
                    return again(self._resolve(phrase, cue.form, cue.sentence), None, cue.sentence)
        return None

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
                stop = end_of(tokens, k, cue.start)
                phrase = analyse(tokens, k, stop)
                if phrase.kind != "person" and form is not None and phrase.gender == form.gender:
                    return again(self._resolve(phrase, form, cue.sentence), None, cue.sentence)
        return None

    def _anybody(self, cue: Cue) -> Speaker | None:
        """Nobody agrees: who spoke last, whatever the form."""
        return again(self._heard[-1], None, cue.sentence) if self._heard else None

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
            return again(spoken[-1], None, spoken[-1].sentence)
        if form.number == "p":
            for speaker in reversed(spoken[-6:]):
                if speaker.number == "p":
                    return again(speaker, None, speaker.sentence)
        for speaker in reversed(spoken[-6:]):
            if form.number == "p":
                if speaker.number == "p" or speaker.kind in ("organization", "anonymous"):
                    return again(speaker, None, speaker.sentence)
            elif form.number == "d" or (speaker.gender == form.gender and speaker.number != "p"):
                return again(speaker, None, speaker.sentence)
        if form.number == "p":
            return again(spoken[-1], None, spoken[-1].sentence)
        return None

    def _two(self, last: Speaker) -> Speaker:
        others = [s for s in reversed(self._spoken) if s.name != last.name and s.kind == "person"]
        if not others or " و" in last.name or last.kind == "anonymous" or last.name.split()[0].endswith("ان"):
            return last
        name = f"{others[0].name} و{last.name}"
        return Speaker(name, "person", "", "", last.gender, "d", "inherited", None, last.sentence)

    def _before_relative(self, cue: Cue, floor: int) -> Phrase | None:
        """The titled person right before the relative: استقبل الوزير السفيرة جانيت روس | التي أكدت."""
        tokens = self._tokens
        end = cue.start - 1
        while end > floor and tokens.words[end - 1] in PUNCTUATION:
            end -= 1
        for k in range(max(floor, end - 8), end):
            if titled(tokens, k) and end_of(tokens, k, end) == end:
                phrase = analyse(tokens, k, end)
                if phrase.kind == "person" and phrase.name is not None and self._agrees(phrase, cue.form):
                    return phrase
        return None

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
                    (previous in nouns("adjunct") and previous not in THAT)
                    or is_head(previous, "organization")
                    or previous in nouns("occasion")
                )
                if (not governed and previous not in PUNCTUATION - {"،"}) or k == floor:
                    stop = end_of(tokens, k, cue.start)
                    phrase = analyse(tokens, k, stop)
                    named = phrase.name or phrase.role or word in tokens.surnames
                    if self._agrees(phrase, cue.form) and phrase.kind == "person" and named:
                        found = self._resolve(phrase, cue.form, cue.sentence)
                        return again(found, None, cue.sentence)
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
