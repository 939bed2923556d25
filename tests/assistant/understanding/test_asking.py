import pytest

from assistant.understanding.asking import asker, is_which


@pytest.mark.parametrize(
    ("word", "kind", "clitic"),
    [
        *(("من", "who", ""), ("لمن", "who", "ل"), ("ماذا", "what", ""), ("وماذا", "what", "و"), ("ولماذا", "why", "و")),
        *(
            ("لاي", "which", "ل"),
            ("باي", "which", "ب"),
            ("بكم", "how_many", ""),
            ("واين", "where", "و"),
            ("فين", "where", ""),
        ),
    ],
)
def test_question_words_with_what_is_written_to_them(word: str, kind: str, clitic: str) -> None:
    found = asker(3, word)
    assert found is not None
    assert (found.place, found.kind, found.clitic) == (3, kind, clitic)


@pytest.mark.parametrize("word", ["الوزير", "قال", "مدرسه", "منزل", ""])
def test_other_words(word: str) -> None:
    assert asker(0, word) is None


def test_the_feminine_of_which_and_egypts_what_are_one_word_when_folded() -> None:
    assert is_which("ايه", "في", "جريده")
    assert not is_which("ايه", "قال", "المدير")
