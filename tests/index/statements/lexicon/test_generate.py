import pytest

from index.statements.lexicon import lines
from index.statements.lexicon.generate import rows


def test_the_committed_forms_are_those_that_the_generator_makes() -> None:
    pytest.importorskip("mazini")
    made = {
        "\t".join(row)
        for line in lines("verbs.tsv")
        for lemma, root, pattern in [line.split("\t")[1:4]]
        for row in rows(lemma, root, pattern)
    }
    assert made == set(lines("forms.tsv"))


def test_every_verb_has_forms() -> None:
    with_forms = {line.split("\t")[1] for line in lines("forms.tsv")}
    assert with_forms == {line.split("\t")[1] for line in lines("verbs.tsv")}
