"""What a question comes to once it is understood."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from index.vocabulary import EVERYTHING, Chip, Filters

KINDS: Final = (
    *("who", "what", "where", "when", "how_many", "which", "why", "how", "yes_no", "stance", "compare", "list"),
    *("timeline", "greeting", "off_topic"),
)
"""What can be asked for; a question that nothing tells of is a ``what``."""
ASPECTS: Final = ("place", "medium", "occasion", "said", "happened", "did", "is", "")
"""What exactly: where (place, medium, occasion), when (said, happened), who and what (said, did, is)."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom a question names. `keys` are the people of the catalogue that may be meant, most quoted first.

    `words` is the name as typed, `shown` as the catalogue writes it (as typed where it knows nobody of that name:
    `keys` is empty then). `speaker` tells that the question is about what they said, not about them or to them.
    """

    keys: tuple[str, ...]
    words: str
    shown: str
    speaker: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question as asked, as searched for, and as understood.

    `search` is the text that is embedded (a follow-up along with the question it leans on), `words` its analysed words,
    each once, in order; `topic` those that are left without question words, reporting verb, speaker, explicit date and
    outlet. `kind` and `aspect` are of :data:`KINDS` and :data:`ASPECTS`; `stances` the groups of the reporting verb
    asked with (index/statements/lexicon/verbs.tsv), empty for plain saying.

    `since` and `until` are the first and last day that the question names, either may be open; `period_hard` tells that
    they are the days of saying, or of the articles, and no part of the topic (رئاسيات 2019). `sources` are outlets of
    the catalogue, `places` names of places as typed. `chips` are what may narrow, in the order of the question.

    `leans` tells a follow-up, `base` the earlier question that it leans on, `refers` what it points at: speaker (وماذا
    أضاف؟), statement (وأين قال ذلك؟), answerer (ومن رد عليه؟) or topic (وماذا عن الغاز؟).
    """

    asked: str
    search: str
    words: tuple[str, ...]
    kind: str = "what"
    aspect: str = ""
    stances: tuple[str, ...] = ()
    people: tuple[Named, ...] = ()
    topic: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    period_hard: bool = False
    sources: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    chips: tuple[Chip, ...] = ()
    leans: bool = False
    base: str = ""
    refers: str = ""

    @property
    def speakers(self) -> tuple[Named, ...]:
        """Those of `people` whose words are asked for."""
        return tuple(one for one in self.people if one.speaker)

    @property
    def filters(self) -> Filters:
        """What the hard chips narrow a search to."""
        hard = [chip for chip in self.chips if chip.hard]
        if not hard:
            return EVERYTHING
        since, _, until = next((chip.value for chip in hard if chip.kind == "days"), "/").partition("/")
        return Filters(
            tuple(chip.value for chip in hard if chip.kind == "outlet"),
            dt.date.fromisoformat(since) if since else None,
            dt.date.fromisoformat(until) if until else None,
        )
