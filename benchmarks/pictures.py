"""The pictures of every room in docs/: Arabic and English, desktop and phone, over the sample articles.

    python -m benchmarks.pictures STORE [--out docs] [--browser /usr/bin/chromium]

STORE holds the sample articles (isnad add --samples --store STORE). Each room is served and drawn as a reader sees it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ASKED = "من نفى وجود تشققات في سد وادي الخرار؟"
ARTICLE = "article/sample-02?start=0&end=177"
SIZES = {"": (1280, 860), "-phone": (390, 844)}
LANGUAGES = {"": "", "-en": "en/"}
PLACES = {"explore": "explore", "article": ARTICLE, "desk/library": "library", "desk/settings": "settings"}
"""What a picture is called, and the address it is of."""
SETTLES = 3000  # milliseconds: a room keeps a stream open, so that its network never falls silent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--out", type=Path, default=Path("docs"))
    parser.add_argument("--browser", default="/usr/bin/chromium")
    options = parser.parse_args()
    with served(options.store) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.browser, args=["--no-sandbox"])
        for size, (width, height) in SIZES.items():
            for language, prefix in LANGUAGES.items():
                page = browser.new_page(viewport={"width": width, "height": height})
                for name, place in PLACES.items():
                    page.goto(f"{address}/{prefix}{place}")
                    page.wait_for_timeout(SETTLES)
                    _keep(page, options.out / f"{name}{_named(name, language, size)}.png")
                page.goto(f"{address}/{prefix}")
                page.wait_for_timeout(SETTLES)
                page.fill("#question textarea", ASKED)
                page.keyboard.press("Enter")
                page.wait_for_selector(".sources .card", state="attached")
                page.wait_for_timeout(SETTLES)
                _keep(page, options.out / f"chat{language}{size}.png")
                page.locator(".sources .card a.open").first.click()
                page.wait_for_timeout(SETTLES)
                _keep(page, options.out / f"sources{language}{size}.png")
                page.close()
        browser.close()


@contextmanager
def served(store: Path) -> Iterator[str]:
    """The address of the desk over `store`, while the block runs."""
    command = [sys.executable, "-m", "assistant.command", "serve", "--store", str(store), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ) as server:
        try:
            assert server.stdout is not None
            yield server.stdout.readline().strip()
        finally:
            server.terminate()


def _named(name: str, language: str, size: str) -> str:
    # The rooms that desk/ has are named by language, Arabic too.
    return f"{language or '-ar'}{size}" if name.startswith("desk/") else f"{language}{size}"


def _keep(page: Page, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path)
    print(path)


if __name__ == "__main__":
    main()
