r"""Citations as BibTeX, for LaTeX and the programs that read it.

Written by bibtexparser. What LaTeX would take for a command is written so that both a typesetter and a parser give the
characters back; Arabic, « and » stay as they are, which pdfLATEX does not set but XeLaTeX and LuaLaTeX do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from assistant.citation_export.note import note
from assistant.citation_export.reference import Reference

_ESCAPES: Final = {
    "\\": r"\textbackslash{}",
    # \{ would do in LaTeX, but BibTeX counts braces without looking at what stands before them.
    "{": r"\ensuremath{\lbrace}",
    "}": r"\ensuremath{\rbrace}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: "\\" + sign for sign in "%&#$_"},
}
# Signs that LaTeX joins to another one: -- is a dash, `` a quotation mark, ?` an inverted question mark.
_LIGATURE = re.compile(r"([-'`<>,])(?=\1)|([?!])(?=`)")


def bibtex(references: Sequence[Reference]) -> str:
    """The references as the text of a .bib file, an entry each; the quotation is its ``abstract``."""
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.model import Entry, Field

    library = Library()
    taken: set[str] = set()
    for reference in references:
        if reference.key not in taken:  # BibTeX refuses a key that comes twice, and twice the same words say no more
            taken.add(reference.key)
            fields = [Field(name, value) for name, value in _fields(reference).items() if value]
            library.add(Entry("article", reference.key, fields))
    return write_string(library)


def _fields(reference: Reference) -> dict[str, str]:
    day, said_on = reference.date, reference.said_on
    texts = {
        "title": reference.title,
        "author": _name(reference.author),
        "journal": reference.outlet,
        "abstract": reference.quotation,
        "note": note(reference),
        "speaker": _name(reference.speaker),
        "speakerrole": reference.role,
        "speakerorganization": reference.organization,
        "stance": reference.stance,
        "saidplace": reference.place,
        "saidmedium": reference.medium,
    }
    return {
        **{name: escaped(value) if name not in ("author", "speaker") else value for name, value in texts.items()},
        "saidon": said_on.isoformat() if said_on else "",
        "year": str(day.year) if day else "",
        "month": str(day.month) if day else "",
        "date": day.isoformat() if day else "",
        "url": _address(reference.url or reference.permalink),
        "permalink": _address(reference.permalink),
        "langid": "arabic" if reference.language == "ar" else "",
    }


def escaped(text: str) -> str:
    """`text` so that LaTeX sets exactly its characters."""
    parted = _LIGATURE.sub(lambda sign: sign[0] + "\0", text)
    return "".join(_ESCAPES.get(sign, sign) for sign in parted).replace("\0", "{}")


def _name(name: str) -> str:
    # In a second pair of braces a name is whole: BibTeX neither looks for its family name nor splits it at "and".
    return f"{{{escaped(name)}}}" if name else ""


def _address(url: str) -> str:
    """A link, which biblatex and \\url take as it stands: no escapes, and no sign that could end the entry."""
    return "".join(f"%{ord(sign):02X}" if sign in '{}\\"^`' or sign.isspace() else sign for sign in url)
