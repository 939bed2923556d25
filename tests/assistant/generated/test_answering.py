"""Every way in which a model may behave ends in an answer that keeps the contract."""

from __future__ import annotations

import random
import re
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.generated.answering import Generated
from assistant.generated.model import LanguageModel, Patience
from index.statements.extract import extract
from index.vocabulary import Answer, Article
from tests.assistant.generated.scripted import HOSTILE, PORT, UNION, Script, ScriptedChat, evidence, extractive

Answered = Callable[..., list[Answer]]
FALLBACK = extractive(PORT, UNION)


def keeps_the_contract(answer: Answer) -> None:
    """Citations verbatim, markers and citations agree, and no « » stands unmarked that is not in a cited article."""
    articles = {one.article.id: one.article for one in answer.evidence}
    for citation in answer.citations:
        assert citation.span.of(articles[citation.article_id].text) == citation.quote != ""
    pointed = {int(number) for number in re.findall(r"\[(\d+)\]", answer.text)}
    assert pointed == set(range(1, len(answer.citations) + 1))
    cited = [" ".join(articles[one.article_id].text.split()) for one in answer.citations]
    for quote in re.finditer("«([^«»]*)»", answer.text):
        marked = any(mark.span.start <= quote.start() and quote.end() <= mark.span.end for mark in answer.marks)
        assert marked or any(quote[1] in text for text in cited), quote[0]
    for mark in answer.marks:
        assert 0 <= mark.span.start < mark.span.end <= len(answer.text)
        assert mark.why in {"citation", "quote", "name", "number"}


def marked(answer: Answer) -> list[tuple[str, str]]:
    return [(mark.span.of(answer.text), mark.why) for mark in answer.marks]


def test_a_good_reply_is_the_answer_with_the_sources_own_words(answered: Answered) -> None:
    def script(keys: dict[str, str]) -> list[str]:
        return [
            "قالت مديرة الميناء سلمى ال", "راوي: «لن نغلق الميناء قبل انت", f"هاء العاصفة» [{keys['port'][:2]}",
            f"{keys['port'][2:]}]. ونفى نقيب البحارة كمال الدريدي توقف العمل في الميناء ", f"[{keys['union']}].",
        ]  # fmt: skip

    *growing, last = answered(script)
    keeps_the_contract(last)
    assert last.text == (
        "قالت مديرة الميناء سلمى الراوي: «لن نُغلق الميناء، قبل انتهاء العاصفة» [1]. "
        "ونفى نقيب البحارة كمال الدريدي توقف العمل في الميناء [2]."
    )
    assert [one.quote for one in last.citations] == [
        "وقالت في مؤتمر صحفي: «لن نُغلق الميناء، قبل انتهاء العاصفة».",
        "نفى نقيب البحّارة كمال الدريدي توقف العمل في الميناء.",
    ]
    assert (last.marks, last.notice, last.method, last.refused) == ((), "", "scripted", False)
    assert (last.kind, last.suggestions) == (FALLBACK.kind, FALLBACK.suggestions)
    assert last.confidence == ""
    assert last.seconds.keys() == {"rank", "generate"}
    assert [one.text for one in growing][:2] == [
        "قالت مديرة الميناء سلمى ال",
        "قالت مديرة الميناء سلمى الراوي: «لن نغلق الميناء قبل انت",
    ]
    assert growing[-1].text.endswith("[2].")
    for one in growing:
        assert len(one.citations) == len(set(re.findall(r"\[\d+\]", one.text)))


BORNE_OUT = "أكدت مديرة الميناء سلمى الراوي أن الحركة مستمرة رغم العاصفة [{port}]. "


@pytest.mark.parametrize(
    ("lie", "mark"),
    [
        ("وقالت الراوي في المؤتمر: «سنغلق الميناء غدا» [{port}].", ("«سنغلق الميناء غدا»", "quote")),
        ("وبلغ عدد السفن الراسية 57 سفينة [{port}].", ("57", "number")),
        ("وبلغ عدد السفن الراسية ٥٧ سفينة [{port}].", ("٥٧", "number")),
        ("وبلغ عدد السفن الراسية سبعين سفينة [{port}].", ("سبعين", "number")),
        ("وأكد مدير الميناء نبيل الطرابيشي أن الحركة مستمرة رغم العاصفة [{port}].", ("نبيل", "name")),
        ("وأكدت Maersk أن الحركة في الميناء مستمرة رغم العاصفة [{port}].", ("Maersk", "name")),
        ("وأكدت مديرة الميناء في باريس أن الحركة مستمرة رغم العاصفة [{port}].", ("باريس", "name")),
        ("وغادرت السفن الميناء في 22 فبراير رغم العاصفة [{port}].", ("22", "number")),
        ("وتراجعت أسعار القمح في الأسواق العالمية.", ("وتراجعت أسعار القمح في الأسواق العالمية.", "citation")),
        ("وقررت الحكومة رفع أسعار القمح والوقود [{port}].", None),  # a key that has nothing to do with the words
    ],
)
def test_a_lie_is_marked_in_an_answer_that_holds_otherwise(
    answered: Answered, lie: str, mark: tuple[str, str] | None
) -> None:
    last = answered(lambda keys: [(BORNE_OUT + lie).format(**keys)])[-1]
    keeps_the_contract(last)
    assert last.method == "scripted"
    assert "scripted" in last.notice
    if mark:
        assert mark in marked(last)
    else:
        assert [why for _, why in marked(last)] == ["citation"]
    assert not any(one.span.start < 40 for one in last.marks)


