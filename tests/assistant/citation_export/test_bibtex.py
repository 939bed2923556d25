"""Each export is read again by pybtex and by bibtexparser, which undo LaTeX's escapes each in its own way."""

from __future__ import annotations

from collections.abc import Mapping

from bibtexparser.entrypoint import parse_string as read_bibtex
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text

from assistant.citation_export import Reference
from assistant.citation_export.bibtex import bibtex, escaped
from index.vocabulary import Span


def undone(fields: Mapping[str, str]) -> dict[str, str]:
    """The fields without LaTeX's escapes, except in links, where there are none.

    pylatexenc gives U+02C6 for \\textasciicircum, with which LaTeX sets the sign ^ itself.
    """
    plain = LatexNodes2Text()
    links = ("url", "permalink")
    return {
        name: value if name in links else plain.latex_to_text(value).replace("\u02c6", "^").strip()
        for name, value in fields.items()
    }


def parsed(text: str) -> dict[str, str]:
    library = read_bibtex(text)
    assert library.failed_blocks == [] and len(library.entries) == 1
    return undone({field.key: str(field.value) for field in library.entries[0].fields})


def by_pybtex(text: str) -> dict[str, str]:
    (entry,) = parse_string(text, "bibtex").entries.values()
    people = {role: " ".join(one.first_names + one.last_names) for role, (one, *_) in entry.persons.items()}
    return undone({**entry.fields, **people})


def test_an_entry(plain: Reference) -> None:
    entry = parsed(bibtex([plain]))
    assert entry["abstract"] == plain.quotation and entry["title"] == plain.title
    assert entry["journal"] == "صحيفة المرفأ" and entry["author"] == "هيئة التحرير"
    assert (entry["year"], entry["month"], entry["date"], entry["saidon"]) == ("2017", "1", "2017-01-20", "2017-01-19")
    assert entry["url"] == plain.url and entry["permalink"] == plain.permalink
    assert entry["speaker"] == "سلمى الراوي" and entry["stance"] == "deny" and entry["saidplace"] == "مؤتمر صحفي"
    assert "القائل: سلمى الراوي (مديرة ميناء السفن)" in entry["note"] and "نوع القول: نفي" in entry["note"]
    assert bibtex([plain]).startswith("@article{marfa-17-120-156,")


def test_pybtex_reads_it_too(plain: Reference) -> None:
    entry = by_pybtex(bibtex([plain]))
    assert entry["abstract"] == plain.quotation and entry["author"] == plain.author and entry["url"] == plain.url


def test_nasty_texts_come_back(nasty: Reference) -> None:
    text = bibtex([nasty])
    one, two = parsed(text), by_pybtex(text)
    for name in ("abstract", "title", "journal", "author"):
        assert one[name] == nasty.quotation, name
        assert " ".join(two[name].split()) == " ".join(nasty.quotation.split()), name
    assert "year" not in one and "date" not in one


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u02c6"), min_size=1))
def test_any_text_is_escaped_so_that_it_comes_back(words: str) -> None:
    reference = Reference(words, "x", Span(0, len(words)))
    assert parsed(bibtex([reference])).get("abstract", "").split() == words.split()


def test_braces_balance_and_no_comment_begins() -> None:
    assert escaped("100% {") == r"100\% \ensuremath{\lbrace}"
    assert escaped("a--b``c") == r"a-{}-b`{}`c"


def test_keys_are_plain_and_unlike(plain: Reference, nasty: Reference) -> None:
    library = read_bibtex(bibtex([plain, nasty, plain]))
    keys = [entry.key for entry in library.entries]
    assert len(set(keys)) == 2 and all(key.isascii() and " " not in key for key in keys)


def test_nothing_to_write_is_an_empty_file() -> None:
    assert read_bibtex(bibtex([])).entries == []
