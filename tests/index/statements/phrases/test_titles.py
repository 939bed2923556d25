import pytest

from index.statements.phrases.titles import beside
from index.statements.tokens import read


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("وصل وزير النقل سمير حداد أمس", ["وزير النقل"]),
        ("وصل سمير حداد، وزير النقل، أمس", ["وزير النقل"]),
        ("وصل المهندس سمير حداد، نقيب المهندسين، أمس", ["المهندس", "نقيب المهندسين"]),
        ("وصل سمير حداد أمس", []),
    ],
)
def test_titles_beside_a_name(text: str, titles: list[str]) -> None:
    tokens = read(text)
    k = tokens.words.index("سمير")
    assert [tokens.text(*run) for run in beside(tokens, k, k + 2)] == titles
