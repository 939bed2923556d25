import pytest

from assistant.generated.claims import claims, says_something


@pytest.mark.parametrize(
    ("text", "at", "of"),
    [
        ("قال الوزير كذا . ثم نفى ذلك.", [15], [0]),
        ("قال الوزير كذا.  ثم نفى ذلك.", [16], [0]),  # after the full stop
        ("قال الوزير كذا. ثم نفى ذلك.", [27], [1]),
        ("قال الوزير  كذا. ثم نفى ذلك .", [11, 28], [0, 1]),
        ("- قال الوزير كذا.\n- ثم نفى ذلك.", [2], [0]),  # opens the line
        ("قال الوزير كذا.\n ثم نفى ذلك.", [16], [1]),
        ("قال الوزير كذا.\n\nثم نفى ذلك.\n", [len("قال الوزير كذا.\n\nثم نفى ذلك.\n")], [1]),
    ],
)
def test_a_marker_belongs_to_its_sentence(text: str, at: list[int], of: list[int]) -> None:
    found = claims(text, [(offset, "K7QF") for offset in at])
    assert len(found) == 2
    assert [n for n, claim in enumerate(found) for _ in claim.pointers] == of


def test_without_a_sentence_there_is_no_claim() -> None:
    assert claims(" \n", [(0, "K7QF")]) == []


def test_keys_once_in_order() -> None:
    (claim,) = claims("قال كذا", [(3, "M2XP"), (7, "K7QF"), (7, "M2XP")])
    assert claim.keys == ("M2XP", "K7QF")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("نعم.", False),
        ("وفي ما يلي تفاصيل المواقف الصادرة عن الوزارة:", False),
        ("هل أغلقت الوزارة الميناء فعلا؟", False),
        ("نفت الوزارة إغلاق الميناء.", True),
    ],
)
def test_what_needs_a_source(text: str, says: bool) -> None:
    assert says_something(text) == says
