"""How long a person waits at the start: for the help, for one answer, for the chat's first answer.

    python -m benchmarks.startup STORE [--rounds 3]

STORE is a store that is there; the embedder's cache is warm after the first round, and the best of the rounds counts.
The chat is started as a process, and asked in a browser that is already running. JSON on stdout.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

QUESTION = "من أعلن ارتفاع الأسعار؟"
_ISNAD = [sys.executable, "-m", "assistant.command"]
_LOAD = (
    "import time; t = time.perf_counter(); from index.embedder import load; load().question('س');"
    "print(time.perf_counter() - t)"
)
_PORT = 7897
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    best: dict[str, float] = {}
    for _ in range(options.rounds):
        told = {
            "isnad --help": _seconds([*_ISNAD, "--help"]),
            "the embedder, loaded": float(subprocess.check_output([sys.executable, "-c", _LOAD], text=True)),
            "isnad ask": _seconds([*_ISNAD, "ask", "--store", str(options.store), QUESTION]),
            **chat(options.store),
        }  # fmt: skip
        best = {name: min(seconds, best.get(name, seconds)) for name, seconds in told.items()}
    rounded = {name: round(seconds, 2) for name, seconds in best.items()}
    print(json.dumps({**rounded, "load_average": os.getloadavg()[0]}, indent=1))


def chat(store: Path) -> dict[str, float]:
    """Seconds from starting ``isnad serve`` to its address, and to the first answer on a page opened at once."""
    from playwright.sync_api import sync_playwright

    command = [*_ISNAD, "serve", "--port", str(_PORT), "--store", str(store)]
    with sync_playwright() as playwright:
        chromium = next(path for name in _CHROMIUM if (path := shutil.which(name)))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        start = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
            try:
                assert server.stdout is not None
                address = next(word for line in server.stdout for word in line.split() if word.startswith("http"))
                served = time.perf_counter() - start
                page.goto(address)
                page.locator("#question textarea").fill(QUESTION)
                shown = time.perf_counter() - start
                page.locator("#question textarea").press("Enter")
                page.locator("#sources article, #sources .card, #sources mark").first.wait_for()
                answered = time.perf_counter() - start
            finally:
                browser.close()  # first: the server waits for open pages before it ends
                server.kill()
    return {"chat, address printed": served, "chat, page ready": shown, "chat, first answer": answered}


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
