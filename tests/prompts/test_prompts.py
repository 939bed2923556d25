from importlib import resources

import pytest

from prompts import TemplateError, parse, template


def test_every_template_keeps_its_declaration() -> None:
    names = [
        file.name.removesuffix(".txt") for file in resources.files("prompts").iterdir() if file.name.endswith(".txt")
    ]
    assert len(names) >= 4
    for name in names:
        assert template(name).text


def test_gaps_are_filled() -> None:
    made = parse("x", "variables: who, where\n\nقال {who} في {where}.\n")
    assert made.fill(who="الوزير", where="عمّان") == "قال الوزير في عمّان."


def test_a_version_is_named_in_the_second_line() -> None:
    made = parse("x", "variables: who\nversion: 3\n\nقال {who}.\n")
    assert made.version == "3"
    assert made.fill(who="الوزير") == "قال الوزير."
    assert parse("x", "variables:\n\nقال.").version == ""


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        ("variables:\nauthor: me\n\nقال.", "second line"),
        ("variables: who\n\nقال.", "who"),
        ("variables:\n\nقال {who}.", "who"),
        ("قال {who}.", "must begin"),
    ],
)
def test_a_template_that_breaks_its_word_is_refused(raw: str, complaint: str) -> None:
    with pytest.raises(TemplateError, match=complaint):
        parse("x", raw)


def test_filling_wants_exactly_the_variables() -> None:
    with pytest.raises(TemplateError, match="wants the variables who, got none"):
        parse("x", "variables: who\n\n{who}").fill()


def test_a_missing_file_is_named() -> None:
    with pytest.raises(TemplateError, match=r"no_such\.txt"):
        template("no_such")
