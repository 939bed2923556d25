"""Words of grammar by what they do in a reported sentence: complementizers, relatives, what opens a clause."""

from __future__ import annotations

from typing import Final

from index.arabic.normal import fold
from index.statements.lexicon import grammar
from index.statements.tokens import MARKS

MEANWHILE: Final = grammar("meanwhile")
EXCEPT: Final = frozenset(fold(w) for w in "إلا غير بيد".split())
RELATIVE: Final = grammar("relative")
FRONT_SWITCH: Final = grammar("front switch")
PUNCTUATION: Final = frozenset("،؛,;:.!؟?()[]-–—/…\n*•") | MARKS
"""Tokens that are no words."""
THAT: Final = grammar("that")
THAT_WITH_BI: Final = grammar("that with bi")
THAT_AFTER_FRONT: Final = frozenset(fold(w) for w in "فإن فإنه فإنها فإنهم فأن".split())
QUESTION: Final = grammar("question")
SAYING: Final = frozenset(fold(w) for w in "قائلا قائلة قائلين".split())
NOT_SUBJECT: Final = grammar("not subject")
THEREIN: Final = frozenset(fold(w) for w in "خلاله خلالها فيه فيها أثناءه أثناءها خلالهما".split())
"""At that occasion, in that document."""
