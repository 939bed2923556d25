"""Citations for other programs: BibTeX, RIS, CSL-JSON and CSV, and the quotation with its source as Arabic text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.citation_export.bibtex import bibtex
from assistant.citation_export.csl import csl
from assistant.citation_export.quotation import quotation
from assistant.citation_export.reference import Heading, Reference, refer
from assistant.citation_export.ris import ris
from assistant.citation_export.table import table

__all__ = ["FORMATS", "Format", "Heading", "Reference", "export", "quotation", "refer"]


@dataclass(frozen=True, slots=True)
class Format:
    """A form of citations: what it is called, its files' suffix and media type, and what writes it."""

    shown: str
    suffix: str
    media_type: str
    write: Callable[[Sequence[Reference]], str]


FORMATS: Final[dict[str, Format]] = {
    "bibtex": Format("BibTeX", "bib", "application/x-bibtex", bibtex),
    "ris": Format("RIS", "ris", "application/x-research-info-systems", ris),
    "csl": Format("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", csl),
    "csv": Format("CSV", "csv", "text/csv", table),
    "text": Format(
        "نصّ", "txt", "text/plain", lambda references: "".join(f"{quotation(one)}\n\n" for one in references)
    ),
}


def export(references: Sequence[Reference], form: str) -> bytes:
    """The references as a file of that form (one of :data:`FORMATS`), in UTF-8.

    Raises ValueError for a form that is not known; the message names those that are.
    """
    if form not in FORMATS:
        raise ValueError(f"{form!r} is no form of citations: they are {', '.join(FORMATS)}")
    return FORMATS[form].write(references).encode("utf-8", "replace")
