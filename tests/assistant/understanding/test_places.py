import pytest

from assistant.understanding import understand


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ("ماذا حدث في بيروت؟", ("بيروت",)),
        ("من زار القاهره ودمشق", ("القاهره", "دمشق")),
        ("كم عدد المصابين بصنعاء", ("صنعاء",)),
        ("من قال إن السد ممتلئ؟", ()),
    ],
)
def test_places_as_typed(asked: str, places: tuple[str, ...]) -> None:
    assert understand(asked).places == places
