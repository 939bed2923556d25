"""What an embedder reads of a text: the same letters, without the marks that mislead it.

A vocalised or stretched word falls apart into rare tokens: the vector of a vocalised sentence is as far from the plain
one as an unrelated sentence is. Letters stay as they are (ة, ى, أ are not folded): the models learned them apart.
"""

from __future__ import annotations

import re
import unicodedata

# Short vowels, shadda, sukun, Quranic signs, superscript alef and tatweel. Hamza and madda signs are not among
# them: NFC has already joined those to their letters.
_MARKS = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    # Marks of writing direction: invisible, and some models take each for a blank.
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+"
)
# A NUL ends a C string, a lone surrogate has no UTF-8 form: both come from broken files, and neither is a letter.
_BROKEN = re.compile("[\x00\ud800-\udfff]+")


def clean(text: str) -> str:
    """`text` as the embedder gets it: NFC, without diacritics, tatweel, direction marks, NULs and lone surrogates."""
    return _BROKEN.sub(" ", _MARKS.sub("", unicodedata.normalize("NFC", text))).strip()
