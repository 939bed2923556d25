from __future__ import annotations

import datetime as dt
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.conversations import Feedback, Outcome, Shelf, ShelfError
from assistant.conversations.shelf import title_of
from index.vocabulary import Filters

from .conftest import PORT, QUOTE, answer_to, refusal_of


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    opened = Shelf(tmp_path / "desk.sqlite3")
    yield opened
    opened.close()


def ask(shelf: Shelf, lookup: Any, *questions: str, reader: str = "") -> str:
    name = shelf.begin(questions[0], reader)
    for number, question in enumerate(questions, 1):
        shelf.ask(name, number, question, reader=reader)
        shelf.settle(name, number, Outcome.ANSWERED, answer_to(question), lookup, reader)
    return name


def test_a_conversation_is_there_after_the_process_ended(tmp_path: Path, lookup: Any) -> None:
    filters = Filters(("صحيفة المرفأ",), dt.date(2017, 1, 1))
    shelf = Shelf(tmp_path / "desk.sqlite3")
    name = shelf.begin("من قال إن الميناء لن يُغلق؟")
    shelf.ask(name, 1, "من قال إن الميناء لن يُغلق؟", filters=filters, without=("person:راوي",))
    shelf.settle(name, 1, Outcome.ANSWERED, answer_to("من قال إن الميناء لن يُغلق؟"), lookup)
    shelf.ask(name, 2, "وأين؟")  # the process dies before the answer
    shelf.close()

    shelf = Shelf(tmp_path / "desk.sqlite3")
    back = shelf.conversation(name, lookup)
    first, second = back.turns
    assert back.title == "من قال إن الميناء لن يُغلق؟"
    assert first.answer == answer_to("من قال إن الميناء لن يُغلق؟")
    assert first.filters == filters and first.without == ("person:راوي",)
    assert first.head(first.answer.citations[0]).title == PORT.title
    assert (second.outcome, second.answer) == (Outcome.ASKED, None)
    shelf.close()


def test_retrying_or_editing_a_question_drops_what_came_after(shelf: Shelf, lookup: Any) -> None:
    name = ask(shelf, lookup, "من؟", "وأين؟", "ومتى؟")
    shelf.judge(name, 2, 0, "right")
    shelf.ask(name, 2, "وفي أي مدينة؟")
    turns = shelf.conversation(name, lookup).turns
    assert [(turn.number, turn.question, turn.outcome) for turn in turns] == [
        (1, "من؟", Outcome.ANSWERED),
        (2, "وفي أي مدينة؟", Outcome.ASKED),
    ]
    assert turns[1].feedback == ()


def test_a_reader_sees_only_his_own(shelf: Shelf, lookup: Any) -> None:
    mine = ask(shelf, lookup, "من قال؟", reader="سلمى")
    ask(shelf, lookup, "من نفى؟", reader="هند")
    assert [one.id for one in shelf.summaries(reader="سلمى")] == [mine]
    assert shelf.summaries() == []
    for reader in ("هند", ""):
        with pytest.raises(KeyError):
            shelf.conversation(mine, lookup, reader)
        with pytest.raises(KeyError):
            shelf.delete(mine, reader)
        with pytest.raises(KeyError):
            shelf.rename(mine, "لي", reader)
        with pytest.raises(KeyError):
            shelf.judge(mine, 1, 0, "right", reader=reader)
        with pytest.raises(KeyError):
            shelf.ask(mine, 2, "ومتى؟", reader=reader)
    assert shelf.conversation(mine, lookup, "سلمى").turns[0].feedback == ()


def test_the_last_used_comes_first(shelf: Shelf, lookup: Any) -> None:
    first, second = ask(shelf, lookup, "الأول"), ask(shelf, lookup, "الثاني", "وبعد؟")
    assert [(one.id, one.turns) for one in shelf.summaries()] == [(second, 2), (first, 1)]
    shelf.ask(first, 2, "وأيضًا؟")
    assert [one.id for one in shelf.summaries()] == [first, second]
    assert [one.id for one in shelf.summaries(limit=1)] == [first]


def test_a_conversation_in_which_nothing_was_asked_is_not_listed(shelf: Shelf) -> None:
    shelf.begin("من؟")
    assert shelf.summaries() == []


@pytest.mark.parametrize(
    "search", ["إغلاق", "اغلاق طنجه", "مِيناء المغلق", "البَاخِرة غلق", "الاولي", "راوى", "العاصفه الباخره"]
)
def test_found_by_folded_words_of_title_question_and_answer(shelf: Shelf, lookup: Any, search: str) -> None:
    name = ask(shelf, lookup, "متى يُرفع إغلاق ميناء طنجة المغلق؟")
    shelf.rename(name, "الباخرة الأولى")
    other = shelf.begin("كم سعر الزيتون؟")
    shelf.ask(other, 1, "كم سعر الزيتون؟")
    assert [one.id for one in shelf.summaries(search)] == [name]
    assert shelf.summaries(f"{search} الزيتون") == []


