"""A scripted assistant over invented articles, served to a real browser: only the page is tried."""

from __future__ import annotations

import datetime as dt
import shutil
import threading
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, sync_playwright

from assistant.assistant import Assistant
from assistant.page import build, listen
from index.embedder import Embedder
from index.ingest import add
from index.samples import articles
from index.store import Store
from index.store.statements import StatementHit
from index.vocabulary import Answer, Article, Citation, Evidence, Filters, Passage, Span, Statement

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
    text=f"قال المتحدث: {HOSTILE_QUOTE} <script>window.hacked=6</script> ![x](https://else.example/x) ثم انصرف.",
)
ARTICLES = {article.id: article for article in (FLOOD, RELAY, HOSTILE)}

EVERYTHING = Filters()


def _said(article: Article, words: str, cue: str, speaker: str, stance: str) -> StatementHit:
    start, cued = article.text.index(words), article.text.index(cue)
    content, by = Span(start, start + len(words)), Span(cued, cued + len(cue))
    statement = Statement(article.id, content, by, speaker, "person", stance, "direct", role="مديرة ميناء السفن")
    return StatementHit(1, statement, article, speaker, speaker)


STATEMENTS = [
    _said(FLOOD, "حركة البواخر مستمرة في الأرصفة الشمالية", "أكدت", "سلمى الراوي", "stress"),
    _said(FLOOD, FLOOD_QUOTE[1:-1], "وقالت", "سلمى الراوي", "say"),
    _said(FLOOD, "تهدأ الرياح مساء الأحد", "وتوقّعت", "هيئة الأرصاد", "opine"),
    _said(RELAY, FLOOD_QUOTE[1:-1], "قولها", "سلمى الراوي", "say"),
    _said(HOSTILE, HOSTILE_QUOTE, "قال", '"><script>window.hacked=8</script>', "say"),
]


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
        filters: Filters = EVERYTHING,
        history: Sequence[str] = (),
        without: Collection[str] = (),
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
            (
                _evidence(FLOOD, FLOOD.text.index("تدريجيًّا.") + len("تدريجيًّا."), also_in=(RELAY,)),
                _evidence(RELAY),
                _evidence(HOSTILE),
            ),
            seconds={"retrieve": 0.3, "answer": 0.12},
        )

    def article(self, article_id: str) -> Article | None:
        return ARTICLES.get(article_id)

    def statements_of(self, article_id: str) -> list[StatementHit]:
        return [hit for hit in STATEMENTS if hit.article.id == article_id]

    def sources(self) -> list[tuple[str, int]]:
        return [("صحيفة المرفأ", 812), ("وكالة الساحل", 431), ("<i>وكالة</i>", 2)]

    def examples(self) -> list[str]:
        return ["ماذا قالت سلمى الراوي عن إغلاق الميناء؟", "من صرّح بشأن المريخ؟", "متى تهدأ الرياح؟"]

    def size(self) -> int:
        return 1245


FLAGS = (
    "--no-sandbox --disable-gpu --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="module")
def desk() -> ScriptedAssistant:
    return ScriptedAssistant()


@pytest.fixture(scope="module")
def site(desk: ScriptedAssistant) -> Iterator[str]:
    """The address of the page, served from a thread on a free port."""
    with served(build(desk)) as address:
        yield address


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """`app` behind an address of its own, served from a thread on a free port."""
    with listen("127.0.0.1", 0) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory, tiny_embedder: Embedder) -> Iterator[Store]:
    """A real store of the sample articles; only its embedder is a small one, which loads at once."""
    with Store(tmp_path_factory.mktemp("archive") / "store", load_embedder=lambda name: tiny_embedder) as store:
        add(store, articles())
        yield store


@pytest.fixture(scope="session")
def archive_site(archive: Store) -> Iterator[str]:
    """The address of all rooms over `archive`. Tests share it: what one changes, it takes back."""
    with served(build(Assistant(archive), archive)) as address:
        yield address


@pytest.fixture(scope="session")
def press_site(press: Store) -> Iterator[str]:
    """The address of all rooms over `press`, whose statements are known. What a test changes, it takes back."""
    with served(build(Assistant(press), press)) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no Chromium on this machine: install the package chromium to try the page in a browser")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()


class Visit:
    """A page with everything it asked for and complained of."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on(
            "console", lambda said: self.complaints.append(said.text) if said.type in ("error", "warning") else None
        )

    def ask(self, question: str) -> None:
        self.page.locator("#question textarea").fill(question)
        self.page.keyboard.press("Enter")

    def barriers(self) -> list[str]:
        """What axe-core finds serious or critical on the page as it is now: the rule, and the first places."""
        found = Axe().run(self.page).response["violations"]
        return [
            f"{one['id']}: {one['help']} {[node['target'] for node in one['nodes'][:3]]}"
            for one in found
            if one["impact"] in ("serious", "critical")
        ]

    def elsewhere(self) -> list[str]:
        """Requests that left for another host."""
        return [url for url in self.requests if not url.startswith((self.site + "/", "data:", "blob:"))]


@pytest.fixture
def visit(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """The chat, opened in a fresh browser context (`indirect` parameters are the context's options)."""
    options = {"viewport": {"width": 1280, "height": 800}, "locale": "en-US", **getattr(request, "param", {})}
    context = browser.new_context(**options)
    context.set_default_timeout(20_000)
    seen = Visit(context.new_page(), site)
    seen.page.goto(site + "/")
    seen.page.locator("#chat .example").first.wait_for()
    yield seen
    context.close()
