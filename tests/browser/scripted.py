"""A scripted assistant over invented articles: it streams fixed answers, so that only the page is tried."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator, Sequence

from index.vocabulary import Answer, Article, Citation, Evidence, Filters, Passage, Span

FLOOD_QUOTE = "«لن نغلق الميناء قبل انتهاء العاصفة»"
FLOOD = Article(
    id="وادي/1 ?#%",
    title="سلمى الراوي: الميناء يعمل رغم العاصفة",
    date=dt.date(2017, 1, 20),
    source="صحيفة المرفأ",
    url="https://marfa.example/news/1",
    author="هيئة التحرير",
    category="اقتصاد",
    text=(
        "أكدت مديرة ميناء السفن سلمى الراوي، الجمعة، أن حركة البواخر مستمرة في الأرصفة الشمالية.\n"
        f"وقالت الراوي في مؤتمر صحفي: {FLOOD_QUOTE}، مشيرةً إلى أنّ 12 باخرة تنتظر التفريغ.\n"
        + "وتوقّعت هيئة الأرصاد أن تهدأ الرياح مساء الأحد، وأن تعود الملاحة إلى طبيعتها تدريجيًّا. "
        * 12
    ),
)
RELAY = Article(
    id="relay-2",
    title="الميناء يعمل رغم العاصفة",
    date=dt.date(2017, 1, 21),
    source="وكالة الساحل",
    text="نقلت الصحف عن الراوي قولها: " + FLOOD_QUOTE + ".",
)
HOSTILE_QUOTE = '<img src=x onerror="window.hacked=1"> **غليظ** [انقر](javascript:window.hacked=2)'
HOSTILE = Article(
    id='"><script>window.hacked=3</script>',
    title="<b>عنوان</b> ${window.hacked=4} {{constructor}}",
    source="<i>وكالة</i>",
    url="javascript:window.hacked=5",
    text=f"قال المتحدث: {HOSTILE_QUOTE} <script>window.hacked=6</script> ![x](https://elsewhere.example/x.png) ثم انصرف.",
)
ARTICLES = {article.id: article for article in (FLOOD, RELAY, HOSTILE)}


def _evidence(article: Article, end: int | None = None, also_in: tuple[Article, ...] = ()) -> Evidence:
    span = Span(0, end or len(article.text))
    return Evidence(article, Passage(article.id, 0, span), 0.9, also_in)


def _citation(article: Article, quote: str) -> Citation:
    start = article.text.index(quote)
    return Citation(article.id, Span(start, start + len(quote)), quote)


class ScriptedAssistant:
    """Answers by a word in the question; keeps what it was asked in `calls`."""

    def __init__(self, pause: float = 0.01) -> None:
        self.pause = pause
        self.calls: list[tuple[str, Filters, tuple[str, ...]]] = []

    def stream(
        self,
        question: str,
        *,
        filters: Filters = Filters(),
        history: Sequence[str] = (),
    ) -> Iterator[Answer]:
        self.calls.append((question, filters, tuple(history)))
        if "خلل" in question:
            raise RuntimeError("secret-detail /somewhere/on/disk")
        final = self._final(question)
        words = final.text.split(" ")
        for number in range(1, len(words)):
            time.sleep(self.pause)
            yield Answer(question, " ".join(words[:number]))
        yield final

    def _final(self, question: str) -> Answer:
        if "المريخ" in question:
            return Answer(
                question,
                "",
                evidence=(_evidence(RELAY),),
                refused=True,
                reason="لم يقل أحد في هذه المقالات شيئًا عن المريخ.",
            )
        if "عدائي" in question:
            return Answer(
                question,
                f"{HOSTILE_QUOTE} ${{window.hacked=7}} [1]",
                (_citation(HOSTILE, HOSTILE_QUOTE),),
                (_evidence(HOSTILE),),
            )
        return Answer(
            question,
            f"قالت سلمى الراوي، مديرة ميناء السفن: {FLOOD_QUOTE} [1]، ونقلت عنها وكالة الساحل القول نفسه [2].",
            (_citation(FLOOD, FLOOD_QUOTE), _citation(RELAY, FLOOD_QUOTE)),
            (_evidence(FLOOD, 400, also_in=(RELAY,)), _evidence(RELAY), _evidence(HOSTILE)),
            seconds={"retrieve": 0.3, "answer": 0.12},
        )

    def article(self, article_id: str) -> Article | None:
        return ARTICLES.get(article_id)

    def sources(self) -> list[tuple[str, int]]:
        return [("صحيفة المرفأ", 812), ("وكالة الساحل", 431), ("<i>وكالة</i>", 2)]

    def examples(self) -> list[str]:
        return ["ماذا قالت سلمى الراوي عن إغلاق الميناء؟", "من صرّح بشأن المريخ؟", "متى تهدأ الرياح؟"]

    def size(self) -> int:
        return 1245
