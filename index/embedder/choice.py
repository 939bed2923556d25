"""What the bundled model runs in: each way it could is checked against the engine's vectors and timed on this machine.

The choice is kept beside the converted models, so that it is made once for a processor and a set of versions.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from index.embedder.conversion import cache_folder, calibration_texts, keep
from index.embedder.probes import agreement

if TYPE_CHECKING:
    from index.embedder import Embedder

AGREEMENT: Final = 0.999
"""Cosine that vectors must reach with the engine's; those of two different sentences have .8 to .9."""
_TIMED, _ROUNDS = 8, 3


@dataclass(frozen=True, slots=True)
class Choice:
    """The name of what was chosen, and what for: passages a second of all that were right, and everyone's worst cosine
    with the engine's vectors.
    """

    engine: str
    rates: Mapping[str, float]
    agreements: Mapping[str, float]


class DisagreementError(Exception):
    """Nothing else gives the engine's vectors."""


def kept() -> Choice | None:
    """The choice that was made earlier on this machine, None if there is none."""
    try:
        return Choice(**json.loads((cache_folder() / "choice.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def choose(
    makers: Mapping[str, Callable[[], Embedder]], expected: NDArray[np.float32], say: Callable[[str], None]
) -> tuple[Choice, Embedder]:
    """The fastest of the embedders that `makers` make, among those whose vectors of PROBES are the `expected` (3, d).

    One that cannot be made is passed over; `say` hears of it. Raises DisagreementError if none is left.
    """
    made: dict[str, Embedder] = {}
    agreements: dict[str, float] = {}
    for name, make in makers.items():
        try:
            made[name] = make()
            agreements[name] = round(agreement(made[name], expected), 5)
        except Exception as error:  # each library has its own: one way less, and no reason to go without the others
            made.pop(name, None)
            say(f"the embedding model does not run as {name} here ({(str(error).splitlines() or [''])[0][:160]})")
    right = {name: embedder for name, embedder in made.items() if agreements[name] >= AGREEMENT}
    if not right:
        raise DisagreementError(f"its vectors agree with the engine's to {agreements} only, not to {AGREEMENT}")
    rates = _rates(right)
    choice = Choice(max(rates, key=lambda name: rates[name]), rates, agreements)
    keep(cache_folder() / "choice.json", json.dumps(asdict(choice), indent=1).encode())
    return choice, right[choice.engine]


def _rates(embedders: Mapping[str, Embedder]) -> dict[str, float]:
    texts = calibration_texts()[:_TIMED]
    best = dict.fromkeys(embedders, float("inf"))
    for _ in range(_ROUNDS):  # in turns, and the best counts: other work on the machine only ever slows
        for name, embedder in embedders.items():
            start = time.perf_counter()
            embedder.passages(texts)
            best[name] = min(best[name], time.perf_counter() - start)
    return {name: round(len(texts) / seconds, 1) for name, seconds in best.items()}
