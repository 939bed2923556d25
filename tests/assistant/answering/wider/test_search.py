from assistant.answering.wider.search import bare, in_order, keys_of, nearest, newest, of_articles, total
from assistant.understanding.question import Named
from tests.assistant.answering.conftest import Asked


def test_the_nearest_of_a_person_meet_the_subject(asked: Asked) -> None:
    inquiry = asked("ماذا قالت سلمى الراوي عن توريد الزيت؟")
    found = nearest(inquiry, keys_of(inquiry.question.speakers[0]), least=0.5)
    assert [one.hit.content for one in found] == ["توريد الزيت النباتي من الخارج"]


def test_without_a_person_words_find_them(asked: Asked) -> None:
    found = nearest(asked("من تحدث عن تشققات السد؟"), least=0.75)
    assert {one.hit.shown for one in found} == {"هالة الدريدي", "سامر الحداد"}


def test_newest_and_in_order(asked: Asked) -> None:
    inquiry = asked("ماذا قالت سلمى الراوي؟")
    keys = keys_of(inquiry.question.speakers[0])
    found = newest(inquiry, keys, count=10)
    assert [one.article.id for one in found] == ["strike", "bread", "bread", "oil"]
    assert [one.article.id for one in in_order(found)] == ["oil", "bread", "bread", "strike"]
    assert total(inquiry, keys) == 4
    assert total(inquiry, keys, ["announce"]) == 1


def test_statements_of_articles_come_in_their_order(asked: Asked) -> None:
    inquiry = asked("ماذا قالت سلمى الراوي؟")
    assert [one.hit.shown for one in of_articles(inquiry, ["bread"])] == ["سلمى الراوي", "سلمى الراوي", "عادل السالمي"]
    assert of_articles(inquiry, []) == []


def test_a_name_written_together_is_the_same_one() -> None:
    assert bare("نور دين طبوبي") == bare("نورالدين طبوبي")
    named = Named(("نور دين عياري", "نورالدين عياري", "سامي عياري"), "العياري", "نور الدين العياري")
    assert keys_of(named) == ("نور دين عياري", "نورالدين عياري")
    assert keys_of(Named((), "فلان", "فلان")) == ()
