from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.generated.reply import Reply

KNOWN = {"K7QF", "M2XP"}


def read(*chunks: str) -> Reply:
    reply = Reply(KNOWN)
    for chunk in chunks:
        reply.feed(chunk)
    reply.close()
    return reply


@pytest.mark.parametrize(
    ("written", "text", "pointers"),
    [
        ("قال الوزير كذا [K7QF].", "قال الوزير كذا .", [(15, "K7QF")]),
        ("كذا [K7QF][M2XP]", "كذا ", [(4, "K7QF"), (4, "M2XP")]),
        ("كذا【K7QF】", "كذا", [(3, "K7QF")]),
        ("كذا ⟦K7QF⟧ ثم ⟦/K7QF⟧", "كذا  ثم ", [(4, "K7QF"), (8, "K7QF")]),
        ("كذا [k7qf، M2XP].", "كذا .", [(4, "K7QF"), (4, "M2XP")]),
        ("كذا [ZZZZ]. ثم", "كذا. ثم", []),
        ("كذا [1] ثم [٢].", "كذا ثم.", []),
        ("كذا [ZZZZ][K7QF].", "كذا .", [(4, "K7QF")]),
        ("كذا [K7QF][ZZZZ].", "كذا .", [(4, "K7QF")]),
        ("في [2017] و[كذا]", "في [2017] و[كذا]", []),
        ("[[K7QF]]", "[]", [(1, "K7QF")]),
        ("[" + "ا" * 60 + "]", "[" + "ا" * 60 + "]", []),
        ("كذا [K7Q", "كذا [K7Q", []),
        ("كذا <b> 3 < 4 <thin", "كذا <b> 3 < 4 <thin", []),
        ("<think>فكّر [K7QF] << </thin </think> \nكذا", "كذا", []),
        ("<THINK>فكّر</Think>كذا", "كذا", []),
        ("فكّر [K7QF]</think>كذا [M2XP]", "كذا ", [(4, "M2XP")]),
        ("كذا <think>بلا نهاية [K7QF]", "كذا ", []),
        ("## عنوان\n**كذا** `كذا`", "عنوان\nكذا كذا", []),
    ],
)
def test_text_and_pointers(written: str, text: str, pointers: list[tuple[int, str]]) -> None:
    reply = read(written)
    assert (reply.text, reply.pointers) == (text, pointers)
    assert not reply.declined


@pytest.mark.parametrize("written", ["[NONE]", "[none].", "【NONE】", "<think>لا شيء</think>\n[NONE]"])
def test_the_model_declines(written: str) -> None:
    assert read(written).declined


def test_a_refusal_in_a_thought_is_none() -> None:
    assert not read("<think>[NONE]؟</think>كذا [K7QF]").declined
    assert not read("[NONE]؟</think>كذا [K7QF]").declined


MARKERS = ["[", "]", "【", "⟧", "K7QF", "k7qf", "ZZZZ", "NONE", "1", "2017", "hope", "،"]
PIECES = st.sampled_from([*MARKERS, "<", ">", "<think>", "</think>", "</", " ", "\n", "قال", ".", "*", "#", "«", "»"])


@given(st.lists(PIECES, max_size=30).map("".join), st.data())
def test_any_chunking_reads_the_same(written: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(written)), max_size=8)))
    chunks = [written[a:b] for a, b in zip([0, *cuts], [*cuts, len(written)], strict=True)]
    whole, cut = read(written), read(*chunks)
    assert (cut.text, cut.pointers, cut.declined) == (whole.text, whole.pointers, whole.declined)
    assert all(0 <= offset <= len(whole.text) for offset, _ in whole.pointers)
    assert all(key in KNOWN for _, key in whole.pointers)
    assert "[1]" not in whole.text


@pytest.mark.parametrize("hostile", ["[", "<", "[[<", "[K7QF", "[a ", "</think", "<think>", "[1,"])
def test_a_hostile_reply_takes_no_longer(hostile: str) -> None:
    began = time.perf_counter()
    read(hostile * 20_000)
    assert time.perf_counter() - began < 5