def test_search_takes_signs_as_they_are(shelf: Shelf, lookup: Any) -> None:
    ask(shelf, lookup, "كم نسبة 100%؟")
    assert len(shelf.summaries("100%")) == 1
    assert shelf.summaries("1_0") == [] and shelf.summaries("' OR 1=1 --") == []
    assert len(shelf.summaries("  ")) == 1


def test_titles() -> None:
    assert title_of("  من قال\n إن الميناء؟ ") == "من قال إن الميناء؟"
    long = title_of("ماذا " * 40)
    assert len(long) <= 81 and long.endswith("ماذا…")
    assert len(title_of("س" * 500)) == 81
    assert title_of("\ud800سؤال") == "?سؤال"


def test_renaming_and_deleting(shelf: Shelf, lookup: Any) -> None:
    name = ask(shelf, lookup, "من؟")
    assert shelf.rename(name, " الميناء \n والعاصفة ") == "الميناء والعاصفة"
    assert shelf.summaries()[0].title == "الميناء والعاصفة"
    with pytest.raises(ValueError, match="title"):
        shelf.rename(name, " \n")
    shelf.judge(name, 1, 1, "not_relevant")
    shelf.delete(name)
    assert shelf.summaries() == []
    with pytest.raises(KeyError):
        shelf.conversation(name, lookup)


def test_verdicts_on_an_answer_exclude_one_another_and_those_on_a_source_do_not(shelf: Shelf, lookup: Any) -> None:
    name = ask(shelf, lookup, "من؟")
    shelf.judge(name, 1, 0, "right")
    shelf.judge(name, 1, 0, "wrong", note="قالها «المدير»")
    shelf.judge(name, 1, 2, "wrong_speaker")
    shelf.judge(name, 1, 2, "not_relevant")
    shelf.judge(name, 1, 2, "not_relevant")  # twice is once
    (turn,) = shelf.conversation(name, lookup).turns
    assert turn.feedback[0] == Feedback(0, "wrong", "قالها «المدير»")
    assert turn.said_of(0) == ("wrong",) and set(turn.said_of(2)) == {"wrong_speaker", "not_relevant"}
    shelf.judge(name, 1, 2, "wrong_speaker", given=False)
    shelf.judge(name, 1, 0, "wrong", given=False)
    assert shelf.conversation(name, lookup).turns[0].feedback == (Feedback(2, "not_relevant"),)


@pytest.mark.parametrize(("source", "verdict"), [(0, "not_relevant"), (1, "right"), (0, ""), (-1, "not_relevant")])
def test_a_verdict_that_does_not_exist(shelf: Shelf, lookup: Any, source: int, verdict: str) -> None:
    name = ask(shelf, lookup, "من؟")
    with pytest.raises(ValueError, match="known are"):
        shelf.judge(name, 1, source, verdict)


def test_what_is_gone_cannot_be_judged_or_answered(shelf: Shelf, lookup: Any) -> None:
    name = ask(shelf, lookup, "من؟", "وأين؟")
    shelf.ask(name, 1, "من غيره؟")
    with pytest.raises(KeyError, match="question 2"):
        shelf.judge(name, 2, 0, "right")
    with pytest.raises(KeyError):
        shelf.settle(name, 2, Outcome.ANSWERED, refusal_of("؟"), lookup)


def test_threads_share_a_shelf(shelf: Shelf, lookup: Any) -> None:
    threads = [threading.Thread(target=ask, args=(shelf, lookup, f"سؤال {n}", "وبعد؟")) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.title for one in shelf.summaries()) == [f"سؤال {n}" for n in range(8)]
    assert {one.turns for one in shelf.summaries()} == {2}


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    broken = tmp_path / "desk.sqlite3"
    broken.write_bytes(b"this is no database, whatever its name says" * 50)
    with pytest.raises(ShelfError, match="Move the file away"):
        Shelf(broken)
    later = tmp_path / "later.sqlite3"
    with sqlite3.connect(later) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(ShelfError, match="update isnad"):
        Shelf(later)


def test_in_memory_where_there_is_no_store(lookup: Any) -> None:
    shelf = Shelf()
    name = ask(shelf, lookup, "من؟")
    answer = shelf.conversation(name, lookup).turns[0].answer
    assert answer and QUOTE in answer.text
    assert [one.id for one in shelf.everything(lookup)] == [name]
