from index.statements.tokens import read


def test_tokens_keep_their_place() -> None:
    tokens = read("قَالَ الوزيرُ: «نعم»")
    assert tokens.words == ["قال", "الوزير", ":", "«", "نعم", "»"]
    assert tokens.span(0, 2).of(tokens.normal.original) == "قَالَ الوزيرُ"


def test_folding_keeps_what_was_written_at_hand() -> None:
    tokens = read("الوزارة أكدت")
    assert tokens.words == ["الوزاره", "اكدت"]
    assert (tokens.raw(0), tokens.raw(1)) == ("الوزارة", "أكدت")


def test_ala_and_ali() -> None:
    tokens = read("رد علي على السؤال")
    assert [tokens.is_ala(i) for i in range(4)] == [False, False, True, False]
    assert read("رد علي السؤال").is_ala(1)  # a paper that writes على like this throughout


def test_marks_are_paired_by_the_blanks_around_them() -> None:
    tokens = read('قال "نعم" ثم "لا".')
    assert [(tokens.words[a], tokens.words[b - 1]) for a, b in tokens.closing.items()] == [('"', "نعم"), ('"', "لا")]


def test_a_mark_never_closed_ends_with_its_paragraph() -> None:
    tokens = read("قال «نعم\nثم صمت»")
    assert tokens.words[tokens.closing[1]] == "\n"
    assert 1 in tokens.unclosed


def test_a_sentence_divided_for_its_length_is_one_again() -> None:
    long = "قال الوزير إن " + "، ".join("الخطة تشمل بناء المدارس والطرق والجسور في كل مكان" for _ in range(20)) + "."
    assert len(read(long).sentences) == 1


def test_a_sentence_that_ends_in_a_mark_is_not_joined_to_the_next() -> None:
    assert len(read('قال "انتهى الأمر." وأضاف الوزير شيئا آخر.').sentences) == 2
