"""Whatever is asked: what stands in quotation marks stands in the article it cites, and every citation is verbatim."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from assistant.assistant import Assistant
from index.samples import articles, questions
from index.store import Store

# Our marks and the number after them; words that have « » of their own stand in “ ”.
CITED = re.compile(r"(?:«(?P<plain>[^«»]*)»|“(?P<marked>[^“”]*(?:“[^“”]*”[^“”]*)*)”)…?(?P<numbers>(?: \[\d+\])+)")
ASKED = (
    "ماذا قال {name}؟",
    "ما هي تصريحات {name} حسب التاريخ؟",
    "هل نفى {name} ذلك؟",
    "كم تصريحا لـ{name}؟",
    "أين صرح {name} بذلك؟",
    "متى قال {name} ذلك؟",
    "قارن بين تصريحات {name} و{other} عن الماء",
    "ماذا قال {name} عن المدارس والمستشفيات؟",
)
FOLLOWING = ("ومن رد عليه؟", "وأين قال ذلك؟", "ومتى؟", "وماذا أضاف؟", "ومن سانده؟")


@pytest.fixture
def assistant(store_of: Callable[..., Store]) -> Assistant:
    return Assistant(store_of(*articles()))


def test_every_quotation_stands_in_what_it_cites(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    # The curve is fitted to the bundled model; here every second question is answered, whatever is found.
    turns = iter(range(10**6))
    monkeypatch.setattr("assistant.assistant.confidence", lambda *facts: float(next(turns) % 3 > 0))
    rows = assistant.store.catalogue.rows(
        "SELECT p.shown FROM people p JOIN names n USING (person) JOIN statements s ON s.name = n.name "
        "GROUP BY p.person ORDER BY count(*) DESC, p.person LIMIT 6"
    )
    names = [name for (name,) in rows]
    asked = [*questions(), *(f"من تحدث عن {word}؟" for word in ("السد", "الخبز", "المدارس", "الميزانية"))]
    asked += [form.format(name=one, other=names[0]) for one in names for form in ASKED]
    quoted = 0
    for question in asked:
        quoted += _check(assistant, question, [])
    for question in asked[:8]:
        for following in FOLLOWING:
            quoted += _check(assistant, following, [question])
    assert quoted > 100


def _check(assistant: Assistant, question: str, history: list[str]) -> int:
    """Check one answer; how many quotations it has."""
    answer = assistant.ask(question, history=history)
    for citation in answer.citations:
        article = assistant.article(citation.article_id)
        assert article is not None
        assert citation.span.of(article.text) == citation.quote, question
        if citation.statement:
            assert citation.statement.article_id == citation.article_id
    numbers = {int(number) for number in re.findall(r"\[(\d+)\]", answer.text)}
    assert numbers == set(range(1, len(answer.citations) + 1)), (question, answer.text)
    found = list(CITED.finditer(answer.text))
    for run in found:
        words = _plain(run["plain"] if run["plain"] is not None else run["marked"])
        cited = [answer.citations[int(number) - 1] for number in re.findall(r"\d+", run["numbers"])]
        texts = [_plain(article.text) for one in cited if (article := assistant.article(one.article_id))]
        assert any(words in text for text in texts), (question, words)
    return len(found)


def _plain(text: str) -> str:
    return " ".join(text.replace("\u2060", "").split())
