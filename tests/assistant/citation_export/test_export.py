import pytest

from assistant.citation_export import FORMATS, Reference, export


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_holds_the_quotation(plain: Reference, form: str) -> None:
    assert plain.quotation in export([plain], form).decode()


def test_an_unknown_form_names_those_that_are(plain: Reference) -> None:
    with pytest.raises(ValueError, match="'word' is no form of citations: they are bibtex, ris, csl, csv, text"):
        export([plain], "word")


def test_a_damaged_character_does_not_stop_an_export(plain: Reference) -> None:
    from dataclasses import replace

    assert b"?" in export([replace(plain, quotation="a\ud800b")], "bibtex")
