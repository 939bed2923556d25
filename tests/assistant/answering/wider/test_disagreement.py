from assistant.answering.wider.disagreement import disagreement, from_lines
from tests.assistant.answering.conftest import Asked


def test_who_denied_comes_first_where_the_denial_is_asked_for(asked: Asked) -> None:
    made = disagreement(asked("من نفى وجود تشققات خطيرة في جسم سد وادي الزيتون؟"))
    assert made is not None
    head, no, yes = made.text.split("\n\n")
    assert head == "اختلفت الأقوال في هذا:"
    assert no.startswith("نفت هالة الدريدي، المديرة (الاثنين 10 مارس 2025): «") and no.endswith("[1]")
    assert yes.startswith("أكد سامر الحداد، النائب (الأحد 9 مارس 2025): «") and "[2]" in yes
    assert [one.statement and one.statement.stance for one in made.citations] == ["deny", "stress"]


def test_who_affirmed_comes_first_where_that_is_asked_for(asked: Asked) -> None:
    made = disagreement(asked("من أكد وجود تشققات خطيرة في جسم سد وادي الزيتون؟"))
    assert made is not None
    assert made.text.split("\n\n")[1].startswith("أكد سامر الحداد")


def test_where_nothing_denies_there_is_none(asked: Asked) -> None:
    assert disagreement(asked("ماذا قالت سلمى الراوي عن سعر الخبز؟")) is None


def test_each_statement_of_the_lines_comes_once(asked: Asked) -> None:
    found = from_lines(asked("من نفى وجود تشققات خطيرة في جسم سد وادي الزيتون؟"))
    places = [(one.article.id, one.hit.statement.content) for one in found]
    assert len(places) == len(set(places)) > 2
