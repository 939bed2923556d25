import pytest

from assistant.generated.rewriting import Edit, Rewriting
from index.vocabulary import Span


def test_edits_apply_at_once_and_runs_are_followed() -> None:
    text = "قال «كذا» ثم 57."
    edits = [Edit(Span(13, 13), "[2]"), Edit(Span(4, 9), "«كذا وكذا»"), Edit(Span(9, 9), " [1]")]
    whole = Rewriting(text, edits)
    assert whole.text == "قال «كذا وكذا» [1] ثم [2]57."
    assert whole.moved(Span(4, 9)).of(whole.text) == "«كذا وكذا»"
    assert whole.moved(Span(13, 15)).of(whole.text) == "57"
    assert whole.moved(Span(0, 3)).of(whole.text) == "قال"
    assert whole.moved(Span(0, 16)).of(whole.text) == whole.text


def test_several_at_one_place_keep_their_order() -> None:
    assert Rewriting("ab", [Edit(Span(1, 1), "1"), Edit(Span(1, 1), "2")]).text == "a12b"


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap at 2"):
        Rewriting("abcd", [Edit(Span(0, 3), ""), Edit(Span(2, 4), "")])
