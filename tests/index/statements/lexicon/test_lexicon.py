import pytest

from index.statements.lexicon import forms, given_names, grammar, nouns, places, verbs


def test_verbs_have_a_stance_and_links() -> None:
    assert verbs()["نفى"].stance == "deny"
    assert {"an", "np"} <= verbs()["نفى"].links
    assert verbs()["زاد"].weak
    assert len(verbs()) > 120


def test_forms_agree() -> None:
    form = forms()["اكدت"]
    assert (form.verb.lemma, form.tense, form.gender, form.number, form.joined) == ("أكد", "past", "f", "s", False)
    assert forms()["واكدت"].joined
    assert forms()["سيعلن"].future
    assert forms()["ابلغهم"].suffix
    assert forms()["وعد"].verb.lemma == "وعد"  # promised, before "and counted"


def test_lists_are_folded() -> None:
    assert "وزيره" in nouns("title")
    assert "احمد" in given_names() and "باسم" not in given_names()
    assert "ليبيا" in places()
    assert "انه" in grammar("that")


def test_an_unknown_section_is_an_error() -> None:
    with pytest.raises(KeyError):
        nouns("no such section")
