"""Citations as RIS, for EndNote, Zotero, Mendeley and the like. Written by rispy.

A value is one line in RIS, whose lines begin with a tag: a line break inside a quotation becomes a blank, and nothing
else of it changes.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.citation_export.note import note
from assistant.citation_export.reference import Reference
from assistant.sources.stances import stance_in_words


def ris(references: Sequence[Reference]) -> str:
    """The references as the text of a .ris file; the quotation is the abstract (AB), C1 the speaker, C2 the stance."""
    import rispy

    class Writer(rispy.RisWriter):  # type: ignore[misc]
        NEWLINE = "\r\n"  # as RIS has it

        def set_header(self, count: int) -> str:
            """None: numbers between the references are rispy's own."""
            return ""

    return str(
        rispy.dumps([_fields(reference) for reference in references], implementation=Writer, delimiter_tags_mapping={})
    )


def _fields(reference: Reference) -> dict[str, str | list[str]]:
    day, said_on = reference.date, reference.said_on
    single = {
        "id": reference.key,
        "title": reference.title,
        "secondary_title": reference.outlet,
        "date": f"{day:%Y/%m/%d}/" if day else "",
        "year": str(day.year) if day else "",
        "abstract": reference.quotation,
        "custom1": reference.speaker,
        "custom2": stance_in_words(reference.stance),
        "custom3": reference.place,
        "custom4": said_on.isoformat() if said_on else "",
        "custom5": reference.role,
        "custom6": reference.organization,
        "language": reference.language,
    }
    several = {
        "authors": [reference.author],
        "notes": [note(reference)],
        "urls": list(dict.fromkeys((reference.url, reference.permalink))),
    }
    lines: dict[str, str | list[str]] = {"type_of_reference": "NEWS"}
    lines |= {name: _one_line(value) for name, value in single.items() if value.strip()}
    for name, values in several.items():
        if kept := [_one_line(value) for value in values if value.strip()]:
            lines[name] = kept
    return lines


def _one_line(text: str) -> str:
    return " ".join(text.splitlines())
