from assistant.sources.stances import STANCES, stance_in_words
from index.statements.lexicon import verbs


def test_every_stance_of_the_lexicon_has_its_words() -> None:
    assert {verb.stance for verb in verbs().values()} == set(STANCES)
    assert all(arabic and english for arabic, english in STANCES.values())


def test_words_in_both_languages() -> None:
    assert stance_in_words("deny") == "نفي" and stance_in_words("deny", "en") == "denied"
    assert stance_in_words("new") == "new" and stance_in_words("") == ""
