"""Sentences as newsrooms of many countries write them (examples.txt), and what must hold for any text."""

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.statements import as_record, extract
from index.vocabulary import Article, Span, Statement

DAY = dt.date(2024, 3, 14)  # a Thursday
BLOCKS = [
    block.split("\n")
    for block in (Path(__file__).parent / "examples.txt").read_text(encoding="utf-8").strip().split("\n\n")
    if not block.startswith("#")
]


def statements(text: str) -> list[Statement]:
    return extract(Article(text=text, id="t", date=DAY))


def marked(text: str) -> tuple[str, list[Span]]:
    """The text without ⟦ ⟧, and the runs that they enclose, by their beginning."""
    plain, runs, open_at = "", [], []
    for piece in re.split("([⟦⟧])", text):
        if piece == "⟦":
            open_at.append(len(plain))
        elif piece == "⟧":
            runs.append(Span(open_at.pop(), len(plain)))
        else:
            plain += piece
    return plain, sorted(runs)


@pytest.mark.parametrize("block", BLOCKS, ids=[block[0][:40] for block in BLOCKS])
def test_newsroom_sentences(block: list[str]) -> None:
    plain, runs = marked(block[0].replace("\\n", "\n"))
    speakers = [name for name in block[1].removeprefix("=").strip().split(" | ") if name]
    found = sorted(statements(plain), key=lambda s: s.content)
    assert [(s.content.of(plain), s.speaker) for s in found] == [
        (run.of(plain), speaker) for run, speaker in zip(runs, speakers, strict=True)
    ]


def test_there_are_examples_of_every_kind() -> None:
    assert len(BLOCKS) > 100
    found = [s for block in BLOCKS for s in statements(marked(block[0].replace("\\n", "\n"))[0])]
    assert {s.kind for s in found} == {"person", "organization", "anonymous", "document"}
    assert {s.type for s in found} == {"direct", "indirect", "mixed"}
    assert {s.basis for s in found} == {"explicit", "inherited", "coreference"}
    assert {"say", "stress", "deny", "warn", "demand", "accuse", "announce", "opine", "ask"} <= {
        s.stance for s in found
    }


def test_a_statement_has_its_circumstances() -> None:
    text = "قال وزير النقل سامر الحلبي في تصريح لوكالة الأنباء مساء أمس خلال مؤتمر صحفي في عمان إن الجسر سيفتح قريبا."
    (statement,) = statements(text)
    assert statement.place is not None and statement.place.of(text) == "خلال مؤتمر صحفي في عمان"
    assert statement.medium is not None and statement.medium.of(text) == "في تصريح لوكالة الأنباء"
    assert statement.said_on == dt.date(2024, 3, 13)
    assert statement.role == "وزير النقل"
    assert statement.mention is not None and statement.mention.of(text) == "وزير النقل سامر الحلبي"


def test_circumstances_are_carried_over_while_the_same_person_speaks() -> None:
    text = (
        "قال المدير هادي سالم في بيان إن المصنع توقف. وأضاف أن العمال في إجازة. "
        "وقالت النقابية منى فرج إن الأجور لم تصرف."
    )
    media = [s.medium.of(text) if s.medium else None for s in statements(text)]
    assert media == ["في بيان", "في بيان", None]


def test_a_dateline_is_no_place_of_saying() -> None:
    (statement,) = statements("القاهرة - قال الخبير سامح عزت إن الأسعار سترتفع.")
    assert statement.place is None


def test_a_relay_is_told_as_such() -> None:
    text = "نقلت صحيفة الأفق عن الوزير رامي حداد قوله إن القانون جاهز."
    (statement,) = statements(text)
    assert statement.speaker == "رامي حداد"
    assert statement.via == "صحيفة الأفق"
    assert as_record(Article(text=text, id="t"), statement)["medium"] == "صحيفة الأفق"


def test_diacritics_tatweel_and_hidden_marks_do_not_move_the_spans() -> None:
    text = "وَقَالَ الـوزيـرُ سَمير حدّاد\u200f: «\u200fلَنْ نَتراجَعَ عَنِ القَرارِ»."
    (statement,) = statements(text)
    assert "نَتراجَعَ عَنِ القَرارِ" in statement.content.of(text)
    assert statement.cue.of(text) == "قَالَ"
    assert statement.speaker == "سمير حداد"


def test_unclosed_and_unpaired_marks_do_not_swallow_the_article() -> None:
    text = 'قال المدرب سليم حمود "لعبنا مباراة جيدة أمس.\nوأضاف "سنفوز في مباراة الإياب.\nانتهت المباراة بالتعادل.'
    assert [s.content.of(text) for s in statements(text)] == ["لعبنا مباراة جيدة أمس", "سنفوز في مباراة الإياب"]


def test_quotation_over_sentences() -> None:
    text = "وقالت الوزيرة ليلى منصور: «نحن مستعدون. لن نترك أحدا. سنعمل ليل نهار»."
    (statement,) = statements(text)
    assert statement.content.of(text) == "نحن مستعدون. لن نترك أحدا. سنعمل ليل نهار"
    assert statement.type == "direct"


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "«", '"', "وقال", "وقال:", "قال «", "أكد أن", "وفق", "بحسب ما", "a", "ﷺ", "\ud800"]
)
def test_scraps_give_nothing_and_no_error(text: str) -> None:
    assert statements("نص. " + text) == []


TEXT = "\n".join(marked(block[0].replace("\\n", "\n"))[0] for block in BLOCKS[::6])
WORDS = sorted({*TEXT.split(), "«", "»", '"', ":", "،", ".", "\n", "وقال", "إن", "أن", "مؤكدا", "بحسب", "ما"})


def check_spans(text: str, found: list[Statement]) -> None:
    for s in found:
        assert 0 <= s.content.start < s.content.end <= len(text)
        assert s.content.of(text).strip()
        assert s.content.overlap(s.cue) == 0
        assert s.speaker
        assert 0 < s.confidence < 1
        for span in (s.cue, s.mention, s.place, s.medium, s.said_on_words):
            assert span is None or 0 <= span.start < span.end <= len(text)


@settings(max_examples=120, deadline=None)
@given(st.integers(1, len(TEXT)))
def test_every_truncation_is_read(length: int) -> None:
    text = TEXT[:length] if TEXT[:length].strip() else "نص"
    check_spans(text, statements(text))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60))
def test_any_order_of_words_is_read(words: list[str]) -> None:
    text = "نص " + " ".join(words)
    check_spans(text, statements(text))


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_any_characters_are_read(text: str) -> None:
    check_spans("نص " + text, statements("نص " + text))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(BLOCKS), st.sampled_from(["انتهى الاجتماع.", "وكان الطقس حارا أمس.", "وتوقفت الأعمال في الميناء."])
)
def test_text_without_names_after_it_changes_no_statement(block: list[str], more: str) -> None:
    text = marked(block[0].replace("\\n", "\n"))[0]
    longer = statements(f"{text}\n{more}")
    assert longer == statements(text)
