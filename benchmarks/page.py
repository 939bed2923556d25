"""Seconds until the first page of the desk can be used, over a store of any size, in Chromium.

    python -m benchmarks.page STORE [STORE ...]
    python -m benchmarks.page --samples

Starts `isnad serve` on each store, waits until its assistant is ready, then opens each room in a fresh browser (nothing
cached) several times, and once more in the browser that has its files. A room can be used when what it asks the server
for is there and its first field takes what is typed: the chat's question, the library's search, the settings' choices.
Also told: the seconds from starting the server until its first page can be used, the model being loaded meanwhile.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, sync_playwright

ROOMS = {
    "/": ("#chat .example", "#question textarea"),
    "/library": ("#shelf table", "#words textarea"),
    "/settings": ("#facts dl", ""),
}
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
TIMES = 5


@contextmanager
def served(store: Path) -> Iterator[tuple[str, float]]:
    """The address of the rooms over `store`, and when their server was started."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "assistant.command", "serve", "--store", str(store), "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        line = server.stdout.readline()
        if not line.startswith("http"):
            raise SystemExit(f"the server of {store} did not start")
        yield line.split()[0], began
    finally:
        server.terminate()
        server.wait(60)


def usable(context: BrowserContext, address: str, path: str) -> float:
    """Seconds until the room at `path` can be used."""
    there, field = ROOMS[path]
    page = context.new_page()
    began = time.perf_counter()
    page.goto(address + path, wait_until="commit")
    page.locator(there).first.wait_for(timeout=120_000)
    if field:
        page.locator(field).fill("سؤال")
    taken = time.perf_counter() - began
    page.close()
    return taken


def measure(browser: Browser, store: Path) -> None:
    """Print the figures of one store."""
    with served(store) as (address, began):
        context = browser.new_context()
        usable(context, address, "/")
        first = time.perf_counter() - began
        context.close()
        time.sleep(20)  # until the model is loaded, on slow machines too
        print(f"{store}: from starting the server to its first page {first:.2f} s")
        for path in ROOMS:
            cold, warm = [], []
            for _ in range(TIMES):
                context = browser.new_context()
                cold.append(usable(context, address, path))
                warm.append(usable(context, address, path))
                context.close()
            figures = f"{statistics.median(cold):.2f} s (most {max(cold):.2f})"
            print(f"  {path:<10} nothing cached {figures}, again {statistics.median(warm):.2f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stores", nargs="*", type=Path, metavar="STORE")
    parser.add_argument("--samples", action="store_true", help="the sample articles, in a store made for this")
    chosen = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("no Chromium on this machine")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        stores = list(chosen.stores)
        if chosen.samples:
            stores.append(Path(folder) / "samples")
            command = [sys.executable, "-m", "assistant.command", "add", "--samples", "--store", str(stores[-1])]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ})
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for store in stores:
            measure(browser, store)
        browser.close()


if __name__ == "__main__":
    main()
