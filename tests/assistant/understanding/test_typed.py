import pytest

from assistant.understanding.typed import read, verb


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("مييين قاااال؟", ["مين", "قال"]),
        ("ماذاقال الوزير", ["ماذا", "قال", "الوزير"]),
        ("ماهي الأسباب؟", ["ما", "هي", "الاسباب"]),
        ("شقال الوزير؟", ["ش", "قال", "الوزير"]),
        ("شُو صارَ؟!", ["شو", "صار"]),
        ("سعره 43,5 دينارا", ["سعره", "43,5", "دينارا"]),
        ("شكرا", ["شكرا"]),
        ("منتصف الليل", ["منتصف", "الليل"]),
        ("", []),
    ],
)
def test_words_as_they_are_compared(asked: str, words: list[str]) -> None:
    assert [word.folded for word in read(asked).words] == words


def test_each_word_knows_where_it_stands() -> None:
    typed = read("ماذاقال  الوزيـر؟")
    assert [typed.text[word.start : word.end] for word in typed.words] == ["ماذا", "قال", "الوزير"]
    assert typed.between(1, 3) == "قال  الوزير"
    assert typed.between(1, 1) == ""


@pytest.mark.parametrize(
    ("word", "stance"),
    [
        *(("قال", "say"), ("نفي", "deny"), ("حذرت", "warn"), ("يطالب", "demand"), ("وقال", "say")),
        *(("بيقول", "say"), ("هيقول", "say"), ("بتقول", "say"), ("كال", "say"), ("اتكلم", "say"), ("هدر", "say")),
        *(("رواه", "say"), ("نفاها", "deny"), ("جاوب", "answer")),
    ],
)
def test_verbs_of_saying_in_writing_and_in_speech(word: str, stance: str) -> None:
    form = verb(word)
    assert form is not None
    assert form.verb.stance == stance


@pytest.mark.parametrize("word", ["الوزير", "ورد", "كتاب", "سجل", "في", "منتصف"])
def test_no_verbs_of_saying(word: str) -> None:
    assert verb(word) is None