@pytest.mark.parametrize(
    ("script", "says"),
    [
        (["قالت الراوي إن الميناء سيغلق أبوابه يوم الجمعة المقبل."], "لم تسند"),
        (["قالت الراوي: «سنغلق الميناء غدا» [ZZZZ]."], "لم تسند"),
        (lambda keys: [f"استقال العمدة بعد فضيحة مالية كبرى [{keys['port']}]."], "لم تسند"),
        (["The port will remain closed until Friday, officials said [1]."], "لم تسند"),
        ([""], "لم يكتب"),
        ([" \n", "<think>لنفكر", " في الأمر</think>"], "لم يكتب"),
        (["<think>بلا نهاية"], "لم يكتب"),
        (["عذرًا، لا أستطيع الإجابة عن هذا السؤال."], "امتنع"),
        (["لا يمكنني المساعدة في ذلك."], "امتنع"),
        (["I'm sorry, I cannot help with that."], "امتنع"),
        ([ConnectionError("refused")], "تعذّر الاتصال"),
        (["قالت الراوي إن", ConnectionError("reset")], "انقطع"),
        (["قالت الراوي إن", 2.0], "تأخّر"),
        ([2.0, "قالت الراوي"], "تأخّر"),
        (["نعم نعم " * 500], "انقطع"),
    ],
)
def test_a_model_that_fails_gives_way_to_the_extractive_answer(
    answered: Answered, script: Script | list[str], says: str
) -> None:
    last = answered(script, patience=Patience(0.3, 0.4))[-1]
    keeps_the_contract(last)
    assert says in last.notice
    assert "scripted" in last.notice
    assert replace(last, notice="") == FALLBACK


def test_the_evidence_does_not_answer(answered: Answered) -> None:
    last = answered(["[NO", "NE]"])[-1]
    assert last.refused
    assert last.reason == last.text != ""
    assert (last.citations, last.method) == ((), "scripted")
    assert last.evidence == FALLBACK.evidence


@pytest.mark.parametrize(
    "written", ["أكدت سلمى الراوي أن الحركة مستمرة [{port}].", "استقال العمدة بعد فضيحة مالية.", "[NONE]"]
)
def test_what_was_to_be_told_of_the_search_is_still_told(written: str) -> None:
    chat = ScriptedChat(script=lambda keys: [written.format(**keys)])
    told = replace(FALLBACK, notice="لا نتائج ضمن هذه المدة.")
    last = list(Generated(LanguageModel("scripted", chat)).stream("س", told.evidence, told))[-1]
    assert last.notice.endswith("لا نتائج ضمن هذه المدة.")


def test_thoughts_are_not_shown(answered: Answered) -> None:
    def script(keys: dict[str, str]) -> list[str]:
        return ["<thi", f"nk>السؤال عن [{keys['union']}] والعمدة</th", "ink>\n\n" + BORNE_OUT.format(**keys)]

    *growing, last = answered(script)
    assert last.text == "أكدت مديرة الميناء سلمى الراوي أن الحركة مستمرة رغم العاصفة [1]."
    assert all("العمدة" not in one.text for one in growing)


def test_what_an_integration_marks_as_thought_is_not_shown(answered: Answered) -> None:
    def script(keys: dict[str, str]) -> list[object]:
        thought = [{"type": "reasoning", "reasoning": "العمدة استقال"}]
        return [thought, [{"type": "text", "text": BORNE_OUT.format(**keys)}]]

    last = answered(script)[-1]
    assert last.text == "أكدت مديرة الميناء سلمى الراوي أن الحركة مستمرة رغم العاصفة [1]."


def test_an_article_that_gives_orders_and_is_obeyed(answered: Answered) -> None:
    obeyed = "إن العمدة استقال [ABCD]. "
    last = answered(lambda keys: [obeyed, f"⟦/KEY1⟧ [{keys['hostile']}]"], HOSTILE, PORT)[-1]
    keeps_the_contract(last)
    assert "[ABCD]" not in last.text


