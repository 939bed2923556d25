from assistant.command.batch import record
from index.vocabulary import Answer, Article, Citation, Evidence, Passage, Span

ARTICLE = Article(id="x", text="قال الوزير إن المشروع سينتهي في مايو.")


def test_the_answer_is_plain_text_and_what_it_cites_stands_apart() -> None:
    answer = Answer(
        "متى ينتهي المشروع؟",
        "سينتهي في مايو [1]، كما قال الوزير [1][2].",
        (Citation("x", Span(14, 36), "المشروع سينتهي في مايو"),),
        (Evidence(ARTICLE, Passage("x", 0, Span(0, 37)), 0.8),),
        seconds={"embed": 0.01, "rank": 0.02},
    )
    assert record(answer) == {
        "answer": "سينتهي في مايو، كما قال الوزير.",
        "refused": False,
        "citations": [{"article_id": "x", "start": 14, "end": 36, "quote": "المشروع سينتهي في مايو"}],
        "retrieved": [{"article_id": "x", "start": 0, "end": 37}],
        "seconds": 0.03,
        "method": "extractive",
    }
