"""Reading a model's reply as it comes: text, and where in it which source is named.

A character at a time, so that a key, a tag or a mark split over two chunks reads as if it were whole, and with at most
a few dozen characters held back: no regular expression that could back-track over a hostile reply.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from assistant.generated import keys

_OPEN: Final = "[【⟦"
_CLOSE: Final = "]】⟧"
_HELD: Final = 48  # characters of the longest marker: half a dozen keys
_THOUGHTS: Final = ("<think>", "<thinking>", "<reasoning>")
_THOUGHT_ENDS: Final = ("</think>", "</thinking>", "</reasoning>")
_PUNCTUATION: Final = ".،؛:؟!,;?»)"


class Reply:
    """What a model has written so far.

    `text` is what is shown, without markers, thoughts (``<think>``) and the stars of Markdown. `pointers` are
    (offset into `text`, key), in order, of the keys in `known`; others are dropped. `declined` tells that the model
    wrote ``[NONE]``: the evidence does not answer.
    """

    def __init__(self, known: Container[str]) -> None:
        self._known = known
        self._held = ""
        self._thinking = False
        self._letters: list[str] = []
        self._dropped = False
        self.pointers: list[tuple[int, str]] = []
        self.declined = False

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._letters)

    def __len__(self) -> int:
        return len(self._letters)

    def feed(self, chunk: str) -> None:
        """Read on."""
        for letter in chunk:
            self._read(letter)

    def close(self) -> None:
        """The reply has ended: half a marker or tag that was held back is text after all, half a thought is none."""
        held, self._held = self._held, ""
        if not self._thinking:
            for letter in held:
                self._write(letter)

    def _read(self, letter: str) -> None:
        held = self._held + letter
        if self._thinking:
            self._think(held)
        elif held[0] in _OPEN:
            self._mark(held)
        elif held[0] == "<":
            self._tag(held)
        else:
            self._write(letter)

    def _think(self, held: str) -> None:
        """Inside a thought, only its end matters."""
        if held.lower() in _THOUGHT_ENDS:
            self._thinking, self._held = False, ""
        elif _begins(held, _THOUGHT_ENDS):
            self._held = held
        else:
            self._held = "<" if held[-1] == "<" else ""

    def _tag(self, held: str) -> None:
        if held.lower() in _THOUGHTS:
            self._thinking, self._held = True, ""
        elif held.lower() in _THOUGHT_ENDS:  # the template had opened the thought: all before was one
            self._letters, self.pointers, self.declined, self._held = [], [], False, ""
        elif _begins(held, _THOUGHTS + _THOUGHT_ENDS):
            self._held = held
        else:
            self._give_up(held)

    def _mark(self, held: str) -> None:
        if len(held) > 1 and held[-1] in _CLOSE:
            inside = held[1:-1].removeprefix("/").strip()
            if inside.upper() == keys.NONE:
                self.declined = self._dropped = True
                self._held = ""
                return
            marker, found = keys.read(inside, self._known)
            if marker:
                for key in found:
                    self.pointers.append((len(self._letters), key))
                self._dropped = not found
                self._held = ""
                return
        elif len(held) <= _HELD and (len(held) == 1 or held[-1].isalnum() or held[-1] in " ,،;؛-/"):
            self._held = held
            return
        self._give_up(held)

    def _give_up(self, held: str) -> None:
        """What looked like a marker or a tag is none: its first character is text, the others are read anew."""
        self._held = ""
        self._write(held[0])
        for letter in held[1:]:
            self._read(letter)

    def _write(self, letter: str) -> None:
        if letter in "*`" or (letter == "#" and (not self._letters or self._letters[-1] == "\n")):
            return
        if self._dropped and (letter.isspace() or letter in _PUNCTUATION):
            # The space before a marker that went goes with it.
            after = self.pointers[-1][0] if self.pointers else 0
            while len(self._letters) > after and self._letters[-1] == " ":
                self._letters.pop()
        self._dropped = False
        if self._letters or not letter.isspace():
            self._letters.append(letter)


def _begins(held: str, tags: tuple[str, ...]) -> bool:
    return any(tag.startswith(held.lower()) for tag in tags)
