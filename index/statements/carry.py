"""Place, medium and day carried from one statement to the others of the same occasion.

Forwards, as long as no other occasion is named: to the next statements of the speaker, also after somebody else has
spoken, and from a sentence that sets the scene to who is named in it. Backwards, to the sentence right before in which
the same one speaks (قال الوزير إن ... وأضاف، في تصريح صحفي، أن), and from جاء ذلك خلال to what its speaker said before.
"""

from __future__ import annotations

from dataclasses import replace

from index.arabic.normal import fold
from index.statements.circumstance_ends import Run
from index.statements.cues.cue import Cue
from index.statements.lexicon import grammar, nouns
from index.statements.mentions import Speaker
from index.statements.morphology import bare
from index.statements.occasion import Occasion
from index.statements.scenes import Scene, scene
from index.statements.tokens import Tokens

_AT = grammar("at")
_EARLIER = grammar("earlier")
_SPEECH = grammar("own speech")
_BACK = 2
"""Sentences between a statement and the next of its speaker, for the occasion to be carried backwards."""


def same(one: str, other: str) -> bool:
    """Whether one of the names is the other, or a part of it."""
    a, b = set(one.split()), set(other.split())
    return bool(a and b) and (a <= b or b <= a)


class Occasions:
    """The occasions of one article's statements, in the order they are told."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.told: list[Occasion] = []  # one a statement
        self._who: list[tuple[str, int]] = []  # speaker and sentence, one a statement
        self._own: list[bool] = []  # whether the statement may share its occasion
        self._by_name: dict[str, tuple[Occasion, int]] = {}  # with the sentence that told it
        self._scene: Scene | None = None
        self._read = 0

    def add(self, here: Occasion, speaker: Speaker, cue: Cue, shares: bool) -> None:
        """Take in the occasion that the next statement tells itself.

        `shares` says that it is one of the article's own, not one inside another's words or a mere attribution.
        """
        self._scenes_before(cue.sentence)
        name = speaker.name
        if cue.relayed is not None and here:
            self._by_name[name] = here, cue.sentence
        elif shares and cue.relayed is None:
            found = self._carried(here, name, speaker.kind == "person")
            if here and not found.time:
                found = replace(found, time=here.time)
            fits = not here or (found.place and found.place == here.place) or found.medium == here.medium
            if here and fits and not self._is_earlier(cue):
                self._backwards(found, name, cue.sentence)
            told, here = bool(here), found
            self._by_name[name] = here, cue.sentence if told else self._since(name)
        self.told.append(here)
        self._who.append((name, cue.sentence))
        self._own.append(shares and cue.relayed is None)

    def in_document(self, medium: Run, name: str) -> None:
        """The last statement was made in a document that is named after it: كشف ... حسب بيان أصدره."""
        if self.told and not self.told[-1].medium:
            self.told[-1] = replace(self.told[-1], medium=medium)
            self._by_name[name] = self.told[-1], self._who[-1][1]

    def close(self) -> list[Occasion]:
        """The occasions of all statements, after the last has been taken in."""
        self._scenes_before(len(self._tokens.sentences))
        return self.told

    def _carried(self, here: Occasion, name: str, person: bool) -> Occasion:
        before = self._last(name)
        if here.place and self._refers(here.place):  # بعد اللقاء: the one told before
            meant = self._scene.here if self._scene is not None else before
            here = replace(here, place=meant.place or here.place)
        if here:
            if here.medium and not here.place and before.place and self._own_speech(here):
                return replace(here, place=before.place)
            return here
        if self._scene is not None and (
            ((self._scene.anybody or (self._scene.persons and person)) and not before)
            or (self._in_scene(name) and self._scene.sentence > self._since(name))
        ):
            before = self._scene.here
        return Occasion(before.place, before.medium, here.time or before.time)

    def _refers(self, place: Run) -> bool:
        """Whether the place is but a definite word for an occasion named before: المؤتمر, اللقاء."""
        words = self._tokens.words
        word = words[place[1] - 1]
        alone = place[1] - place[0] == 1 or words[place[1] - 2] in _AT or words[place[1] - 2].removeprefix("و") in _AT
        return alone and word.startswith("ال") and bare(word) in nouns("occasion")

    def _last(self, name: str) -> Occasion:
        return next((o for n, (o, _) in reversed(self._by_name.items()) if same(n, name)), Occasion())

    def _since(self, name: str) -> int:
        """The sentence that told the speaker's occasion, -1 if none has."""
        return next((at for n, (o, at) in reversed(self._by_name.items()) if same(n, name) and o), -1)

    def _in_scene(self, name: str) -> bool:
        assert self._scene is not None
        words = fold(name).split()
        return bool(words) and not self._scene.names.isdisjoint((words[0], words[-1]))

    def _own_speech(self, here: Occasion) -> bool:
        """Whether the medium is a speech, which is held at an occasion: في كلمته."""
        assert here.medium is not None
        return any(w.removeprefix("ب") in _SPEECH for w in self._tokens.words[here.medium[0] : here.medium[0] + 2])

    def _is_earlier(self, cue: Cue) -> bool:
        """Whether the cue's clause tells of another time: وكان الوزير قد قال في تصريحات سابقة."""
        a = self._tokens.sentences[cue.sentence][0]
        return any(w in _EARLIER for w in self._tokens.words[a : max(cue.content, cue.start)])

    def _backwards(self, here: Occasion, name: str, sentence: int) -> None:
        for i in range(len(self.told) - 1, -1, -1):
            who, at = self._who[i]
            if not self._own[i]:
                continue
            if sentence - at > _BACK or not same(who, name) or self.told[i]:
                return
            self.told[i] = Occasion(here.place, here.medium, self.told[i].time or here.time)
            sentence = at

    def _scenes_before(self, sentence: int) -> None:
        """Read the sentences up to the one of the next statement that hold no statement."""
        spoken = {at for _, at in self._who[-3:]}
        while self._read < sentence:
            number, self._read = self._read, self._read + 1
            if number in spoken:
                if self._scene is not None and self._who[-1][1] - number > 6:
                    self._scene = None
                continue
            found = scene(self._tokens, number)
            if found is None:
                continue
            if not found.backward:
                self._scene = found
                continue
            who = self._who[-1][0] if self._who else ""
            for i, (name, _) in enumerate(self._who):
                if name == who and not self.told[i]:
                    self.told[i] = Occasion(found.here.place, found.here.medium, self.told[i].time or found.here.time)
            if who:
                self._by_name[who] = found.here, number
            else:
                self._scene = replace(found, anybody=True)
