from assistant.extractive import compose
from assistant.retriever import Hit
from assistant.understanding import understand
from index.arabic.analyser import tokens
from index.vocabulary import Article, Passage, Span


def hit(text: str, id_: str = "a") -> Hit:
    return Hit(Article(text, id=id_), Passage(id_, 0, Span(0, len(text))), 1.0, 0.9)


def rarity(asked: str) -> dict[str, float]:
    return dict.fromkeys(tokens(asked), 1.0)


def answer(asked: str, *hits: Hit) -> tuple[str, list[str]]:
    text, citations = compose(understand(asked), rarity(asked), hits)
    return text, [citation.quote for citation in citations]


def test_the_sentence_that_shares_most_comes_first() -> None:
    text, quotes = answer(
        "كم بلغ سعر رغيف الخبز؟",
        hit("اجتمع مجلس الوزراء صباح الخميس في العاصمة. وبلغ سعر رغيف الخبز عشرة قروش. وانتهى الاجتماع مساء."),
    )
    assert quotes == ["وبلغ سعر رغيف الخبز عشرة قروش."]
    assert text == "وبلغ سعر رغيف الخبز عشرة قروش. [1]"


def test_a_question_of_when_prefers_the_sentence_with_a_day() -> None:
    text, _ = answer(
        "متى ينطلق مهرجان الزيتون؟",
        hit("ينطلق مهرجان الزيتون وسط استعدادات كبيرة.\nوينطلق مهرجان الزيتون يوم 4 غشت المقبل."),
    )
    assert text.startswith("وينطلق مهرجان الزيتون يوم 4 غشت المقبل. [1]")


def test_two_sentences_at_most_and_of_no_more_than_sixty_words() -> None:
    long = "قال وزير النقل إن القطار سينطلق قريبا " + "وإن المحطات جاهزة تماما لاستقبال الركاب " * 9
    text, quotes = answer(
        "ماذا قال وزير النقل عن القطار والمحطات؟", hit(f"{long}.\n{long} غدا.\nقال وزير النقل إن القطار جاهز.")
    )
    assert 1 <= len(quotes) <= 2
    assert len(text.split()) <= 64


def test_paragraph_breaks_become_blanks_in_the_answer_and_stay_in_the_citation() -> None:
    text, quotes = answer("ماذا قالت الوزارة عن المدارس؟", hit("قالت الوزارة   إن\u00a0المدارس ستفتح أبوابها الاثنين."))
    assert text == "قالت الوزارة إن المدارس ستفتح أبوابها الاثنين. [1]"
    assert quotes == ["قالت الوزارة   إن\u00a0المدارس ستفتح أبوابها الاثنين."]


def test_an_articles_own_number_in_brackets_is_none_of_ours() -> None:
    text, _ = answer("ماذا قالت الدراسة عن القمح؟", hit("قالت الدراسة إن القمح يكفي [3] حتى الصيف المقبل."))
    assert "[3]" not in text
    assert text.endswith("[1]")
    assert text.replace("\u2060", "") == "قالت الدراسة إن القمح يكفي [3] حتى الصيف المقبل. [1]"


def test_a_byline_is_no_answer() -> None:
    text, _ = answer("ماذا قال الوزير؟", hit("الوزير.\nأكد الوزير أن الخطة الجديدة جاهزة للتنفيذ."))
    assert text.startswith("أكد الوزير")