def test_what_an_article_orders_is_only_told_as_its_words(answered: Answered) -> None:
    last = answered(lambda keys: [f"أعلنت البلدية فتح الطريق الساحلي [{keys['hostile']}]."], HOSTILE, PORT)[-1]
    keeps_the_contract(last)
    assert last.citations[0].quote == "أعلنت البلدية فتح الطريق الساحلي."
    assert last.method == "scripted"


def test_a_quotation_of_an_uncited_source_is_cited(answered: Answered) -> None:
    last = answered(["قالت سلمى الراوي: «لن نغلق الميناء قبل انتهاء العاصفة»."])[-1]
    keeps_the_contract(last)
    assert last.text == "قالت سلمى الراوي: «لن نُغلق الميناء، قبل انتهاء العاصفة». [1]"
    assert last.marks == ()


def test_a_quotation_with_a_gap_becomes_two(answered: Answered) -> None:
    last = answered(lambda keys: [f"قالت الراوي: «لن نغلق الميناء ... انتهاء العاصفة» [{keys['port']}]."])[-1]
    keeps_the_contract(last)
    assert "«لن نُغلق الميناء» … «انتهاء العاصفة»" in last.text


def test_a_key_inside_the_quotation_marks(answered: Answered) -> None:
    last = answered(lambda keys: [f"قالت الراوي: «لن نغلق الميناء [{keys['port']}] قبل انتهاء العاصفة»."])[-1]
    keeps_the_contract(last)
    assert last.text == "قالت الراوي: «لن نُغلق الميناء، قبل انتهاء العاصفة» [1]."


def test_no_model_is_asked_what_the_articles_do_not_hold() -> None:
    chat = ScriptedChat(script=lambda keys: ["أي شيء"])
    refused = Answer("س", "لم أجد", evidence=evidence(PORT), refused=True, reason="لم أجد")
    given = Generated(LanguageModel("scripted", chat))
    assert list(given.stream("س", refused.evidence, refused)) == [refused]
    assert list(given.stream("س", (), FALLBACK)) == [FALLBACK]
    assert chat.sent == []


def test_the_prompt_holds_rules_evidence_history_and_question() -> None:
    chat = ScriptedChat(script=lambda keys: ["[NONE]"])
    given = Generated(LanguageModel("scripted", chat), chance=random.Random(1))
    said = extract(UNION)
    list(given.stream("ومن رد عليها؟ ⟦", FALLBACK.evidence, FALLBACK, statements=said, history=["ماذا قالت الراوي؟"]))
    system, user = (str(message.content) for message in chat.sent[0])
    assert "[NONE]" in system
    assert "- ماذا قالت الراوي؟\n" in user
    assert "سؤال القارئ: ومن رد عليها؟ (\n" in user
    assert "القائل: كمال الدريدي (نقيب البحارة)" in user
    assert user.count("⟦/") == user.count("⟦") / 2 == 2 + len(said)


def test_a_reader_who_leaves_ends_the_call() -> None:
    before = set(threading.enumerate())
    chat = ScriptedChat(script=lambda keys: ["قالت ", *[0.01, "ثم "] * 500])
    given = Generated(LanguageModel("scripted", chat))
    stream = given.stream("س", FALLBACK.evidence, FALLBACK)
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    begun = [one for one in threading.enumerate() if one not in before]
    assert [one.name for one in begun] == ["language model"]
    begun[0].join(2)
    assert not begun[0].is_alive()


def test_a_statement_can_be_cited(answered: Answered) -> None:
    said = extract(UNION)[0]

    def script(keys: dict[str, str]) -> list[str]:
        return [f"نفى نقيب البحارة كمال الدريدي توقف العمل في الميناء [{keys['union']}]."]

    last = answered(script, statements=[said])[-1]
    assert last.citations[0].quote == "نفى نقيب البحّارة كمال الدريدي توقف العمل في الميناء."


def test_an_articles_own_number_in_brackets_is_no_citation(answered: Answered) -> None:
    article = Article("قال الوزير سامي حداد: «بلغ الإنتاج [1] مليون طن هذا العام».", id="oil", title="النقابة تنفي")
    last = answered(lambda keys: [f"قال الوزير سامي حداد: «بلغ الإنتاج مليون طن» [{keys['union']}]."], article)[-1]
    keeps_the_contract(last)
    assert last.method == "extractive"
    whole = answered(lambda keys: [f"قال الوزير سامي حداد: «بلغ الإنتاج 1 مليون طن» [{keys['union']}]."], article)[-1]
    assert "[\u20601]" in whole.text
    assert whole.marks == ()
